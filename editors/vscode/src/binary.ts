import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { isAtLeast, OLDEST, versionIn } from './version';

/** A `decklint` that can be started, or what to tell the author instead. */
export type Located = { path: string } | { problem: string };

/** How long a program may take to say its version, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Looks for `decklint`: what the setting names and nothing else where it names something, else the
 * one that came with the extension, else the one on the `PATH`.
 */
export async function locate(context: vscode.ExtensionContext): Promise<Located> {
  const set = vscode.workspace.getConfiguration('decklint').get('path', '').trim();
  if (set) {
    return check(expanded(set), 'The setting `decklint.path` names');
  }
  const name = process.platform === 'win32' ? 'decklint.exe' : 'decklint';
  const bundled = context.asAbsolutePath(join('bin', name));
  // It was packaged together with us, so there is no need to ask how old it is.
  if (existsSync(bundled)) {
    return { path: bundled };
  }
  return check('decklint', 'Installed is');
}

async function check(path: string, whence: string): Promise<Located> {
  const output = await printed(path, ['--version']).catch((error: unknown) => error);
  if (typeof output !== 'string') {
    return { problem: unusable(path, whence, output as Error) };
  }
  const version = versionIn(output);
  if (version === undefined) {
    return { problem: `${whence} \`${path}\`, which is another program: it is not decklint.` };
  }
  if (!isAtLeast(version, OLDEST)) {
    const advice = `This extension needs ${OLDEST} or newer: install a newer decklint.`;
    return { problem: `${whence} decklint ${version}, which is too old. ${advice}` };
  }
  return { path };
}

function unusable(path: string, whence: string, error: Error): string {
  const isMissing = error.cause === 'ENOENT';
  if (isMissing && path === 'decklint') {
    return (
      'decklint is not installed, so decks are not checked. Install it, or say in the settings ' +
      'where it is.'
    );
  }
  const reason = isMissing ? 'which is not there' : `which cannot be started (${error.message})`;
  return `${whence} \`${path}\`, ${reason}. Correct it, or leave it empty.`;
}

function expanded(path: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  return path.replace(/^~(?=[/\\])/, homedir()).replace('${workspaceFolder}', folder);
}

/** What a program prints; an error where it fails or takes too long. */
export function printed(path: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(path, args, { timeout: PATIENCE, windowsHide: true }, (error, stdout) => {
      if (error) {
        reject(new Error(error.message, { cause: error.code }));
      } else {
        resolve(stdout);
      }
    });
  });
}
