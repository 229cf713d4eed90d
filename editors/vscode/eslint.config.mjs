import tseslint from 'typescript-eslint';

const readable = {
  complexity: ['error', 10],
  'max-lines': ['error', 250],
  'max-lines-per-function': ['error', 60],
  eqeqeq: 'error',
  curly: 'error',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/'] },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...readable,
      // A number in a text is as plain as a text in a text.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.strict], rules: readable },
);
