import * as vscode from 'vscode';
import { paced, type Place } from './cursor';
import { isSame } from './show';

/**
 * For so many milliseconds after the cursor, the text or the page has moved, an editor scrolls
 * because of that: the page has followed already, or has led.
 */
const WAKE = 500;

/** The editors of the decks on a page, as they are scrolled by the author and by the page. */
export class Scroll implements vscode.Disposable {
  private quietUntil = 0;
  private readonly parts: vscode.Disposable;

  /**
   * @param shows whether the cards of a deck are on the page
   * @param tell is told the place at the top of an editor that the author has scrolled
   */
  constructor(
    private readonly shows: (uri: vscode.Uri) => boolean,
    tell: (top: Place) => void,
  ) {
    const pass = paced(tell);
    this.parts = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.wake(textEditor.document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.wake(document);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const { document } = textEditor;
        const top = visibleRanges[0]?.start;
        if (top && this.shows(document.uri) && Date.now() >= this.quietUntil) {
          pass({ document, position: top });
        }
      }),
    );
  }

  /**
   * Brings a line, counted from 0, to the top of all editors of a deck; cursor and focus stay. The
   * editor leaves room above it for headings that stick there.
   */
  show(uri: vscode.Uri, line: number): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (isSame(editor.document.uri, uri)) {
        this.quietUntil = Date.now() + WAKE;
        const place = new vscode.Position(line, 0);
        editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
      }
    }
  }

  dispose(): void {
    this.parts.dispose();
  }

  private wake(document: vscode.TextDocument): void {
    if (this.shows(document.uri)) {
      this.quietUntil = Date.now() + WAKE;
    }
  }
}
