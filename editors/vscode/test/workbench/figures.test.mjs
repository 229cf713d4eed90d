// How fast it is: measured and printed every time, held to its bounds where nothing else runs
// (DECKLINT_FIGURES=1).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { until } from './page.mjs';
import { start } from './workbench.mjs';

const KEYSTROKES = 30;
/** How often the extension is started: more than once only where the figures matter. */
const STARTS = process.env.DECKLINT_FIGURES ? 9 : 1;
const MOST = { squiggle: 100, activation: 150, bundle: 500_000 };

const card = (number) => `What is the square of ${number}?\n${number * number}\n`;
const DECK = `# Squares\n\n${Array.from({ length: 500 }, (_, at) => card(at + 2)).join('\n')}\n`;

let bench;
before(async () => {
  bench = await start({ files: { 'decklint.toml': '', 'squares.deck': DECK } });
  await bench.open('squares.deck');
});
after(() => bench?.close());

function hold(what, value, unit) {
  console.log(`${what}: ${value} ${unit}, bound ${MOST[what]}`);
  if (process.env.DECKLINT_FIGURES) {
    assert.ok(value <= MOST[what], `${what} took ${value} ${unit}`);
  }
}

const median = (numbers) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

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
  const sorted = times.map(Math.round).toSorted((one, other) => one - other);
  console.log(`squiggles in order: ${sorted.join(' ')} ms`);
  hold('squiggle', median(sorted), 'ms');
});

/** What each start so far took, as the log has it: until the server was started, and until it answered. */
function starts() {
  const lines = bench.log().matchAll(/started after (\d+) ms, answered after (\d+) ms more/g);
  return [...lines].map((line) => [Number(line[1]), Number(line[2])]);
}

/** How long the workbench says that loading the extension took, in milliseconds. */
async function loading() {
  await bench.command('Developer: Show Running Extensions');
  // The slowest is first, and what is out of sight is not there.
  await bench.page.setViewportSize({ width: 960, height: 3000 });
  const row = await bench.see('.runtime-extensions-editor .monaco-list-row', 'Decklint');
  return Number(/Activation: (\d+)ms/.exec(await row.innerText())?.[1]);
}

/** How long the server takes to answer where nothing of the editor is in its way, in milliseconds. */
async function alone() {
  const since = performance.now();
  const server = spawn(process.env.DECKLINT_BINARY, ['lsp'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const params = { processId: null, rootUri: pathToFileURL(bench.folder).href, capabilities: {} };
  const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  server.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
  await once(server.stdout, 'data');
  server.kill();
  return Math.round(performance.now() - since);
}

test('the editor waits for the server alone', async () => {
  const [loads, servers] = [[], []];
  for (let count = 1; count <= STARTS; count += 1) {
    await until(() => starts().length === count, `start ${count}`);
    loads.push(await loading());
    servers.push(await alone());
    if (count < STARTS) {
      await bench.page.reload();
    }
  }
  const [before, after] = [0, 1].map((at) => starts().map((start) => start[at]));
  console.log(`loading ${loads}; then ${before} ms until the server is started`);
  console.log(`${after} ms until it answers, where it alone takes ${servers} ms`);
  const ours = median(loads) + median(before) + median(after) - median(servers);
  hold('activation', ours, 'ms');
});

test('the bundle is small', () => {
  const { size } = statSync(new URL('../../dist/extension.js', import.meta.url));
  assert.ok(size <= MOST.bundle);
  hold('bundle', size, 'bytes');
});
