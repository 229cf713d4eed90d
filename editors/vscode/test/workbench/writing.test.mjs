// An author opens her decks, sees what is wrong, puts it right, and writes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './page.mjs';
import { start } from './workbench.mjs';

const STALIN = `# Foreign policy under Stalin

Who left the League of Nations in 1933?
Japan and Germany

How did relations improve with America?
- The embassy opened, to the relief of Litvinov
- In November 1933 Litvinov came to Washington
-The USSR was recognised

When did the USSR join the League of Nations?
On 31 September 1934
`;

const WARS = `# Wars in the East

## Manchuria

Who invaded Manchuria in 1931?
Japan

## Mongolia

Who led the Soviet army at Khalkhin Gol?
Georgy Zhukov, who became known through Khalkhin Gol

`;

let bench;
before(async () => {
  bench = await start({ files: { 'decklint.toml': '', 'stalin.deck': STALIN, 'wars.deck': WARS } });
});
after(() => bench?.close());

test('problems are underlined, and listed for files that are not open, too', async () => {
  await bench.open('wars.deck');
  await bench.press('Control+Shift+M');
  const rows = await bench.texts('.markers-panel .monaco-list-row', (rows) =>
    rows.some((row) => row.includes('there is no day 31 in September')),
  );
  assert.ok(rows.some((row) => row.includes('stalin.deck')));
  await bench.open('stalin.deck');
  await bench.see('.squiggly-error');
  await bench.see('.squiggly-warning');
  await bench.keep('problems.png', { shop: true });
  await bench.press('Control+J');
});

test('the status bar counts cards and problems', async () => {
  const status = await bench.see('#decklint\\.decklint\\.decklint\\.status', '3 cards');
  assert.match(await status.innerText(), /3 cards\s+1\s+1/);
});

test('a rule has a page, behind the link of its problem', async () => {
  await bench.goTo(12, 10);
  await bench.command('Show or Focus Hover');
  await bench.see('.monaco-hover', 'there is no day 31 in September');
  await bench.keep('hover.png');
  await bench.page.locator('.monaco-hover a', { hasText: 'impossible-date' }).first().click();
  await bench.frame('h1:has-text("impossible-date")');
  await bench.see('.tab.active', 'impossible-date');
  await bench.command('View: Close Editor');
});

test('a quick fix is chosen, applied and saved', async () => {
  await bench.open('stalin.deck');
  await bench.goTo(9, 2);
  await bench.press('Control+.');
  const fix = await bench.see('.action-widget .monaco-list-row', /space|bullet/i);
  await bench.keep('fix.png');
  await fix.click();
  await bench.lines((lines) => lines.includes('- The USSR was recognised'));
  await bench.press('Control+S');
  await until(
    () => bench.read('stalin.deck').includes('\n- The USSR was recognised\n'),
    'the file',
  );
  await bench.gone('.squiggly-warning');
});

test('a name that another deck has is completed', async () => {
  await bench.open('wars.deck');
  await bench.goTo(12);
  await bench.type('\nWho came to Washington?\nLitv');
  const row = await bench.see('.suggest-widget.visible .monaco-list-row', 'Litvinov');
  await bench.keep('completion.png');
  await row.click();
  await bench.lines((lines) => lines.includes('Litvinov'));
});

test('the outline has sections and cards', async () => {
  await bench.command('Explorer: Focus on Outline View');
  const rows = await bench.texts('.outline-pane .monaco-list-row', (rows) =>
    rows.some((row) => row.startsWith('Mongolia')),
  );
  assert.ok(rows.some((row) => row.startsWith('Manchuria')));
});

test('a card is shown when hovered', async () => {
  await bench.goTo(5, 5);
  await bench.command('Show or Focus Hover');
  await bench.see('.monaco-hover', 'Japan');
  await bench.dismiss();
});

test('a name is renamed in all decks', async () => {
  await bench.press('Control+S');
  await bench.goTo(14, 3);
  await bench.press('F2');
  await bench.see('.rename-box input');
  await bench.page.fill('.rename-box input', 'Maxim Litvinov');
  await bench.press('Enter');
  await until(() => bench.read('stalin.deck').includes('Maxim Litvinov came to Washington'), 'it');
  assert.ok(bench.read('stalin.deck').includes('relief of Maxim Litvinov'));
});

test('all that can safely be put right is, at once', async () => {
  await bench.open('stalin.deck');
  await bench.goTo(13);
  await bench.type('\n##Poland\n');
  await bench.see('.squiggly-warning');
  await bench.command('Decklint: Fix All in This Deck');
  await bench.lines((lines) => lines.includes('## Poland'));
});

test('Enter in a list begins the next point', async () => {
  await bench.goTo(8);
  await bench.press('End', 'Enter');
  await bench.lines((lines) => lines.includes('-'));
  await bench.type('He stayed');
  await bench.lines((lines) => lines.includes('- He stayed'));
});

test('a new deck begins with a card to fill in', async () => {
  await bench.command('Decklint: New Deck');
  await bench.lines((lines) => lines.includes('Question?'));
  await bench.type('Cells');
  await bench.press('Tab');
  await bench.type('What is a cell');
  await bench.press('Tab');
  await bench.type('The smallest unit of life');
  await bench.lines((lines) => lines.includes('What is a cell?'));
  await bench.see('#decklint\\.decklint\\.decklint\\.status', '1 card');
  await bench.keep('write.png', { shop: true });
});
