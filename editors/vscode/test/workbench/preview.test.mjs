// The cards beside the text.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './page.mjs';
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

test('the cards of a deck are shown beside it', async (t) => {
  await bench.open('wars.deck');
  await bench.see('#decklint\\.decklint\\.decklint\\.status');
  await bench.command('Decklint: Preview to the Side');
  const refusal = bench.page.locator('.notification-list-item', { hasText: 'has no preview yet' });
  const refused = await Promise.race([
    refusal.waitFor().then(
      () => true,
      () => false,
    ),
    bench.frame(':text("Khalkhin Gol")').then(
      (frame) => ((page = frame), false),
      () => false,
    ),
  ]);
  if (refused) {
    t.skip('this decklint has no preview; the author is told so');
    return;
  }
  assert.ok(page);
  await bench.keep('preview.png', { shop: true });
});

/** A test of what a decklint that has no preview cannot do. */
function shown(what, check) {
  test(what, async (t) => {
    if (page) {
      await check();
    } else {
      t.skip('this decklint has no preview');
    }
  });
}

shown('an edit is seen in the preview', async () => {
  await bench.goTo(3, 33);
  await bench.press('End', 'ArrowLeft');
  await bench.type(' the first time');
  await page.locator(':text("the first time")').first().waitFor();
});

shown('a click on a card goes to its line', async () => {
  await page.locator(':text("invade China")').last().click();
  await bench.see('.statusbar-item', 'Ln 9');
});

shown('the timeline has the dated cards in their order', async () => {
  await bench.command('Decklint: Timeline');
  await page.locator(':text("1931")').first().waitFor();
  await bench.keep('timeline.png');
});

shown('the preview follows to another deck, and to the card under the cursor', async () => {
  await bench.page.locator('.tab', { hasText: 'wars.deck' }).first().click();
  await bench.open('squares.deck');
  page = await bench.frame(':text("square of 80")');
  assert.equal(await inView('square of 80?'), false);
  await bench.goTo(3 + 3 * 78);
  await until(() => inView('square of 80?'), 'the card in view');
  await bench.goTo(3);
  await until(() => inView('square of 2?'), 'the first card in view');
});

shown('the preview is there again when the server was started again', async () => {
  await bench.command('Decklint: Restart');
  await until(async () => {
    page = await bench.frame(':text("square of 80")');
    return page;
  });
  await bench.goTo(3 + 3 * 78);
  await until(() => inView('square of 80?'), 'the card in view');
});
