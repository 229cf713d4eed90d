// The figures of decks as a page, as a person reads it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { folder, launch, open as openPage, run } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const NASTY = "a \"<img src=x onerror='hit = 1'>.deck";
let browser, decks, address;
before(async () => {
  browser = await launch();
  decks = folder({ "foreign-policy-under-stalin.deck": null, [NASTY]: "What is GDP in may 1935?\n" });
  const file = join(decks.path, "figures.html");
  await run("stats", "--isolated", "--format", "html", "--output", file, decks.path);
  address = pathToFileURL(file).href;
});
after(async () => {
  await browser.close();
  decks.remove();
});

const open = (browser, address, options = {}) => openPage(browser, address, { ready: "table", ...options });
const close = async (page) => {
  assert.deepEqual(page.errors, []);
  assert.deepEqual(page.requests.filter((url) => !url.startsWith("data:") && !url.startsWith(address)), []);
  await page.context().close();
};

test("every table is found by its caption, every figure by its row and column", async () => {
  const page = await open(browser, address);
  for (const name of [/^What the cards have$/, /words in the middle/, /points in the middle/, /by rule$/, /^The decks/]) {
    await page.getByRole("table", { name }).waitFor();
  }
  const decksTable = page.getByRole("table", { name: /^The decks/ });
  assert.deepEqual(await decksTable.getByRole("columnheader").allTextContents(), ["Deck", "Cards", "Errors", "Warnings", "Hints"]);
  const rows = decksTable.getByRole("rowheader");
  assert.deepEqual(await rows.allTextContents(), [NASTY, "foreign-policy-under-stalin.deck"].map((name) => join(decks.path, name)));
  await close(page);
});

test("a bar is as long as the share beside it says", async () => {
  const page = await open(browser, address);
  const row = page.getByRole("row", { name: /^with a date/ });
  const share = parseInt(await row.locator("td.share span").textContent(), 10);
  const [part, whole] = await row.locator("svg").evaluate((svg) => [...svg.querySelectorAll("path, rect")]
    .sort((a) => (a.tagName === "path" ? -1 : 1)).map((it) => it.getBoundingClientRect().width));
  assert.ok(share > 50 && share < 100);
  assert.ok(Math.abs(100 * part / whole - share) <= 1, `${part} of ${whole}, ${share}%`);
  await close(page);
});

test("a telephone shows it without scrolling sideways, paper by light", async () => {
  const page = await open(browser, address, { viewport: { width: 360, height: 800 }, colorScheme: "dark" });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.notEqual(await paper(), dark);
  await close(page);
});

for (const colorScheme of ["light", "dark"]) {
  test(`nothing is in the way of anybody: axe, ${colorScheme}`, async () => {
    const page = await open(browser, address, { colorScheme });
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `stats-${colorScheme}.png`), fullPage: true });
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => axe.run());
    assert.deepEqual(violations.map((it) => `${it.id}: ${it.nodes[0].html}`), []);
    await close(page);
  });
}
