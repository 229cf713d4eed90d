// The cards beside the text.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './page.mjs';
import { servers } from './servers.mjs';
import { start } from './workbench.mjs';

const card = (number) => `What is the square of ${number}?\n${number * number}\n`;
const SQUARES = `# Squares\n\n${Array.from({ length: 80 }, (_, at) => card(at + 2)).join('\n')}`;
const WARS = `# Wars in the East

When did Japan invade Manchuria?
In September 1931

When did the battle of Khalkhin Gol begin?
In May 1939

When did Japan invade China?
In July 1937
`;

let bench;
let page;
before(async () => {
  bench = await start({
    files: { 'decklint.toml': '', 'squares.deck': SQUARES, 'wars.deck': WARS },
  });
});
after(() => bench?.close());

/** Whether what has a text is in view in the webview. */
function inView(text) {
  return page.evaluate((text) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.textContent.includes(text)) {
        const { top, bottom, height } = node.parentElement.getBoundingClientRect();
        return height > 0 && top >= 0 && bottom <= innerHeight;
      }
    }
    return false;
  }, text);
}

test('the cards of a deck are shown beside it', async () => {
  await bench.open('wars.deck');
  await bench.see('#decklint\\.decklint\\.decklint\\.status', '3 cards');
  await bench.command('Decklint: Preview to the Side');
  page = await bench.frame(':text("Khalkhin Gol")');
  assert.equal(await page.locator('.card').count(), 3);
  await page.locator('.card', { hasText: 'Khalkhin Gol' }).click();
  await page.locator(':text("In May 1939")').first().waitFor();
  await bench.keep('preview.png', { shop: true });
});

test('an edit is seen in the preview', async () => {
  await bench.command('View: Focus First Editor Group');
  await bench.goTo(3, 'When did Japan invade Manchuria?'.length);
  await bench.type(' again');
  await page.locator(':text("Manchuria again")').first().waitFor();
});

test('a double click on a card goes to its line', async () => {
  await page.locator(':text("invade China")').last().dblclick();
  await bench.see('.statusbar-item', 'Ln 9');
});

test('the timeline has the dated cards in their order', async () => {
  await bench.command('Decklint: Timeline');
  await page.locator('#timeline-view').waitFor();
  const years = await until(async () => {
    const text = await page.locator('#timeline-view table').innerText();
    const found = text.match(/19\d\d/g) ?? [];
    return found.length >= 3 && [...new Set(found)];
  }, 'the years');
  assert.deepEqual(years, ['1931', '1937', '1939']);
  await page.evaluate(() => scrollTo(0, 0));
  await bench.keep('timeline.png');
});

test('the preview follows to another deck, and to the card under the cursor', async () => {
  await bench.page.locator('.tab', { hasText: 'wars.deck' }).first().click();
  await bench.open('squares.deck');
  page = await bench.frame(':text("square of 80")');
  assert.equal(await inView('square of 80?'), false);
  await bench.goTo(3 + 3 * 78);
  await until(() => inView('square of 80?'), 'the card in view');
  await bench.goTo(3);
  await until(() => inView('square of 2?'), 'the first card in view');
});

test('the preview is there again when the server was started again', async () => {
  const [first] = await until(() => servers(bench).length === 1 && servers(bench), 'a server');
  process.kill(first, 'SIGKILL');
  await until(() => servers(bench).some((pid) => pid !== first), 'another server');
  await bench.goTo(3);
  await until(async () => {
    page = await bench.frame(':text("square of 80")');
    // Its place is taken by a new page meanwhile.
    return inView('square of 2?').catch(() => false);
  }, 'the first card in view');
  await bench.goTo(3 + 3 * 78);
  await until(() => inView('square of 80?').catch(() => false), 'the card in view');
});
