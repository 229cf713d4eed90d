#!/usr/bin/env node
// Runs the program that the package for this platform brings.
'use strict';

const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const platforms = require('./platforms.json');

const FAILURE = 2;

function fail(message) {
  process.stderr.write(`decklint: ${message}\n`);
  process.exit(FAILURE);
}

function program() {
  const platform = `${process.platform}-${process.arch}`;
  const name = platforms[platform];
  if (!name) {
    fail(`there is no binary for ${platform}: build it with \`cargo install decklint\``);
  }
  try {
    return require.resolve(`${name}/${process.platform === 'win32' ? 'decklint.exe' : 'decklint'}`);
  } catch {
    fail(
      `the package ${name} is missing. Install decklint again without \`--omit=optional\`; ` +
        'node_modules that were copied from another system have the wrong one',
    );
  }
}

const child = spawn(program(), process.argv.slice(2), { stdio: 'inherit' });
// Whoever stops this wrapper means the program: an editor's server must not live on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => fail(`the program cannot be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
