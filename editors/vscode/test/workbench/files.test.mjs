// Decks that are not called so, files that are none, and what happens when a deck is saved.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './page.mjs';
import { start } from './workbench.mjs';

const FILES = {
  'plants.deck': '# Plants\n\nWhat do leaves give off?\n- oxygen\n-Water\n',
  'words.txt': 'dog\tperro\ncat\tgato\nhorse\tcaballo\nbird\ncow\tvaca\nfish\tpez\npig\tcerdo\n',
  'notes.md':
    '---\ntags: flashcards\n---\n\n#flashcards\n\nWhat is a cell?::\n\nWhat is a leaf?::a part\n',
  'README.md': '# About\n\nWhat is this?\n',
};
const SETTINGS = {
  '[deck]': { 'editor.codeActionsOnSave': { 'source.fixAll.decklint': 'explicit' } },
};

let bench;
before(async () => {
  bench = await start({ files: FILES, settings: SETTINGS });
});
after(() => bench?.close());

test('Markdown and text are checked where they are decks', async () => {
  await bench.open('notes.md');
  await bench.see('.squiggly-error, .squiggly-warning');
  await bench.open('words.txt');
  await bench.see('.squiggly-error, .squiggly-warning');
});

test('other Markdown is left alone', async () => {
  await bench.press('Control+Shift+M');
  const rows = await bench.texts('.markers-panel .monaco-list-row', (rows) =>
    ['plants.deck', 'words.txt', 'notes.md'].every((name) =>
      rows.some((row) => row.includes(name)),
    ),
  );
  assert.ok(!rows.some((row) => row.includes('README')));
  await bench.press('Control+J');
});

test('a deck is put right when it is saved, where that is wanted', async () => {
  await bench.open('plants.deck');
  await bench.see('.squiggly-warning');
  await bench.goTo(6);
  await bench.type('- carbon dioxide');
  await bench.press('Control+S');
  await until(() => bench.read('plants.deck').includes('\n- Water\n- carbon dioxide'), 'the file');
});
