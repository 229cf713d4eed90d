// The preview, used as a person uses it.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { editor, folder, launch, open, preview, ROOT, run, uri } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const FIRST = "foreign-policy-under-stalin.deck";
let browser, decks, served;
before(async () => {
  browser = await launch();
  decks = folder({ [FIRST]: null, "photosynthesis-cloze.deck": null });
  served = await preview(join(decks.path, FIRST));
});
after(async () => {
  served.end();
  await browser.close();
  decks.remove();
});

const close = async (page) => {
  assert.deepEqual(page.errors, []);
  await page.context().close();
};
const backs = (page) => page.locator(".card .back:visible").count();
const picture = async (page, name) => process.env.SCREENSHOTS && page.screenshot({ path: join(process.env.SCREENSHOTS, name) });

test("a click and the keyboard flip cards", async () => {
  const page = await open(browser, served.address);
  const first = page.locator(".card").first();
  assert.equal(await first.locator(".back").isVisible(), false);
  await first.locator(".front").click();
  assert.equal(await first.locator(".back").isVisible(), true);
  assert.equal(await first.locator(".flip").getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Space");
  assert.equal(await first.locator(".back").isVisible(), false);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".card").nth(1).locator(".back").isVisible(), true);
  assert.equal(await backs(page), 1);
  await page.keyboard.press("o");
  assert.equal(await page.locator("#open-all").getAttribute("aria-pressed"), "true");
  await page.waitForFunction(() => [...document.querySelectorAll(".card .back")].filter((it) => !it.hidden).length === document.querySelectorAll(".card").length);
  await page.keyboard.press("?");
  assert.equal(await page.locator("#keys").isVisible(), true);
  await page.keyboard.press("Escape");
  await close(page);
});

test("search and filters", async () => {
  const page = await open(browser, served.address);
  const all = await page.locator(".card").count();
  await page.keyboard.press("/");
  await page.keyboard.type("LITVINÓV");
  await page.waitForFunction(() => / of /.test(document.querySelector("#status").textContent));
  const shown = await page.locator(".card:visible").count();
  assert.ok(shown > 0 && shown < all, `${shown} of ${all}`);
  for (const text of await page.locator(".card:visible").evaluateAll((cards) => cards.map((it) => it.textContent))) assert.match(text, /litvinov/i);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".card:not([hidden])").count(), all);
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  const faulty = page.locator(".card:not([hidden])");
  assert.ok((await faulty.count()) > 0);
  assert.equal(await page.locator(".card:not([hidden]) .badges").count(), await faulty.count());
  await close(page);
});

test("shuffling keeps all cards and can be undone", async () => {
  const page = await open(browser, served.address);
  const ids = () => page.locator(".card").evaluateAll((cards) => cards.map((it) => it.id));
  const ordered = await ids();
  await page.keyboard.press("s");
  const mixed = await ids();
  assert.notDeepEqual(mixed, ordered);
  assert.deepEqual([...mixed].sort(), [...ordered].sort());
  await page.keyboard.press("s");
  assert.deepEqual(await ids(), ordered);
  await close(page);
});

test("an edit of the file shows at once, and open cards, focus and scroll stay", async () => {
  const text = readFileSync(join(ROOT, "decks", FIRST), "utf8");
  const page = await open(browser, served.address);
  const card = page.locator(".card", { hasText: "Who left the league of nations in 1933?" });
  await card.locator(".front").click();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const before = await page.evaluate(() => [document.activeElement.id, scrollY]);
  decks.write(FIRST, text.replace("Japan and Germany\n", "Japan, and then Germany\n").replace("Flashcards\n", "Flashcards\nWho wrote this?\nA student\n"));
  await page.waitForFunction(() => document.body.textContent.includes("Japan, and then Germany"));
  await page.waitForFunction(() => document.body.textContent.includes("Who wrote this?"));
  assert.equal(await card.locator(".back").isVisible(), true);
  assert.match(await card.locator(".back").textContent(), /Japan, and then Germany/);
  assert.equal(await page.evaluate(() => document.activeElement.id), before[0]);
  const box = await card.boundingBox();
  assert.ok(box.y >= 0 && box.y < 800, "it is still in sight");
  const line = 1 + text.replace("Flashcards\n", "Flashcards\n\n\n").split("\n").indexOf("Who left the league of nations in 1933?");
  assert.match(await card.locator(".go").textContent(), new RegExp(`:${line}$`));
  decks.write(FIRST, text);
  await page.waitForFunction(() => !document.body.textContent.includes("Who wrote this?"));
  await close(page);
});

test("the timeline shows dated cards, zooms, and leads to them", async () => {
  const page = await open(browser, served.address);
  await page.keyboard.press("t");
  await page.waitForSelector("#chart svg .event");
  const rows = await page.locator("#events tbody tr").count();
  assert.ok(rows > 20, `${rows} rows`);
  assert.ok((await page.locator("#chart svg .event").count()) > 20);
  const ticks = () => page.locator("#chart svg .tick").allTextContents();
  const wide = await ticks();
  await page.focus("#chart");
  for (let times = 0; times < 12; times++) await page.keyboard.press("+");
  const near = await ticks();
  assert.notDeepEqual(near, wide);
  assert.ok(near.some((it) => /[A-Z][a-z]{2} 19/.test(it)), near.join());
  await picture(page, "near.png");
  await page.keyboard.press("0");
  await page.locator("#events tbody button").first().click();
  assert.equal(await page.locator("#timeline-view").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.className.split(" ")[0]), "card");
  await close(page);
});

test("cards that contradict each other are red on the timeline, both", async () => {
  const own = folder({ "a.deck": "# War\n\nWhen did Stalin die?\nOn 5 March 1953\n\nWhat changed the party?\nStalin died in 1954, and nobody took his place\n" });
  const server = await preview(own.path);
  const page = await open(browser, server.address);
  await page.click("#timeline");
  await page.waitForSelector("#events .clash");
  assert.equal(await page.locator("#events tr.clash").count(), 2);
  assert.equal(await page.locator("#chart .event.clash").count(), 2);
  assert.match(await page.locator("#events tr.clash").first().textContent(), /conflicts with/);
  await picture(page, "conflict.png");
  await close(page);
  server.end();
  own.remove();
});

test("in an editor the card under the cursor is shown, and a click goes to its line", async () => {
  const path = join(decks.path, FIRST);
  const text = readFileSync(path, "utf8");
  const client = await editor(decks.path);
  client.open(path, text);
  const address = await client.request("workspace/executeCommand", { command: "decklint.preview", arguments: [uri(path)] });
  assert.deepEqual((await client.wait((it) => it.method === "window/showDocument")).params, { uri: address, external: true, takeFocus: true });
  const page = await open(browser, address);
  const question = "What was the Anti-comintern pact?";
  const line = text.split("\n").indexOf(question);
  client.notify("decklint/cursor", { uri: uri(path), position: { line, character: 3 } });
  const current = page.locator(".card[aria-current]");
  await current.waitFor();
  assert.match(await current.textContent(), /Anti-comintern/);
  await page.waitForFunction(() => {
    const box = document.querySelector(".card[aria-current]").getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  });
  client.notify("textDocument/didChange", { textDocument: { uri: uri(path), version: 2 }, contentChanges: [{ range: { start: { line: line + 1, character: 0 }, end: { line: line + 1, character: 0 } }, text: "Typed: " }] });
  await page.waitForFunction(() => document.querySelector(".card[aria-current]").textContent.includes("Typed: "));
  await current.locator(".go").click();
  const went = await client.wait((it) => it.method === "window/showDocument" && it.params.external === false);
  assert.equal(went.params.selection.start.line, line);
  await close(page);
  await client.end();
});

test("the card under the cursor stays so when another deck comes before its own", async () => {
  const own = folder({ "b.deck": "What is in b?\nA bear of 1945\n\nWhat is in c?\nA crow of 1946\n" });
  const path = join(own.path, "b.deck"), text = readFileSync(path, "utf8");
  const client = await editor(own.path);
  client.open(path, text);
  const address = await client.request("workspace/executeCommand", { command: "decklint.preview", arguments: [uri(path)] });
  const page = await open(browser, address);
  client.notify("decklint/cursor", { uri: uri(path), position: { line: 3, character: 1 } });
  const isCurrent = () => page.waitForFunction(() => document.querySelector(".card[aria-current]")?.textContent.includes("in c?"));
  await isCurrent();
  own.write("a.deck", "What is in b?\nA beetle\n");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri(join(own.path, "a.deck")), type: 1 }] });
  await page.waitForSelector(".card .badges");
  await page.reload();
  await isCurrent();
  await close(page);
  await client.end();
  own.remove();
});

test("an editor's webview gets the same page and the same messages", async () => {
  const path = join(decks.path, FIRST);
  const client = await editor(decks.path);
  client.open(path, readFileSync(path, "utf8"));
  const opened = await client.request("decklint/preview/open", { uri: uri(path), nonce: "n0nce", cspSource: "https://media.example", mediaBase: "https://media.example/root" });
  assert.match(opened.html, /img-src https:\/\/media\.example data:/);
  assert.match(opened.html, /media-src https:\/\/media\.example data:/);
  client.notify("decklint/preview/message", { id: opened.id, message: { type: "ready" } });
  const deck = (await client.wait((it) => it.method === "decklint/preview/message" && it.params.message.type === "deck")).params;
  assert.equal(deck.id, opened.id);
  assert.equal(deck.message.type, "deck");
  // The page in a frame of its own, with the two functions that a webview has.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript("window.acquireVsCodeApi = () => ({ postMessage: (it) => (window.said = [...(window.said ?? []), it]) })");
  await page.route("http://webview.test/", (route) => route.fulfill({ contentType: "text/html", body: opened.html }));
  await page.goto("http://webview.test/");
  assert.deepEqual(await page.evaluate(() => window.said), [{ type: "ready" }]);
  await page.evaluate((message) => window.postMessage(message), deck.message);
  await page.waitForSelector(".card .flip");
  await page.locator(".card .go").first().click();
  const said = await page.evaluate(() => window.said.at(-1));
  assert.equal(said.type, "open");
  client.notify("decklint/preview/message", { id: opened.id, message: said });
  assert.equal((await client.wait((it) => it.method === "decklint/preview/goto")).params.range.start.line, 1);
  client.notify("decklint/preview/close", { id: opened.id });
  await context.close();
  await client.end();
});

test("in an editor a page can show all decks of the folder, and follows the cursor in each", async () => {
  const own = folder({ "a.deck": "# One\n\nWhat is in a?\nAn apple of 1939\n", "b.deck": "# Two\n\nWhat is in b?\nA bear of 1945\n" });
  const path = join(own.path, "a.deck"), text = readFileSync(path, "utf8");
  const client = await editor(own.path);
  client.open(path, text);
  const address = await client.request("workspace/executeCommand", { command: "decklint.preview", arguments: [uri(path)] });
  const page = await open(browser, address);
  const fronts = () => page.locator(".card .front").allTextContents();
  assert.deepEqual((await fronts()).map((it) => it.trim()), ["What is in a?"]);
  await page.keyboard.press("a");
  await page.waitForFunction(() => document.querySelectorAll(".card .flip").length === 2);
  assert.equal(await page.locator("#all-decks").getAttribute("aria-pressed"), "true");
  const other = join(own.path, "b.deck");
  client.open(other, readFileSync(other, "utf8"));
  client.notify("decklint/cursor", { uri: uri(other), position: { line: 2, character: 1 } });
  await page.waitForFunction(() => document.querySelector(".card[aria-current]")?.textContent.includes("in b?"));
  client.notify("textDocument/didChange", { textDocument: { uri: uri(other), version: 2 }, contentChanges: [{ range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, text: "Typed: " }] });
  await page.waitForFunction(() => document.querySelector(".card[aria-current]").textContent.includes("Typed: "));
  await page.keyboard.press("t");
  await page.waitForFunction(() => document.querySelectorAll("#events tbody tr").length === 2);
  await page.keyboard.press("a");
  await page.waitForFunction(() => document.querySelectorAll("#events tbody tr").length === 1);
  await close(page);
  const all = await client.request("workspace/executeCommand", { command: "decklint.timeline", arguments: [uri(path), { all: true }] });
  assert.notEqual(all.split("#")[0], address);
  const wide = await open(browser, all, { ready: "#chart .event" });
  assert.equal(await wide.locator("#chart .event").count(), 2);
  await close(wide);
  await client.end();
  own.remove();
});

test("sounds of Anki have a player that loads nothing before it is asked to", async () => {
  const own = folder({ "words.txt": "#separator:tab\n#html:true\nWhat does it sound like?\t[sound:a b.wav]\nAnd this?\t[sound:../../x.wav]\nOr this?\t[sound:gone.mp3]\n" });
  // A second of silence.
  const wav = Buffer.alloc(8044, 128);
  wav.write("RIFF", 0); wav.writeUInt32LE(8036, 4); wav.write("WAVEfmt ", 8); wav.writeUInt32LE(16, 16); wav.writeUInt16LE(1, 20); wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24); wav.writeUInt32LE(8000, 28); wav.writeUInt16LE(1, 32); wav.writeUInt16LE(8, 34); wav.write("data", 36); wav.writeUInt32LE(8000, 40);
  own.write("a b.wav", wav);
  const server = await preview(own.path);
  const page = await open(browser, server.address);
  await page.keyboard.press("o");
  assert.equal(await page.locator(".card audio").count(), 2);
  assert.match(await page.locator(".card").nth(1).locator(".back").textContent(), /^\[sound:\.\.\/\.\.\/x\.wav\]/);
  assert.deepEqual(page.requests.filter((it) => it.includes("media")), []);
  const length = await page.locator(".card audio").first().evaluate((sound) => new Promise((done, fail) => {
    sound.addEventListener("loadedmetadata", () => done(sound.duration));
    sound.addEventListener("error", () => fail(new Error("it cannot be played")));
    sound.load();
    sound.muted = true;
    sound.play().catch(() => {});
  }));
  assert.ok(length > 0.9 && length < 1.1, `${length}`);
  await page.locator(".card audio").nth(1).evaluate((sound) => sound.play().catch(() => {}));
  await page.waitForFunction(() => document.querySelectorAll(".card audio").length === 1);
  assert.match(await page.locator(".card").nth(2).locator(".back").textContent(), /^\[sound:gone\.mp3\]/);
  await page.context().close();
  server.end();
  const html = await run("export", "--format", "html", own.path);
  own.write("page.html", html);
  const alone = await open(browser, uri(join(own.path, "page.html")));
  await alone.keyboard.press("o");
  assert.match(await alone.locator(".card audio").first().getAttribute("src"), /^data:audio\/wav;base64,/);
  assert.equal(await alone.locator(".card audio").count(), 1);
  await close(alone);
  own.remove();
});

test("a deck that is deleted, comes back, or is renamed", async () => {
  const own = folder({ "a.deck": "What is in a?\nAn apple\n", "b.deck": "What is in b?\nA bear\n" });
  const server = await preview(own.path);
  const page = await open(browser, server.address);
  const shows = (...words) => page.waitForFunction((words) => {
    const fronts = [...document.querySelectorAll(".card .front")].map((it) => it.textContent.trim());
    return fronts.length === words.length && words.every((word, index) => fronts[index] === `What is in ${word}?`);
  }, words);
  await shows("a", "b");
  rmSync(join(own.path, "a.deck"));
  await shows("b");
  renameSync(join(own.path, "b.deck"), join(own.path, "c.deck"));
  await page.waitForFunction(() => document.querySelector(".card .go")?.textContent === "c.deck:1");
  own.write("d.deck", "What is in d?\nA dog\n");
  await shows("b", "d");
  rmSync(join(own.path, "c.deck"));
  rmSync(join(own.path, "d.deck"));
  await page.waitForFunction(() => document.querySelectorAll(".card").length === 0);
  assert.match(await page.locator("#nothing").textContent(), /No cards yet/);
  own.write("a.deck", "What is in a?\nAn apple\n");
  await shows("a");
  await close(page);
  server.end();
  own.remove();
});

test("a first deck in a folder appears, in one that was there and in a new one", async () => {
  const own = folder({ "a.deck": "What is in a?\nAn apple\n" });
  mkdirSync(join(own.path, "empty"));
  const server = await preview(own.path);
  const page = await open(browser, server.address);
  const shows = (words) => page.waitForFunction((words) => [...document.querySelectorAll(".card .front")].some((it) => it.textContent.includes(words)), words);
  own.write("empty/b.deck", "What is in b?\nA bear\n");
  await shows("in b?");
  mkdirSync(join(own.path, "new"));
  own.write("new/c.deck", "What is in c?\nA crow\n");
  await shows("in c?");
  own.write("new/c.deck", "What is now in c?\nA crow\n");
  await shows("now in c?");
  await close(page);
  server.end();
  own.remove();
});

test("the one deck that is shown is deleted, and is written again", async () => {
  const own = folder({ "a.deck": "What is in a?\nAn apple\n" });
  const server = await preview(join(own.path, "a.deck"));
  const page = await open(browser, server.address);
  rmSync(join(own.path, "a.deck"));
  await page.waitForFunction(() => document.querySelectorAll(".card").length === 0);
  own.write("a.deck", "What is in it now?\nA pear\n");
  await page.waitForFunction(() => document.querySelector(".card .front")?.textContent.includes("in it now"));
  await close(page);
  server.end();
  own.remove();
});

for (const colorScheme of ["light", "dark"]) {
  test(`nothing is in the way of anybody: axe, ${colorScheme}`, async () => {
    const both = await preview(decks.path);
    const page = await open(browser, both.address, { colorScheme, bypassCSP: true, reducedMotion: "reduce" });
    const check = async (what) => {
      await page.evaluate(AXE);
      const found = await page.evaluate(() => axe.run());
      const told = found.violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html.slice(0, 150)).join(" | ")}`);
      assert.deepEqual(told, [], what);
    };
    await check("cards");
    await page.keyboard.press("o");
    await page.waitForTimeout(300);
    await check("open cards");
    await page.evaluate(() => scrollTo(0, 0));
    await picture(page, `preview-${colorScheme}.png`);
    await page.keyboard.press("t");
    await page.waitForSelector("#chart svg .event");
    await check("timeline");
    await picture(page, `timeline-${colorScheme}.png`);
    await page.keyboard.press("t");
    await page.keyboard.press("?");
    await check("keys");
    await page.context().close();
    both.end();
  });
}

test("paper: questions, and behind them their answers", async () => {
  const page = await open(browser, served.address);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await picture(page, "print.png");
  const sheets = await page.locator(".sheet").evaluateAll((all) => all.map((sheet) => [...sheet.children].map((it) => it.textContent.trim())));
  assert.ok(sheets.length === 6 && sheets.length % 2 === 0);
  const front = sheets[0].findIndex((it) => it.startsWith("How did military production grow"));
  assert.ok(front >= 0);
  assert.match(sheets[1][front ^ 1], /^Junker/, "turned over the long edge, columns change places");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  const pdf = await page.pdf({ preferCSSPageSize: true, path: process.env.SCREENSHOTS ? join(process.env.SCREENSHOTS, "print.pdf") : undefined });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.equal(pages, sheets.length, "a sheet is a page");
  await close(page);
});

test("an exported page is one file that works by itself", async () => {
  const html = await run("export", "--format", "html", decks.path);
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests = [], errors = [];
  page.on("request", (it) => requests.push(it.url()));
  page.on("pageerror", (it) => errors.push(String(it)));
  decks.write("page.html", html);
  await page.goto(uri(join(decks.path, "page.html")));
  await page.waitForSelector(".card .flip");
  await page.keyboard.press("o");
  await page.waitForFunction(() => document.querySelectorAll(".card math").length > 0);
  await page.keyboard.press("t");
  await page.waitForSelector("#chart svg .event");
  assert.deepEqual(requests.filter((it) => !it.startsWith("file:") && !it.startsWith("data:")), []);
  assert.deepEqual(errors, []);
  await context.close();
});
