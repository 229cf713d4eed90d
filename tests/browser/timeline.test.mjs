// The timeline of the page and the picture that `decklint timeline --format svg` writes show the same.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { folder, launch, open, run, uri } from "./support.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const many = Array.from({ length: 500 }, (_, at) => `${at % 100 ? "" : `# Part ${at / 100}\n\n`}What was decision ${at} of the council in ${1900 + ((at * 37) % 90)}?\nIt chose number ${at}\n`).join("\n");
const DECKS = {
  "three cards": "# War\n\nWhen did the war begin?\nOn 1 September 1939\n\nWhen did it end?\nOn 8 May 1945\n\nWhich years were the Blitz?\n1940–1941\n",
  "five thousand years": "# Far back\n\nWhen was Stonehenge begun?\nc. 3000 BC\n\nWhen did Caesar die?\n15 March 44 BC\n\nWho ruled Rome?\nAugustus, 27 BC–14 AD\n\n# Near\n\nWhat closed Europe?\nA pandemic in March 2020\n\nWhat held since 1991?\nNothing, since 1991\n\nWhat lasted until 1453?\nThe empire of the East, until 1453\n",
  "one day": "When was the pact?\nOn 23 August 1939\n",
  "some days": "What was on 23 August 1939?\nA pact\n\nWhat was on 1 September 1939?\nAn attack\n\nWhat was from 17 to 20 September 1939?\nAnother\n",
  "cards that contradict": "# War\n\nWhen did Stalin die?\nOn 5 March 1953\n\nWhat changed the party?\nStalin died in 1954, and nobody took his place\n\nWhen was Lenin born?\nc. 1870\n",
  "other scripts": "# 战争 <b>&amp;\n\nWhat was 第二次世界大战 in 1939 & after?\n日本、ドイツ 🎉 and a very long line of words that is cut somewhere near its end, since nobody would read it\n",
  "five hundred cards": many,
};

// What a picture shows, in order: the lanes, and what stands in each.
const shown = (root, top) => root.evaluate((svg, top) => {
  const number = (node, name) => Number(node.getAttribute(name));
  const lanes = [], grid = new Set();
  for (const node of svg.querySelectorAll("text.lane, g.event")) {
    if (node.matches(".lane")) {
      lanes.push({ name: node.textContent, y: number(node, "y") - top, marks: [] });
      continue;
    }
    const [shape, text] = [node.querySelector("rect, circle"), node.querySelector("text")];
    lanes.at(-1).marks.push({
      title: node.querySelector("title").textContent,
      kind: node.getAttribute("class"),
      shape: [shape.tagName, shape.getAttribute("fill"), number(shape, shape.tagName === "rect" ? "x" : "cx"), number(shape, shape.tagName === "rect" ? "y" : "cy") - top, number(shape, "width"), number(shape, "height")],
      label: text && [text.textContent, text.getAttribute("text-anchor"), number(text, "x"), number(text, "y") - top],
    });
  }
  for (const line of svg.querySelectorAll("line.grid")) if (line.getAttribute("x1") === line.getAttribute("x2")) grid.add(number(line, "x1"));
  return { lanes, grid: [...grid] };
}, top);
const ticks = (root) => root.locator("text.tick").evaluateAll((all) => all.map((it) => [it.textContent, Number(it.getAttribute("x"))]));

// Places may differ by the rounding of a tenth of a pixel.
const near = (one, other, path = "") => {
  if (typeof one === "number" && typeof other === "number") return assert.ok(Math.abs(one - other) <= 0.11, `${path}: ${one} and ${other}`);
  if (typeof one !== "object" || one === null || other === null) return assert.equal(one, other, path);
  assert.deepEqual(Object.keys(one), Object.keys(other), path);
  for (const key of Object.keys(one)) near(one[key], other[key], `${path}/${key}`);
};

// Labels as the browser draws them, each with its lane: none lies on another.
const overlaps = (root) => root.evaluate((svg) => {
  const all = [...svg.querySelectorAll("g.event text, text.lane")].map((it) => [it.textContent, it.getBBox()]);
  return all.flatMap(([one, a], at) => all.slice(at + 1)
    .filter(([, b]) => a.x + a.width - 1 > b.x && b.x + b.width - 1 > a.x && a.y + a.height - 4 > b.y && b.y + b.height - 4 > a.y)
    .map(([other]) => `${one} | ${other}`));
});

const pictures = async (path) => {
  const html = join(path, "..", "timeline.html");
  writeFileSync(html, await run("timeline", "--format", "html", path));
  const page = await open(browser, uri(html), { viewport: { width: 1700, height: 4000 }, ready: "#chart .event" });
  await page.evaluate(() => {
    // As wide as the other picture: there is no bar to keep room for.
    Object.assign(document.getElementById("chart").style, { minWidth: "1002px", scrollbarGutter: "auto" });
    document.querySelector(".split").style.gridTemplateColumns = "1002px 300px";
    dispatchEvent(new Event("resize"));
  });
  await page.waitForFunction(() => document.querySelector("#chart .axis").getAttribute("viewBox") === "0 0 1000 26");
  const alone = await browser.newPage();
  await alone.setContent(await run("timeline", "--format", "svg", path));
  return { page, alone };
};

const check = async (path, name) => {
  const { page, alone } = await pictures(path);
  const [chart, picture] = [page.locator("#chart svg:last-child"), alone.locator("svg")];
  near(await shown(picture, 26), await shown(chart, 0), name);
  near(await ticks(picture), await ticks(page.locator("#chart .axis")), `${name}: axis`);
  assert.ok((await ticks(picture)).length > 1, name);
  for (const root of [chart, picture]) assert.deepEqual(await overlaps(root), [], name);
  // The table says the same, in the order of what happened.
  const rows = await page.locator("#events tbody tr").count();
  assert.equal(rows, (await shown(picture, 26)).lanes.flatMap((it) => it.marks).length, name);
  const found = { clashes: await page.locator("#chart .clash").count(), rows, crowd: await page.locator("#chart .crowd").count() };
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `time-${name.replaceAll(" ", "-")}.png`), clip: { x: 0, y: 0, width: 1700, height: 1400 } });
    await picture.screenshot({ path: join(process.env.SCREENSHOTS, `svg-${name.replaceAll(" ", "-")}.png`) });
  }
  assert.deepEqual(page.errors, []);
  await page.context().close();
  await alone.close();
  return found;
};

for (const [name, deck] of Object.entries(DECKS)) {
  test(`one picture, drawn twice: ${name}`, async () => {
    const decks = folder({ "a.deck": deck });
    const found = await check(join(decks.path, "a.deck"), name);
    assert.equal(found.clashes, name === "cards that contradict" ? 2 : 0);
    assert.equal(found.rows, name === "five hundred cards" ? 500 : found.rows);
    decks.remove();
  });
}

test("one picture, drawn twice: several decks", async () => {
  const decks = folder({ "foreign-policy-under-stalin.deck": null, "photosynthesis-cloze.deck": null });
  assert.ok((await check(decks.path, "several decks")).rows > 20);
  decks.remove();
});
