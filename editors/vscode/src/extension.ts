import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { Preview } from './preview';
import { registerRules } from './rules';
import { Schema } from './schema';
import { Server } from './server';
import { Status } from './status';

let server: Server | undefined;

/** Settings that only a new start of the server can follow. */
const AT_START = ['decklint.path', 'decklint.cardNumbers', 'decklint.plainText'];

/** Called by the editor when a deck is opened, or a folder that has some. */
export function activate(context: vscode.ExtensionContext): void {
  const since = performance.now();
  const log = vscode.window.createOutputChannel('Decklint', { log: true });
  const started = new Server(context, log);
  server = started;
  const preview = new Preview(started);
  const schema = new Schema(context);
  context.subscriptions.push(
    log,
    started,
    preview,
    schema,
    new Status(started),
    registerRules(started),
    registerCommands(started, preview, schema),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (AT_START.some((setting) => change.affectsConfiguration(setting))) {
        void started.restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void started.restart()),
    firstMark(started),
  );
  // Nothing waits for the server: the editor is not held up.
  void started.restart(since);
}

/** The first deck of a folder makes its plain text files worth a look. */
function firstMark(server: Server): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/decklint.toml', false, true, false);
  const restart = () => void server.restart();
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(restart),
    watcher.onDidDelete(restart),
  );
}

/** Called by the editor before it goes. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
