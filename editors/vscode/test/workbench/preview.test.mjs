// The cards beside the text.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
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

/** The number in the first question that reaches below a height, in what fits a selector. */
function firstSquare(place, selector, height) {
  return place.evaluate(
    ([selector, height]) => {
      const seen = [...document.querySelectorAll(selector)]
        .map((it) => [it.getBoundingClientRect(), /square.of.(\d+)/.exec(it.textContent)])
        .filter(([box, found]) => found && box.bottom > height)
        .sort(([one], [other]) => one.top - other.top);
      return Number(seen[0]?.[1][1]);
    },
    [selector, height],
  );
}
const LINES = '.editor-group-container .view-lines .view-line';
/** The first questions in view: of the text, where lines above are covered or half seen, and of the page. */
const inText = async () => {
  const box = await bench.page.locator('.editor-instance .monaco-editor').first().boundingBox();
  return firstSquare(bench.page, LINES, box.y + 10);
};
const onPage = async () => {
  const brim = await page.locator('.top').evaluate((it) => it.getBoundingClientRect().bottom);
  return firstSquare(page, '.card', brim + 8);
};
/** Where the pointer is over the text, or over the page. */
const over = async (what) => {
  const box = await what.boundingBox();
  await bench.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
};

/** Scrolls with the wheel, step by step, as the workbench limits each. */
const wheel = async (steps) => {
  for (let step = 0; step < steps; step++) {
    await bench.page.mouse.wheel(0, 150);
    await wait(30);
  }
};
/** Both sides show the same card, but for the room that the text leaves for headings. */
const inStep = async () => {
  const [text, cards] = [await inText(), await onPage()];
  return cards >= 10 && cards - text <= 2 && text - cards <= 1;
};

test('text and cards scroll together, the cursor stays, and both come to rest', async () => {
  const both = async () => [await inText(), await onPage()];
  await over(bench.page.locator('.editor-instance .monaco-editor').first());
  await wheel(15);
  await until(inStep, 'the page at the place of the text');
  await bench.see('.statusbar-item', 'Ln 3, Col 1');

  const before = await inText();
  await over(await page.frameElement());
  await wheel(15);
  await until(
    async () => (await inText()) > before + 5 && inStep(),
    'the text at that of the page',
  );
  await bench.see('.statusbar-item', 'Ln 3, Col 1');

  // For longer than the extension holds what it hears for the wake of the page.
  await wait(1000);
  const rest = await both();
  for (let times = 0; times < 10; times++) {
    await wait(100);
    assert.deepEqual(await both(), rest);
  }
  assert.ok(await inStep());
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
