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

/** Where an author is in a document. */
export interface Place {
  document: vscode.TextDocument;
  position: vscode.Position;
}

/**
 * Tells where the author is: at the cursor, or at the top of what is seen where the cursor was left
 * behind by scrolling.
 */
export function watchPlace(tell: (place: Place) => void): vscode.Disposable {
  const pass = paced(tell);
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      pass({ document: textEditor.document, position: textEditor.selection.active });
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      const top = visibleRanges[0]?.start;
      const cursor = textEditor.selection.active;
      const isSeen = visibleRanges.some((range) => range.contains(cursor));
      if (top && !isSeen && textEditor === vscode.window.activeTextEditor) {
        pass({ document: textEditor.document, position: top });
      }
    }),
  );
}
