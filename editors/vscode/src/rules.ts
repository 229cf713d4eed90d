import * as vscode from 'vscode';
import { printed } from './binary';
import type { Server } from './server';

const SCHEME = 'decklint-rule';

/**
 * Where the page of a rule is, with `{rule}` for its name: a link of a diagnostic that comes back to
 * us. Not every program that VS Code is built into has links that begin with `vscode:`.
 */
export const PAGE = (): string => `${vscode.env.uriScheme}://decklint.decklint/rule/{rule}`;

/** Shows the pages of rules, as `decklint explain` has them. */
export function registerRules(server: Server): vscode.Disposable {
  const pages: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent: (uri) => page(server, uri.path.replace(/^\/|\.md$/g, '')),
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, pages),
    vscode.window.registerUriHandler({ handleUri: open }),
  );
}

async function open(uri: vscode.Uri): Promise<void> {
  // Anybody can make such a link: only what can be the name of a rule gets further.
  const rule = /^\/rule\/([a-z0-9-]+)$/.exec(uri.path)?.[1];
  if (rule === undefined) {
    return;
  }
  const document = vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
  try {
    await vscode.commands.executeCommand('markdown.showPreview', document);
  } catch {
    await vscode.window.showTextDocument(document);
  }
}

async function page(server: Server, rule: string): Promise<string> {
  if (server.path === undefined) {
    return 'decklint is not running, and only it knows this rule.';
  }
  const text = await printed(server.path, ['explain', rule, '--color', 'never']).catch(() => '');
  return text ? `# ${text}` : `There is no rule \`${rule}\` in the decklint that is running.`;
}
