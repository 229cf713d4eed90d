// The report as a page, as a person reads it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { folder, launch, open as openPage, run } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const NASTY = "What is <img src=x onerror=\"window.hit = 1\"> in may 1935?\n- <script>window.hit = 1</script> in may 1936\n\nWhat is GDP?\n";
let browser, decks, address;
before(async () => {
  browser = await launch();
  decks = folder({ "foreign-policy-under-stalin.deck": null, "a \"<b>.deck": NASTY });
  const file = join(decks.path, "report.html");
  await run("--isolated", "--quiet", "--fail-on", "never", `--format=html=${file}`, decks.path);
  address = pathToFileURL(file).href;
});
after(async () => {
  await browser.close();
  decks.remove();
});

const open = (browser, address, options = {}) => openPage(browser, address, { ready: "article", ...options });
const shown = (page) => page.locator("article:visible").count();
const close = async (page) => {
  assert.deepEqual(page.errors, []);
  assert.deepEqual(page.requests.filter((url) => !url.startsWith("data:") && !url.startsWith(address)), []);
  await page.context().close();
};

test("findings are filtered by level, rule and deck", async () => {
  const page = await open(browser, address);
  const all = await shown(page);
  assert.ok(all > 5);
  const deck = join(decks.path, "a \"<b>.deck");
  await page.getByRole("combobox", { name: "Deck" }).selectOption({ label: deck });
  assert.equal(await page.locator("h2:visible").first().textContent(), deck);
  const ofDeck = await shown(page);
  assert.ok(ofDeck > 0 && ofDeck < all);
  await page.getByRole("combobox", { name: "Rule" }).selectOption("lowercase-month");
  assert.equal(await shown(page), 2);
  assert.match(await page.getByRole("status").textContent(), /^2 of /);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.waitForFunction((all) => document.querySelectorAll("article:not([hidden])").length === all, all);
  await page.getByLabel(/hints?$/).uncheck();
  assert.equal(await page.locator("article.hint:visible").count(), 0);
  assert.ok((await shown(page)) < all);
  await close(page);
});

test("the name of a rule leads to its page", async () => {
  const page = await open(browser, address);
  await page.locator("article a").first().click();
  const target = page.locator(":target[open]");
  await target.waitFor();
  assert.ok(await target.locator("h3").first().isVisible());
  await close(page);
});

test("what a deck says is text", async () => {
  const page = await open(browser, address);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator("article img, article script, h2 b").count(), 0);
  assert.equal(await page.locator("article mark", { hasText: /^may$/ }).count(), 3);
  await close(page);
});

test("without scripts all findings are there", async () => {
  const page = await open(browser, address, { javaScriptEnabled: false });
  assert.ok((await shown(page)) > 5);
  assert.equal(await page.locator("form:visible").count(), 0);
  await page.context().close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`nothing is in the way of anybody: axe, ${colorScheme}`, async () => {
    const page = await open(browser, address, { colorScheme });
    // What is out of sight is not painted, and so not looked at.
    await page.addStyleTag({ content: "article { content-visibility: visible !important; }" });
    await page.evaluate(() => document.querySelectorAll("details").forEach((it) => { it.open = true; }));
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `report-${colorScheme}.png`) });
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => axe.run());
    assert.deepEqual(violations.map((it) => `${it.id}: ${it.nodes[0].html}`), []);
    await close(page);
  });
}
