import * as vscode from 'vscode';

/** At most one message in so many milliseconds: more than a page can show is of no use. */
const PACE = 100;

/** Passes on the last of many values, at a pace. */
export function paced<T>(act: (value: T) => void): (value: T) => void {
  let last: { value: T } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    timer = undefined;
    if (last) {
      const { value } = last;
      last = undefined;
      timer = setTimeout(next, PACE);
      act(value);
    }
  };
  return (value) => {
    last = { value };
    if (!timer) {
      next();
    }
  };
}

/** Where an author is in a document, or what is seen of it. */
export interface Place {
  document: vscode.TextDocument;
  position: vscode.Position;
}

/** Tells where the cursor is. */
export function watchCursor(tell: (place: Place) => void): vscode.Disposable {
  const pass = paced(tell);
  return vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
    pass({ document: textEditor.document, position: textEditor.selection.active });
  });
}
