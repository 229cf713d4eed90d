import * as vscode from 'vscode';

type Setting =
  'followCursor' | 'followEditor' | 'scrollEditorWithPreview' | 'scrollPreviewWithEditor';

/** What the author has chosen for the preview. */
export function chosen(name: Setting): boolean {
  return vscode.workspace.getConfiguration('decklint.preview').get(name, true);
}
