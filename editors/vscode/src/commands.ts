import * as vscode from 'vscode';
import { activeDocument } from './documents';
import type { Preview } from './preview';
import type { Schema } from './schema';
import type { Server } from './server';
import { tell } from './tell';

const FIRST_CARD = '# ${1:Title}\n\n${2:Question}?\n${3:Answer}\n$0';

/** Commands with which the server would open a browser. Here there is something nearer. */
const INSTEAD = new Map([
  ['decklint.preview', 'decklint.showPreview'],
  ['decklint.timeline', 'decklint.showTimeline'],
]);

/** The commands of the palette. Names that the server has commands of its own for are the server's. */
export function registerCommands(server: Server, preview: Preview, schema: Schema) {
  const commands: Record<string, (...args: unknown[]) => unknown> = {
    'decklint.showPreview': (uri) => preview.open(asUri(uri)),
    'decklint.showTimeline': (uri) => preview.timeline(asUri(uri)),
    'decklint.fixDeck': () => fixDeck(server),
    'decklint.newDeck': newDeck,
    'decklint.restart': () => server.restart(),
    'decklint.showLog': () => {
      server.log.show();
    },
    'decklint.connectSchema': () => schema.connect(),
  };
  server.onCommand = (command, args: unknown[], next) => {
    const ours = INSTEAD.get(command);
    return ours ? vscode.commands.executeCommand(ours, args[0]) : next(command, args);
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

/** A document as a menu names it (a `Uri`), or as the server does (a string). */
function asUri(uri: unknown): vscode.Uri | undefined {
  return typeof uri === 'string' ? vscode.Uri.parse(uri) : (uri as vscode.Uri | undefined);
}

async function fixDeck(server: Server): Promise<void> {
  const document = activeDocument();
  if (!document || !server.running) {
    const problem = server.problem ?? 'Open a deck first: what can be put right in it will be.';
    void tell(problem, ['retry']);
    return;
  }
  await server.running.sendRequest('workspace/executeCommand', {
    command: 'decklint.fixAll',
    arguments: [document.uri.toString()],
  });
}

async function newDeck(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'deck' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(FIRST_CARD));
}
