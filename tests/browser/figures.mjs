// How fast the preview is with 10,000 cards: `DECKLINT=target/release/decklint node figures.mjs`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { editor, folder, launch, open, preview, uri } from "./support.mjs";

const CARDS = 10_000;
const deck = Array.from({ length: CARDS }, (_, number) => number % 5
  ? `What happened to the treaty of number ${number}, and why did it matter to the powers?\n- It was signed by *all* of them, which had wanted it for ${number} years\n- It led to military collaboration through technical expertise\n`
  : `C: In {{c1::${1000 + (number % 900)}}} the **treaty** number ${number} of {{c2::Berlin}} was signed.\n`).join("\n");
const now = () => performance.timeOrigin + performance.now();
const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
const told = (all) => `median ${median(all).toFixed(1)} ms, least ${Math.min(...all).toFixed(1)}, most ${Math.max(...all).toFixed(1)} (${all.length} times)`;

const decks = folder({ "big.deck": deck });
const path = join(decks.path, "big.deck");
const browser = await launch();

const served = await preview(path);
const html = await (await fetch(served.address)).text();
console.log(`page without cards: ${html.length} bytes, ${gzipSync(html).length} compressed`);
const paints = [];
for (let times = 0; times < 7; times++) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch = () => (document.querySelector(".card .flip") ? requestAnimationFrame(() => setTimeout(() => (window.painted = performance.now()))) : requestAnimationFrame(watch));
    watch();
  });
  await page.goto(served.address);
  await page.waitForFunction(() => window.painted);
  paints.push(await page.evaluate(() => window.painted));
  if (times === 6) {
    const count = await page.locator(".card").count();
    const long = await page.evaluate(async () => {
      // Scrolls through the deck frame by frame.
      const frames = [];
      let last = performance.now();
      for (let y = 0; y < 60_000; y += 400) {
        scrollTo(0, y);
        await new Promise(requestAnimationFrame);
        frames.push(performance.now() - last);
        last = performance.now();
      }
      return frames.sort((a, b) => a - b);
    });
    console.log(`${count} cards; frames while scrolling: median ${long[Math.floor(long.length / 2)].toFixed(1)} ms, 95 % below ${long[Math.floor(long.length * 0.95)].toFixed(1)}`);
  }
  await context.close();
}
console.log(`first cards painted after navigation: ${told(paints)}`);
served.end();

const client = await editor(decks.path);
client.open(path, deck);
const address = await client.request("workspace/executeCommand", { command: "decklint.preview", arguments: [uri(path)] });
const page = await open(browser, address);
await page.waitForFunction((count) => document.querySelectorAll(".card .flip").length === count, CARDS, { timeout: 60_000 });
await page.waitForTimeout(1500);
await page.evaluate(() => {
  window.seen = {};
  const card = document.querySelectorAll("#cards .card")[1];
  new MutationObserver(() => {
    const at = performance.timeOrigin + performance.now();
    const typed = card.textContent.match(/typed\d+x/g) ?? [];
    requestAnimationFrame(() => setTimeout(() => typed.forEach((it) => (window.seen[it] ??= [at, performance.timeOrigin + performance.now()]))));
  }).observe(card, { childList: true, subtree: true });
});
const measure = async (what, edit, name = (word) => word) => {
  const changed = [], shown = [];
  for (let times = 1; times <= 41; times++) {
    const word = `typed${times}x`;
    const start = now();
    client.notify("textDocument/didChange", { textDocument: { uri: uri(path), version: measure.version++ }, contentChanges: [edit(word)] });
    const [at, painted] = await page.waitForFunction((it) => window.seen[it], name(word), { polling: 20 }).then((it) => it.jsonValue());
    await new Promise((done) => setTimeout(done, 60));
    if (times > 1) {
      changed.push(at - start);
      shown.push(painted - start);
    }
  }
  console.log(`${what}: on the page after ${told(changed)}; painted after ${told(shown)}`);
};
measure.version = 2;
const line = deck.split("\n").findIndex((it) => it.startsWith("What happened"));
let old = "What";
await measure("a keystroke", (word) => {
  const change = { range: { start: { line, character: 0 }, end: { line, character: old.length } }, text: word };
  old = word;
  return change;
});
await page.evaluate(() => (window.seen = {}));
await measure("a line above 9,999 cards", (word) => ({ range: { start: { line: line + 1, character: 0 }, end: { line: line + 1, character: 0 } }, text: `- more ${word.replace("typed", "typed9")}\n` }), (word) => word.replace("typed", "typed9"));
await client.end();
await browser.close();
decks.remove();
