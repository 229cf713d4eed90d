// The server is not there, is the wrong one, dies, or cannot live.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { until } from './page.mjs';
import { servers } from './servers.mjs';
import { start } from './workbench.mjs';

const DECK = `# Capitals

What is the capital of Peru?
Lima

What is the capital of Chile?
`;
const FILES = { 'capitals.deck': DECK };

/** A program that only says its version. */
function impostor(bench, output, name = 'decklint') {
  const path = join(bench.base, name);
  writeFileSync(path, `#!/bin/sh\n: > "$0".sprung\necho '${output}'\n`);
  chmodSync(path, 0o755);
  return path;
}

/** The path of a program is a setting of the machine it runs on, here that of the server. */
function setPath(bench, path) {
  const file = join(bench.base, 'data/Machine/settings.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ 'decklint.path': path }));
}

describe('a server that dies', () => {
  let bench;
  after(() => bench?.close());

  test('is started again, and goes on where it was', async () => {
    bench = await start({ files: FILES });
    await bench.open('capitals.deck');
    await bench.see('.squiggly-error');
    const [first] = await until(() => servers(bench).length === 1 && servers(bench), 'a server');
    process.kill(first, 'SIGKILL');
    const [second] = await until(() => {
      const now = servers(bench).filter((pid) => pid !== first);
      return now.length === 1 && now;
    }, 'another server');
    assert.notEqual(second, first);
    await bench.goTo(7);
    await bench.type('Santiago');
    await bench.gone('.squiggly-error');
    await bench.type('\n\nWhat is the capital of Bolivia?');
    await bench.see('.squiggly-error');
  });

  test('is left alone when it keeps dying, and the author is told', async () => {
    for (let deaths = 0; deaths < 5; deaths += 1) {
      const [pid] = await until(() => servers(bench).length === 1 && servers(bench), 'a server');
      process.kill(pid, 'SIGKILL');
      await until(() => !servers(bench).includes(pid), 'its end');
    }
    const told = await bench.see('.notification-list-item', 'decklint keeps ending by itself');
    assert.equal(servers(bench).length, 0);
    await told.getByText('Try Again').click();
    await until(() => servers(bench).length === 1, 'a server');
  });
});

describe('in a folder that nobody trusts', () => {
  let bench;
  after(() => bench?.close());

  test('the folder does not say which program is started', async () => {
    const trap = (base) => {
      const path = impostor({ base }, 'decklint 9.9.9');
      const settings = JSON.stringify({ 'decklint.path': path });
      mkdirSync(join(base, 'revision/.vscode'));
      writeFileSync(join(base, 'revision/.vscode/settings.json'), settings);
    };
    const settings = {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.untrustedFiles': 'open',
    };
    bench = await start({ files: FILES, settings, prepare: trap });
    await bench.see('.statusbar-item', 'Restricted Mode');
    await bench.open('capitals.deck');
    await bench.see('.squiggly-error');
    assert.ok(!readdirSync(bench.base).includes('decklint.sprung'));
  });

  test('once it is trusted, it does', async () => {
    await bench.command('Workspaces: Manage Workspace Trust');
    await bench.page
      .locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' })
      .first()
      .click();
    await until(() => readdirSync(bench.base).includes('decklint.sprung'), 'the trap');
  });
});

describe('without a server', () => {
  let bench;
  after(() => bench?.close());

  test('the author is told what to do', async () => {
    const env = { PATH: '/nowhere' };
    bench = await start({ files: FILES, env, vsix: process.env.DECKLINT_VSIX_BARE });
    await bench.open('capitals.deck');
    const told = await bench.see('.notification-list-item', 'decklint is not installed');
    await bench.keep('missing.png');
    await told.getByText('Open Settings').click();
    await bench.see('.settings-editor', 'Path');
    await bench.dismiss();
  });

  test('a preview cannot be had, and says so', async () => {
    await bench.open('capitals.deck');
    await bench.command('Decklint: Preview to the Side');
    await bench.see('.notification-list-item', 'decklint is not installed');
    await bench.dismiss();
  });

  test('one that is too old is not started', async () => {
    setPath(bench, impostor(bench, 'decklint 0.0.9'));
    await bench.see('.notification-list-item', 'decklint 0.0.9, which is too old');
    await bench.dismiss();
  });

  test('another program is not started', async () => {
    const path = impostor(bench, 'true (coreutils) 9.1', 'other');
    setPath(bench, path);
    await bench.see('.notification-list-item', 'it is not decklint');
    await bench.dismiss();
  });

  test('a path that leads nowhere is named', async () => {
    setPath(bench, '/nowhere/decklint');
    await bench.see('.notification-list-item', '/nowhere/decklint`, which is not there');
    await bench.dismiss();
  });

  test('one that cannot live is left alone, and nothing else is said', async () => {
    setPath(bench, impostor(bench, 'decklint 9.9.9', 'ephemeral'));
    await bench.see('.notification-list-item', 'decklint keeps ending by itself');
    const said = await bench.page.locator('.notification-list-item').allInnerTexts();
    assert.ok(
      said.every((text) => text.includes('decklint keeps ending')),
      said.join('\n'),
    );
    await bench.dismiss();
  });

  test('one that is named right is started', async () => {
    setPath(bench, process.env.DECKLINT_BINARY);
    await bench.see('.squiggly-error');
  });
});
