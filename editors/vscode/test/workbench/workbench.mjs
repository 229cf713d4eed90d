// A real workbench (code-server) in a real browser, with the packaged extension in it. Where they
// are is said by the environment; `cargo xtask test` sets it up.
//   DECKLINT_WORKBENCH  folder in which code-server is installed
//   DECKLINT_CHROMIUM   the browser; else /usr/bin/chromium
//   DECKLINT_VSIX       the package to test
//   DECKLINT_VSIX_BARE  the one without a binary
//   DECKLINT_PICTURES   set where pictures are to be kept for the documents
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { Page, PATIENCE, until } from './page.mjs';

const ENTRY = join(
  process.env.DECKLINT_WORKBENCH ?? '',
  'node_modules/code-server/out/node/entry.js',
);

/** Settings under which nothing but decks asks for attention. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.menuBarVisibility': 'compact',
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'editor.codeLensFontSize': 11,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

const FLAGS = [
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-getting-started-override',
];

/** Small, so that what matters fills the pictures. */
const SIZE = { width: 960, height: 600 };

const BROWSER = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function healthy(url, child) {
  return until(async () => {
    if (child.exitCode !== null) {
      throw new Error(`code-server ended with ${child.exitCode}`);
    }
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    return answer?.ok;
  }, 'code-server');
}

function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function install(dirs, vsix) {
  const args = [ENTRY, ...dirs, '--install-extension', vsix];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`the extension could not be installed:\n${stdout}${stderr}`);
  }
}

/** Workbenches that still run: whatever ends the tests ends them, too. */
const running = new Set();
process.on('exit', () => {
  for (const { pid } of running) {
    process.kill(-pid, 'SIGKILL');
  }
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => process.exit(1));
}

/** Starts code-server; gives its process, and the address at which it will serve. */
async function serve(base, dirs, env) {
  const port = await freePort();
  writeFileSync(join(base, 'c.yaml'), `bind-addr: 127.0.0.1:${port}\nauth: none\n`);
  const args = [ENTRY, ...dirs, '--config', join(base, 'c.yaml'), ...FLAGS];
  const child = spawn(process.execPath, args, {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, ...env },
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return { child, url: `http://127.0.0.1:${port}` };
}

/** Opens the folder in the browser, and waits until the workbench is there. */
async function visit(browser, url, folder) {
  const page = await browser.newPage({ viewport: SIZE });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${url}/?folder=${folder}`);
  await page.waitForSelector('.monaco-workbench .explorer-folders-view');
  return page;
}

/**
 * A workbench with a folder of these files open. `prepare` gets the folder of it all first, and may
 * give more extensions. `close` ends it and takes everything away.
 */
export async function start({
  files,
  settings = {},
  env = {},
  vsix = process.env.DECKLINT_VSIX,
  prepare = () => undefined,
}) {
  const base = mkdtempSync(join(tmpdir(), 'decklint-workbench-'));
  const folder = join(base, 'revision');
  write(folder, files);
  const others = (await prepare(base)) ?? [];
  const user = JSON.stringify({ ...QUIET, ...settings });
  write(base, { 'data/User/settings.json': user });
  const dirs = ['--user-data-dir', join(base, 'data'), '--extensions-dir', join(base, 'ext')];
  for (const one of [vsix, ...others]) {
    install(dirs, one);
  }
  const { child, url } = await serve(base, dirs, env);
  let browser;
  const close = async () => {
    await browser?.close();
    if (running.has(child)) {
      process.kill(-child.pid, 'SIGKILL');
    }
    await wait(300);
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  };
  const read = (name) => readFileSync(join(folder, name), 'utf8');
  try {
    await healthy(url, child);
    browser = await chromium.launch({
      executablePath: process.env.DECKLINT_CHROMIUM ?? '/usr/bin/chromium',
      args: BROWSER,
      timeout: PATIENCE,
    });
    const page = await visit(browser, url, folder);
    return Object.assign(new Page(page), { base, folder, child, read, close });
  } catch (error) {
    await close();
    throw error;
  }
}
