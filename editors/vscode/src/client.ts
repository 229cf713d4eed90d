import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  type DocumentSelector,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { PAGE } from './rules';
import type { Server } from './server';

/**
 * What goes wrong between client and server stands in the log. The author is told by us, in other
 * words; and of more than three messages at once the editor shows no more.
 */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** A client of the server that runs as `child`. */
export function connect(
  server: Server,
  child: ChildProcess,
  documents: DocumentSelector,
): LanguageClient {
  const run = () => Promise.resolve(child);
  return new QuietClient('decklint', 'Decklint', run, options(server, documents));
}

function options(server: Server, documentSelector: DocumentSelector) {
  const cardNumbers = vscode.workspace.getConfiguration('decklint').get('cardNumbers', false);
  return {
    documentSelector,
    outputChannel: server.log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onSave: false },
    initializationOptions: { rulePages: PAGE(), cardNumbers },
    // To try again is our business, not the client's.
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      // It is we who start it again: the process says more surely than its pipes that it ended.
      closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
    },
    middleware: {
      executeCommand: (command, args: unknown[], next) => server.onCommand(command, args, next),
    },
  } satisfies LanguageClientOptions;
}
