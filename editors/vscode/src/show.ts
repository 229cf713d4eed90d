import * as vscode from 'vscode';
import type { LanguageClient, Range } from 'vscode-languageclient/node';

/** What the protocol calls a question that the other side does not know. */
const METHOD_NOT_FOUND = -32601;

/** Why cards cannot be shown, in words for the author. */
export function failure(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === METHOD_NOT_FOUND) {
    return 'This decklint has no preview yet. Install a newer one to see cards beside the text.';
  }
  return `The cards cannot be shown: ${error instanceof Error ? error.message : String(error)}`;
}

/** Shows a place in the editor that has it already, or beside the preview. */
export async function goTo(client: LanguageClient, name: string, range: Range): Promise<void> {
  const uri = client.protocol2CodeConverter.asUri(name);
  const shown = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === uri.toString(),
  );
  await vscode.window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: client.protocol2CodeConverter.asRange(range),
  });
}

/** Whether two names are those of one document. */
export function isSame(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}
