// Bundles the extension into one file, small enough to be read at once when it is needed, and puts
// beside it what the package takes from elsewhere in the repository.
import { copyFile, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const root = join(here, '..', '..');
const MOST_BYTES = 500_000;

/** The licences of what is bundled, as they ask for. */
async function notices(inputs) {
  const names = new Set();
  for (const path of Object.keys(inputs)) {
    const within = path.split('node_modules/').at(-1);
    if (within !== path) {
      names.add(
        within
          .split('/')
          .slice(0, within.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    }
  }
  const texts = [];
  for (const name of [...names].sort()) {
    const folder = join(here, 'node_modules', name);
    const files = await readdir(folder);
    const license = files.find((file) => /^licen[cs]e/i.test(file));
    const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const text = license ? await readFile(join(folder, license), 'utf8') : about.license;
    texts.push(`${name} ${about.version}\n\n${text.trim()}\n`);
  }
  return `This extension contains the following programs.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

async function copies() {
  await mkdir(join(here, 'schemas'), { recursive: true });
  await copyFile(
    join(root, 'docs', 'decklint.schema.json'),
    join(here, 'schemas', 'decklint.schema.json'),
  );
  for (const license of ['LICENSE-MIT', 'LICENSE-APACHE']) {
    await copyFile(join(root, license), join(here, `${license}.txt`));
  }
}

const options = {
  absWorkingDir: here,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  metafile: true,
  logLevel: 'warning',
};

await copies();
if (process.argv.includes('--watch')) {
  await (await esbuild.context(options)).watch();
} else {
  const { metafile } = await esbuild.build(options);
  await writeFile(join(here, 'dist', 'NOTICES.txt'), await notices(metafile.inputs));
  const { size } = await stat(join(here, options.outfile));
  console.log(`${options.outfile}: ${Math.ceil(size / 1000)} KB`);
  if (size > MOST_BYTES) {
    console.error(`That is more than the ${MOST_BYTES / 1000} KB that we allow ourselves.`);
    process.exitCode = 1;
  }
}
