import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient/node';

/** What editors call text with tabs, or with commas, and plain text. */
const PLAIN = ['plaintext', 'tsv', 'csv'];

/** The files that make a folder a workspace of decks. */
const MARKS = '{**/decklint.toml,**/*.deck}';

/** The documents that decklint is told of. Which of them are decks, it says. */
export async function selector(): Promise<DocumentSelector> {
  const languages = ['deck', 'markdown', ...((await withPlainText()) ? PLAIN : [])];
  return languages.flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]);
}

async function withPlainText(): Promise<boolean> {
  const setting = vscode.workspace.getConfiguration('decklint').get<string>('plainText', 'auto');
  if (setting !== 'auto') {
    return setting === 'always';
  }
  // To wait for the disk, and still more to search it, takes longer than all else before the server
  // answers, since the editor has other things to do meanwhile. It is seldom needed.
  if (hasOpenMark() || isMarked() || (await hasMarkOnTop())) {
    return true;
  }
  const found = await vscode.workspace.findFiles(MARKS, '**/node_modules/**', 1);
  return found.length > 0;
}

function hasOpenMark(): boolean {
  const { textDocuments } = vscode.workspace;
  return textDocuments.some(({ uri, languageId }) => languageId === 'deck' || isMark(uri.path));
}

/** Whether a folder says so itself. */
function isMarked(): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.some(({ uri }) => existsSync(join(uri.fsPath, 'decklint.toml')));
}

async function hasMarkOnTop(): Promise<boolean> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const entries = folders.map(({ uri }) => readdir(uri.fsPath).catch(() => []));
  return (await Promise.all(entries)).flat().some(isMark);
}

function isMark(path: string): boolean {
  return /(^|\/)decklint\.toml$|\.deck$/.test(path);
}

/** The document in the active editor, if decklint may have something to say on it. */
export function activeDocument(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const isOurs = document && ['deck', 'markdown', ...PLAIN].includes(document.languageId);
  return isOurs && ['file', 'untitled'].includes(document.uri.scheme) ? document : undefined;
}
