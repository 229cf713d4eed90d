import * as vscode from 'vscode';
import { activeDocument } from './documents';
import type { Server } from './server';

/** How long to wait for the next change before counting, in milliseconds. */
const REST = 150;

/** What is counted of a deck; `undefined` where a document is none, or nobody could say. */
interface Counts {
  cards: number | undefined;
  errors: number;
  warnings: number;
}

/** The server's answer to `decklint/cards`; `null` for what is no deck. */
interface Cards {
  cards: number;
}

/** Shows, for the deck in the active editor, how many cards and problems it has. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'decklint.status',
    vscode.StatusBarAlignment.Right,
    100,
  );
  private readonly parts: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly server: Server) {
    this.item.name = 'Decklint';
    const later = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.show(), REST);
    };
    this.parts = vscode.Disposable.from(
      this.item,
      server.onDidChange(later),
      vscode.window.onDidChangeActiveTextEditor(later),
      vscode.languages.onDidChangeDiagnostics(later),
      vscode.workspace.onDidChangeTextDocument(later),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.parts.dispose();
  }

  private async show(): Promise<void> {
    const document = activeDocument();
    const isNamedDeck = document?.languageId === 'deck';
    if (this.server.condition === 'missing' && isNamedDeck) {
      this.say('$(warning) Decklint', this.server.problem ?? '', 'decklint.restart');
      return;
    }
    const counts = document && (await this.count(document));
    const isDeck = counts !== undefined && !isEmpty(counts);
    await vscode.commands.executeCommand('setContext', 'decklint.isDeck', isDeck);
    if (counts && (isDeck || isNamedDeck)) {
      this.say(short(counts), long(counts), 'workbench.actions.view.problems');
    } else {
      this.item.hide();
    }
  }

  private say(text: string, tooltip: string, command: string): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.command = command;
    this.item.accessibilityInformation = { label: tooltip };
    this.item.show();
  }

  private async count(document: vscode.TextDocument): Promise<Counts | undefined> {
    const client = this.server.running;
    if (!client) {
      return undefined;
    }
    const found = vscode.languages
      .getDiagnostics(document.uri)
      .filter((diagnostic) => diagnostic.source === 'decklint');
    const of = (severity: vscode.DiagnosticSeverity) =>
      found.filter((diagnostic) => diagnostic.severity === severity).length;
    return {
      cards: await this.cards(document),
      errors: of(vscode.DiagnosticSeverity.Error),
      warnings: of(vscode.DiagnosticSeverity.Warning),
    };
  }

  /** How many cards decklint reads in a document. */
  private async cards(document: vscode.TextDocument): Promise<number | undefined> {
    try {
      const question = { uri: document.uri.toString() };
      const answer = this.server.running?.sendRequest<Cards | null>('decklint/cards', question);
      return (await answer)?.cards;
    } catch {
      // An older decklint does not know the question: then the problems are shown alone.
      return undefined;
    }
  }
}

function isEmpty({ cards, errors, warnings }: Counts): boolean {
  return (cards ?? 0) + errors + warnings === 0;
}

function short({ cards, errors, warnings }: Counts): string {
  const shown = cards === undefined ? '$(book)' : `$(book) ${many(cards, 'card')}`;
  return `${shown}  $(error) ${errors}  $(warning) ${warnings}`;
}

function long({ cards, errors, warnings }: Counts): string {
  const parts = [many(errors, 'error'), many(warnings, 'warning')];
  return [...(cards === undefined ? [] : [many(cards, 'card')]), ...parts].join(', ');
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
