// What decks of many kinds need to be read: other scripts, formulas, lost pictures, paper, no dates.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { folder, launch, open, preview } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// Shows these decks, and does something with the page.
const shown = async (decks, use, options = {}) => {
  const own = folder(decks);
  const server = await preview(own.path);
  try {
    const page = await open(browser, server.address, options);
    await use(page);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  } finally {
    server.end();
    own.remove();
  }
};
const beforePrint = (page) => page.evaluate(() => dispatchEvent(new Event("beforeprint")));
const WAR = "# War\n\nWhen did the war begin?\nOn 1 September 1939\n\nWhen did it end?\nOn 8 May 1945\n\n# Rome\n\nWhen did Caesar die?\nIn 44 BC\n\nWho was he?\nA consul\n";

test("each card is written in the direction of its script", () =>
  shown({ "a.deck": "מהי בירת ישראל?\nירושלים\n\nWhat is the capital of Egypt?\nCairo\n" }, async (page) => {
    const directions = await page.locator(".card .front").evaluateAll((all) => all.map((it) => getComputedStyle(it).direction));
    assert.deepEqual(directions, ["rtl", "ltr"]);
  }));

test("a name of a year stands on the line of its year", () =>
  shown({ "a.deck": WAR }, async (page) => {
    await page.keyboard.press("t");
    await page.waitForSelector("#chart .event");
    const [names, lines] = await page.evaluate(() => [
      [...document.querySelectorAll("#chart .tick")].map((it) => it.getBoundingClientRect()).map((it) => (it.left + it.right) / 2),
      [...document.querySelectorAll("#chart line.grid")].filter((it) => it.getAttribute("x1") === it.getAttribute("x2")).map((it) => it.getBoundingClientRect().left),
    ]);
    assert.ok(names.length > 1);
    names.forEach((name, at) => assert.ok(Math.abs(name - lines[at]) < 1, `${name} and ${lines[at]}`));
  }));

test("the timeline zooms by keys at once, to where cards are, and fits what is found", () =>
  shown({ "a.deck": WAR }, async (page) => {
    const range = () => page.locator("#range").textContent();
    await page.keyboard.press("t");
    await page.waitForSelector("#chart .event");
    const all = await range();
    for (let i = 0; i < 20; i++) await page.keyboard.press("+");
    await page.waitForFunction((all) => document.getElementById("range").textContent !== all, all);
    assert.ok(await page.locator("#chart .event").count() > 0, "no empty years are zoomed into");
    assert.match(await range(), /^\d+ [A-Z][a-z]{2} .* – \d+ [A-Z][a-z]{2} /, "the range is told in days");
    await page.fill("#search", "war begin");
    await page.waitForFunction(() => document.querySelectorAll("#events tbody tr").length === 1);
    assert.match(await range(), /1939 – .*1939/);
    await page.fill("#search", "who was he");
    await page.locator("#undated").waitFor();
    assert.equal(await page.locator("#undated").textContent(), "No card with a date matches.");
    assert.equal(await page.locator("#chart").isVisible(), false);
    await page.fill("#search", "");
    await page.waitForFunction(() => document.querySelectorAll("#events tbody tr").length === 3);
    assert.equal(await range(), all);
  }));

test("a picture that is not there is named", () =>
  shown({ "a.deck": "What is this?\n![a fox](gone/fox.png)\n\nAnd this?\n![](gone/my%20fox.png)\n\nAnd that?\nA <img src=\"https://pictures.example/fox.png\"> from elsewhere\n" }, async (page) => {
    await page.keyboard.press("o");
    await page.waitForFunction(() => document.querySelectorAll(".lost").length === 3);
    assert.deepEqual(await page.locator(".lost").allTextContents(), ["no picture: a fox", "no picture: gone/my fox.png", "no picture"]);
    // That the two of here were looked for is no secret; the other one was not.
    assert.ok(page.errors.length === 2 && page.errors.every((it) => /^Failed to load resource: .* 404 /.test(it)), `${page.errors}`);
    page.errors.length = 0;
  }));

test("what is left of a deck stands below its name, and from its first card on", () =>
  shown({ "a.deck": "# One\n\nWhat is a?\nA letter\n", "b.deck": `# Two\n\n## Part\n\n${"What is b?\nA letter\n\n".repeat(40)}` }, async (page) => {
    await page.keyboard.press("End");
    await page.fill("#search", "b?");
    const heads = await page.locator("#cards h2:visible").allTextContents();
    assert.ok(heads.includes("Part") && heads.some((it) => it !== "Part"), `${heads}`);
    assert.ok(!heads.includes("One"));
    assert.equal(await page.evaluate(() => scrollY), 0);
    assert.equal(await page.locator("#reverse").isVisible(), false, "no card is two-way");
  }));

test("on paper all of a card is there, and what is not is told", () =>
  shown({ "a.deck": `What is long?\n$$${"a + ".repeat(30)}b$$\n\nWhat is a list?\n${"- A point that takes some room\n".repeat(14)}\nWhat is a book?\n${"- A chapter that takes some room\n".repeat(90)}` }, async (page) => {
    await page.emulateMedia({ media: "print" });
    await beforePrint(page);
    const backs = await page.locator(".sheet:nth-child(2) > div").evaluateAll((all) => all.map((it) => [
      it.scrollHeight <= it.clientHeight + 1 && it.scrollWidth <= it.clientWidth + 1, it.classList.contains("cut"),
    ]));
    // Behind each question is the answer of its neighbour; the last has none.
    assert.deepEqual(backs, [[true, false], [true, false], [true, false], [false, true]]);
  }));

test("the timeline on paper has its years on every page", () =>
  shown({ "a.deck": Array.from({ length: 90 }, (_, at) => `${at % 30 ? "" : `# Part ${at}\n\n`}What was decided in ${1800 + at}?\nLaw number ${at}, and much that nobody remembers\n`).join("\n") }, async (page) => {
    await page.keyboard.press("t");
    await page.waitForSelector("#chart .event");
    await beforePrint(page);
    const pieces = await page.locator(".piece").evaluateAll((all) => all.map((it) => [it.querySelectorAll(".tick").length, it.querySelectorAll(".event").length]));
    assert.ok(pieces.length > 1 && pieces.every(([years, events]) => years > 2 && events > 0), JSON.stringify(pieces));
    assert.equal(pieces.reduce((sum, [, events]) => sum + events, 0), 90);
    assert.equal(await page.locator("#sheets > table tbody tr").count(), 90);
  }));
