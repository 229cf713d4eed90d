// How fast it is: measured and printed every time, held to its bounds where nothing else runs
// (DECKLINT_FIGURES=1).
import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { until } from './page.mjs';
import { start } from './workbench.mjs';

const KEYSTROKES = 30;
const MOST = { squiggle: 100, activation: 150, bundle: 500_000 };

const card = (number) => `What is the square of ${number}?\n${number * number}\n`;
const DECK = `# Squares\n\n${Array.from({ length: 500 }, (_, at) => card(at + 2)).join('\n')}\n`;

let bench;
before(async () => {
  bench = await start({ files: { 'decklint.toml': '', 'squares.deck': DECK } });
});
after(() => bench?.close());

function hold(what, value, unit) {
  console.log(`${what}: ${value} ${unit}, bound ${MOST[what]}`);
  if (process.env.DECKLINT_FIGURES) {
    assert.ok(value <= MOST[what], `${what} took ${value} ${unit}`);
  }
}

/** Tells, in the page, how many milliseconds after a key the first squiggle is there. */
function watch() {
  const times = [];
  let pressed;
  addEventListener(
    'keydown',
    (event) => (pressed = event.key === '?' ? event.timeStamp : undefined),
    true,
  );
  const look = () => {
    if (pressed !== undefined && document.querySelector('.cdr.squiggly-error')) {
      times.push(performance.now() - pressed);
      pressed = undefined;
    }
  };
  const everything = {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class'],
  };
  new MutationObserver(look).observe(document.body, everything);
  globalThis.squiggles = times;
}

test('a squiggle comes with the keystroke', async () => {
  await bench.open('squares.deck');
  await bench.press('Control+End');
  await bench.type('\nWhat is it');
  await bench.page.evaluate(watch);
  for (let typed = 0; typed < KEYSTROKES; typed += 1) {
    await bench.type('?');
    await bench.see('.cdr.squiggly-error');
    await bench.press('Backspace');
    await bench.gone('.cdr.squiggly-error');
  }
  const times = await bench.page.evaluate(() => globalThis.squiggles);
  assert.equal(times.length, KEYSTROKES);
  const sorted = times.map(Math.round).sort((one, other) => one - other);
  console.log(`squiggles in order: ${sorted.join(' ')} ms`);
  hold('squiggle', sorted[KEYSTROKES / 2], 'ms');
});

test('the editor waits for the server alone', async () => {
  const line = await until(() =>
    /ready; (\d+) ms of ours, (\d+) ms of the server/.exec(bench.log()),
  );
  await bench.command('Developer: Show Running Extensions');
  const row = await bench.see('.runtime-extensions-editor .monaco-list-row', 'Decklint');
  const loading = Number(/Activation: (\d+)ms/.exec(await row.innerText())?.[1]);
  console.log(`loading ${loading} ms, then ${line[1]} ms; then the server ${line[2]} ms`);
  hold('activation', loading + Number(line[1]), 'ms');
});

test('the bundle is small', async () => {
  const { size } = await stat(new URL('../../dist/extension.js', import.meta.url));
  assert.ok(size <= MOST.bundle);
  hold('bundle', size, 'bytes');
});
