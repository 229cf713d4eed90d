// Text and cards scroll together: a page in an editor's webview, and one in a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { editor, folder, launch, open, uri } from "./support.mjs";

const CARDS = 60;
const card = (part, number) => `What is ${number} in part ${part}?\nIt is ${number}\n\n`;
const part = (name) => `## Part ${name}\n\n${Array.from({ length: 12 }, (_, at) => card(name, at + 1)).join("")}`;
const TEXT = `# Numbers\n\n${Array.from({ length: CARDS / 12 }, (_, at) => part(at + 1)).join("")}`;
const LINES = TEXT.split("\n");
const lineOf = (part, number) => LINES.indexOf(`What is ${number} in part ${part}?`);

let browser, decks, path, client, context;
before(async () => {
  browser = await launch();
  decks = folder({ "numbers.deck": TEXT });
  path = join(decks.path, "numbers.deck");
});
afterEach(async () => {
  await context.close();
  await client.end();
});
after(async () => {
  await browser.close();
  decks.remove();
});

const start = async () => {
  client = await editor(decks.path);
  client.open(path, readFileSync(path, "utf8"));
};

// The page as a webview has it: what it says goes to the server, and back.
const webview = async (options = {}) => {
  await start();
  const opened = await client.request("decklint/preview/open", { uri: uri(path), nonce: "n0nce", cspSource: "https://media.example", mediaBase: "https://media.example/root" });
  context = await browser.newContext({ viewport: { width: 700, height: 600 }, ...options });
  const page = await context.newPage();
  page.said = [];
  await page.exposeFunction("tell", (message) => {
    page.said.push(message);
    client.notify("decklint/preview/message", { id: opened.id, message });
  });
  await page.addInitScript("window.acquireVsCodeApi = () => ({ postMessage: (it) => window.tell(it) })");
  await page.route("http://webview.test/", (route) => route.fulfill({ contentType: "text/html", body: opened.html }));
  client.listen(({ method, params }) => method === "decklint/preview/message" && page.evaluate((message) => window.postMessage(message), params.message).catch(() => {}));
  await page.goto("http://webview.test/");
  await page.waitForSelector(".card .flip");
  return page;
};

const scrolls = (page) => page.said.filter((it) => it.type === "scroll");
const heard = () => client.heard.filter((it) => it.method === "decklint/preview/scroll").map((it) => it.params);
const scrollTo = (line) => client.notify("decklint/scroll", { uri: uri(path), line });
// The first card that reaches below the page's own bar, in words, and how far its top is below that.
const top = (page) => page.evaluate(() => {
  const brim = document.querySelector(".top").getBoundingClientRect().bottom;
  const first = [...document.querySelectorAll(".card")].find((it) => it.getBoundingClientRect().bottom > brim + 8);
  return { text: first.querySelector(".front").textContent.trim(), below: Math.round(first.getBoundingClientRect().top - brim) };
});
const until = async (look, wanted) => {
  let is;
  for (let tries = 0; tries < 100; tries++) {
    is = await look();
    if (is === wanted) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.equal(is, wanted);
};
// Until the page has come to rest, and whatever it would say about that has been said.
const rest = async (page) => {
  let [last, times] = [-1, 0];
  while (times < 4) {
    const y = await page.evaluate(() => scrollY);
    [last, times] = [y, y === last ? times + 1 : 0];
    await page.waitForTimeout(100);
  }
};
const wheel = async (page, by) => {
  await page.mouse.move(350, 400);
  await page.mouse.wheel(0, by);
  await rest(page);
};

test("whoever scrolls the page takes the editor along, and the page hears nothing of it", async () => {
  const page = await webview();
  await wheel(page, 1500);
  const { text } = await top(page);
  const said = scrolls(page);
  assert.ok(said.length > 0);
  await until(() => heard().at(-1)?.line, LINES.indexOf(text));
  assert.equal(heard().at(-1).uri, uri(path));
  const told = heard().map((it) => it.line);
  assert.deepEqual(told, [...new Set(told)].sort((a, b) => a - b), "each card once, one after the other");
  assert.equal(client.heard.some((it) => it.params?.message?.type === "scroll"), false);
  // The headings above the first card come with it.
  await wheel(page, -5000);
  await until(() => heard().at(-1).line, 0);
});

test("many steps of the wheel are ten messages a second at most", async () => {
  const page = await webview();
  await page.mouse.move(350, 400);
  const since = Date.now();
  for (let times = 0; times < 40; times++) {
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(20);
  }
  await rest(page);
  const most = Math.ceil((Date.now() - since) / 100) + 1;
  const count = scrolls(page).length;
  assert.ok(count > 2 && count <= most, `${count} of at most ${most}`);
  await until(async () => heard().at(-1).line, LINES.indexOf((await top(page)).text));
});

test("the keys scroll, too", async () => {
  const page = await webview();
  await page.locator(".card").first().focus();
  await page.keyboard.press("End");
  await rest(page);
  await until(async () => heard().at(-1)?.line, LINES.indexOf((await top(page)).text));
});

for (const reducedMotion of ["no-preference", "reduce"]) {
  test(`whoever scrolls the editor takes the page along, and hears nothing of it: motion ${reducedMotion}`, async () => {
    const page = await webview({ reducedMotion });
    for (const [part, number] of [[1, 3], [1, 5], [4, 7], [2, 2]]) {
      scrollTo(lineOf(part, number) + 1);
      await until(async () => (await top(page)).text, `What is ${number} in part ${part}?`);
      await rest(page);
      const { text, below } = await top(page);
      assert.equal(text, `What is ${number} in part ${part}?`);
      assert.ok(below >= 0 && below <= 16, `${below} pixels below the bar`);
    }
    assert.deepEqual(scrolls(page), []);
    assert.deepEqual(heard(), []);
    assert.equal(await page.locator("[aria-current]").count(), 0, "the cursor has not moved");
    });
}

test("where motion is not wanted, the page is there at once", async () => {
  const page = await webview({ reducedMotion: "reduce" });
  const steps = page.evaluate(() => new Promise((done) => {
    const seen = new Set();
    addEventListener("scroll", () => seen.add(Math.round(scrollY / 100)));
    setTimeout(() => done(seen.size), 1500);
  }));
  scrollTo(lineOf(1, 5));
  assert.equal(await steps, 1);
});

test("a heading at the editor's top is at the page's top", async () => {
  const page = await webview();
  scrollTo(lineOf(3, 1) - 2);
  await until(async () => (await top(page)).text, "What is 1 in part 3?");
  await rest(page);
  const heading = await page.evaluate(() => {
    const brim = document.querySelector(".top").getBoundingClientRect().bottom;
    return [...document.querySelectorAll("h2")].find((it) => it.textContent === "Part 3").getBoundingClientRect().top - brim;
  });
  assert.ok(heading >= 0 && heading <= 16, `${heading} pixels below the bar`);
});

test("what is typed, and where the cursor goes, does not scroll the editor", async () => {
  const page = await webview();
  await wheel(page, 2000);
  await page.waitForTimeout(1100);
  const before = scrolls(page).length;
  client.notify("decklint/cursor", { uri: uri(path), position: { line: lineOf(5, 10), character: 1 } });
  await page.waitForSelector(".card[aria-current]");
  await rest(page);
  const line = lineOf(1, 2);
  const typed = "Typed\n\n".repeat(20);
  client.notify("textDocument/didChange", { textDocument: { uri: uri(path), version: 2 }, contentChanges: [{ range: { start: { line: line + 1, character: 0 }, end: { line: line + 1, character: 0 } }, text: typed }] });
  await page.waitForFunction(() => document.querySelector("#cards").textContent.includes("Typed"));
  await rest(page);
  assert.equal(scrolls(page).length, before);
});

test("shuffled cards are in step with no text", async () => {
  const page = await webview();
  await page.keyboard.press("s");
  await wheel(page, 1500);
  assert.deepEqual(scrolls(page), []);
  const before = await page.evaluate(() => scrollY);
  scrollTo(lineOf(5, 1));
  await rest(page);
  assert.equal(await page.evaluate(() => scrollY), before);
});

test("a page in a browser follows the editor, and does not lead it", async () => {
  await start();
  const address = await client.request("workspace/executeCommand", { command: "decklint.preview", arguments: [uri(path)] });
  const page = await open(browser, address, { viewport: { width: 700, height: 600 } });
  context = page.context();
  scrollTo(lineOf(4, 7));
  await until(async () => (await top(page)).text, "What is 7 in part 4?");
  await rest(page);
  const shown = client.heard.length;
  await wheel(page, -1500);
  assert.notEqual((await top(page)).text, "What is 7 in part 4?");
  assert.deepEqual(client.heard.slice(shown), []);
  // Even where a page says it.
  await page.evaluate(() => {
    const socket = new WebSocket(`${location.href.replace(/^http/, "ws")}socket`);
    socket.onopen = () => socket.send(JSON.stringify({ type: "scroll", card: "c1" }));
    // Whoever hears of all cards was heard.
    socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "ready" })));
    return new Promise((done) => (socket.onmessage = done));
  });
  assert.deepEqual(client.heard.slice(shown), []);
  assert.deepEqual(page.errors, []);
});
