// What the tests share: a browser, decks in a folder of their own, the preview, the language server.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const ROOT = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const PROGRAM = process.env.DECKLINT ?? join(ROOT, "target/debug/decklint");
const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const launch = () => chromium.launch({ executablePath: BROWSER, args: QUIET });

// A folder with decks: names and texts, or decks of this repository.
export const folder = (decks) => {
  const outer = mkdtempSync(join(tmpdir(), "decklint-browser-"));
  const path = join(outer, "My decks");
  mkdirSync(path);
  for (const [name, text] of Object.entries(decks)) {
    if (text === null) cpSync(join(ROOT, "decks", name), join(path, name));
    else writeFileSync(join(path, name), text);
  }
  return { path, write: (name, text) => writeFileSync(join(path, name), text), remove: () => rmSync(outer, { recursive: true }) };
};

// `decklint preview`: its address, and what it printed after it.
export const preview = async (...paths) => {
  const child = spawn(PROGRAM, ["preview", "--no-open", ...paths], { stdio: ["ignore", "pipe", "inherit"] });
  const printed = [];
  let text = "";
  const address = await new Promise((done, fail) => {
    child.stdout.on("data", (data) => {
      text += data;
      const lines = text.split("\n");
      text = lines.pop();
      printed.push(...lines);
      if (printed.length) done(printed[0]);
    });
    child.on("exit", () => fail(new Error("the preview has ended")));
  });
  return { address, printed, end: () => child.kill() };
};

export const run = (...args) => new Promise((done, fail) => {
  const child = spawn(PROGRAM, args, { stdio: ["ignore", "pipe", "inherit"] });
  const out = [];
  child.stdout.on("data", (data) => out.push(data));
  child.on("exit", (code) => (code === 0 ? done(Buffer.concat(out).toString()) : fail(new Error(`${args[0]} ended with ${code}`))));
});

// A page whose requests and scripts' errors are kept; it is there once something is seen on it.
export const open = async (browser, address, { ready = ".card .flip", ...options } = {}) => {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
  const page = await context.newPage();
  page.requests = [];
  page.errors = [];
  page.on("request", (request) => page.requests.push(request.url()));
  page.on("pageerror", (error) => page.errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.errors.push(message.text()));
  page.on("dialog", (dialog) => {
    page.errors.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(address);
  await page.waitForSelector(ready);
  return page;
};

export const uri = (path) => pathToFileURL(path).href;

// An editor: starts the language server and talks with it.
export const editor = async (root, window = { showDocument: { support: true } }) => {
  const child = spawn(PROGRAM, ["lsp"], { stdio: ["pipe", "pipe", "inherit"], cwd: root });
  const asked = new Map(), heard = [], listeners = [];
  let last = 0, rest = Buffer.alloc(0);
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const hear = (message) => {
    if (message.method === undefined) return asked.get(message.id)?.(message);
    if (message.id !== undefined) send({ id: message.id, result: message.method === "window/showDocument" ? { success: true } : null });
    heard.push(message);
    listeners.forEach((listen) => listen(message));
  };
  child.stdout.on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const end = rest.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, end).toString())[1]);
      if (rest.length < end + 4 + length) return;
      const body = rest.subarray(end + 4, end + 4 + length).toString();
      rest = rest.subarray(end + 4 + length);
      hear(JSON.parse(body));
    }
  });
  const request = (method, params) => new Promise((done, fail) => {
    last += 1;
    asked.set(last, (answer) => (answer.error ? fail(new Error(answer.error.message)) : done(answer.result)));
    send({ id: last, method, params });
  });
  const notify = (method, params) => send({ method, params });
  await request("initialize", { processId: null, rootUri: uri(root), workspaceFolders: [{ uri: uri(root), name: "decks" }], capabilities: { window, general: { positionEncodings: ["utf-8"] } } });
  notify("initialized", {});
  return {
    request, notify, heard,
    listen: (listener) => listeners.push(listener),
    open: (path, text) => notify("textDocument/didOpen", { textDocument: { uri: uri(path), languageId: "deck", version: 1, text } }),
    wait: async (what) => {
      for (let tries = 0; tries < 200; tries++) {
        const found = heard.find(what);
        if (found) return found;
        await new Promise((done) => setTimeout(done, 25));
      }
      throw new Error("the server did not say what was waited for");
    },
    end: async () => {
      await request("shutdown", null);
      notify("exit", null);
    },
  };
};
