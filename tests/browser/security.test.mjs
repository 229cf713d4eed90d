// A deck that would do harm does none, in a real browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { folder, launch, open, preview, ROOT, run, uri } from "./support.mjs";

const payloads = readFileSync(join(ROOT, "crates/deck-render/tests/payloads.txt"), "utf8").split("\n").filter(Boolean);
const deck = payloads.map((it, index) => `What is number ${index}?\n${it}\n\n${it}?\n- ${it}\n\nC: a {{c1::${it}}} b\n`).join("\n");
const rows = `#separator:tab\n#html:true\n${payloads.map((it, index) => `${index} ${it}\t${it}\n`).join("")}`;
let browser, decks;
before(async () => {
  browser = await launch();
  decks = folder({ "harm.deck": deck, "harm.txt": rows });
});
after(async () => {
  await browser.close();
  decks.remove();
});

const everything = async (page, name, allowed) => {
  await page.evaluate(() => document.getElementById("open-all").click());
  await page.waitForFunction(() => document.querySelectorAll(".card .flip").length === document.querySelectorAll(".card").length);
  for (const y of [0, 2000, 6000, 12000]) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await page.waitForTimeout(120);
  }
  // What a person might do with it.
  await page.evaluate(() => {
    for (const node of document.querySelectorAll(".card *")) {
      if (node.closest("button")) continue;
      for (const type of ["mouseover", "focus", "load", "error", "toggle", "animationstart"]) node.dispatchEvent(new Event(type, { bubbles: true }));
    }
  });
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => window.pwned), undefined, name);
  const harmful = await page.evaluate(() => document.querySelectorAll(".card :is(script, iframe, object, embed, svg, style, link, meta, base, form, input, video, audio)").length);
  assert.equal(harmful, 0, name);
  const links = await page.locator(".card a[href]").evaluateAll((all) => all.map((it) => it.protocol));
  assert.deepEqual([...new Set(links)].filter((it) => !["http:", "https:", "mailto:"].includes(it)), [], name);
  assert.deepEqual(page.requests.filter((it) => !allowed(it)), [], name);
  const alarms = page.errors.filter((it) => /dialog|Content Security Policy|pwned/.test(it));
  assert.deepEqual(alarms, [], name);
};

for (const name of ["harm.deck", "harm.txt"]) {
  test(`${name} runs nothing and asks nobody`, async () => {
    const served = await preview(join(decks.path, name));
    const page = await open(browser, served.address);
    const origin = new URL(served.address).origin;
    assert.ok((await page.locator(".card").count()) > 60);
    await everything(page, name, (it) => it.startsWith(`${origin}/`) || it === "data:,");
    await page.context().close();
    served.end();
  });
}

test("so does the exported page", async () => {
  const html = await run("export", "--format", "html", join(decks.path, "harm.deck"));
  decks.write("harm.html", html);
  const page = await open(browser, uri(join(decks.path, "harm.html")));
  await everything(page, "harm.html", (it) => it.startsWith("file:") && it.endsWith("harm.html") || it === "data:,");
  await page.context().close();
});

test("the page may not do what it does not do", async () => {
  const served = await preview(join(decks.path, "harm.deck"));
  const page = await open(browser, served.address);
  const blocked = await page.evaluate(async () => {
    const tries = [];
    document.addEventListener("securitypolicyviolation", (it) => tries.push(it.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.pwned = 1";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", "<img src='https://example.org/x.png' onerror='window.pwned = 2'><b style='color: red'>x</b>");
    await fetch("https://example.org/").catch(() => {});
    await new Promise((done) => setTimeout(done, 200));
    return [tries, window.pwned];
  });
  assert.equal(blocked[1], undefined);
  for (const directive of ["script-src-elem", "script-src-attr", "style-src-attr", "img-src", "connect-src"]) assert.ok(blocked[0].includes(directive), `${directive} of ${blocked[0]}`);
  await page.context().close();
  served.end();
});
