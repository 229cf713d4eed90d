import * as vscode from 'vscode';
import { watchCursor, type Place } from './cursor';
import { Scroll } from './scroll';
import type { Server } from './server';
import { chosen } from './settings';
import { isSame } from './show';

/** Keeps a page and the editors of its decks in step, as far as the author wants it. */
export class Step implements vscode.Disposable {
  private readonly scroll: Scroll;
  private readonly parts: vscode.Disposable;

  /** @param shows whether the cards of a deck are in sight */
  constructor(
    private readonly server: Server,
    private readonly shows: (uri: vscode.Uri) => boolean,
  ) {
    this.scroll = new Scroll(shows, (top) => {
      this.tellTop(top);
    });
    this.parts = vscode.Disposable.from(
      this.scroll,
      watchCursor((place) => {
        this.tellCursor(place);
      }),
    );
  }

  /** A new page begins where the author is. */
  begin(uri: vscode.Uri): void {
    const editors = vscode.window.visibleTextEditors;
    const editor = editors.find((it) => isSame(it.document.uri, uri));
    const [seen] = editor?.visibleRanges ?? [];
    if (editor && seen) {
      this.tellTop({ document: editor.document, position: seen.start });
      const cursor = editor.selection.active;
      if (seen.contains(cursor)) {
        this.tellCursor({ document: editor.document, position: cursor });
      }
    }
  }

  /** The page was scrolled: a line, counted from 0, comes to the top of the editor. */
  lead(uri: vscode.Uri, line: number): void {
    if (chosen('scrollEditorWithPreview')) {
      this.scroll.show(uri, line);
    }
  }

  dispose(): void {
    this.parts.dispose();
  }

  private tellCursor({ document, position }: Place): void {
    if (this.shows(document.uri) && chosen('followCursor')) {
      const { line, character } = position;
      const params = { uri: document.uri.toString(), position: { line, character } };
      void this.server.running?.sendNotification('decklint/cursor', params);
    }
  }

  private tellTop({ document, position }: Place): void {
    if (this.shows(document.uri) && chosen('scrollPreviewWithEditor')) {
      const params = { uri: document.uri.toString(), line: position.line };
      void this.server.running?.sendNotification('decklint/scroll', params);
    }
  }
}
