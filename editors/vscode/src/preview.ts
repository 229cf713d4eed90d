import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { LanguageClient, Range } from 'vscode-languageclient/node';
import { activeDocument } from './documents';
import type { Server } from './server';
import { chosen } from './settings';
import { failure, goTo, isSame } from './show';
import { Step } from './step';
import { tell } from './tell';

/** What a page is shown of: the deck, in one of the server's shows. */
interface Show {
  id: string;
  uri: vscode.Uri;
}

/** One webview beside the text, with the page that the server makes. */
export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private show: Show | undefined;
  /** The deck that was asked for, whether or not the server has answered. */
  private wanted: vscode.Uri | undefined;
  /** Whether the page can be told something. */
  private isReady = false;
  /** What the page is to show once it can be told. */
  private view: 'timeline' | undefined;
  /** Whether the page shows all decks of the workspace: it stays so from deck to deck. */
  private isAll = false;
  private readonly step: Step;
  private readonly parts: vscode.Disposable;
  private listeners: vscode.Disposable | undefined;

  constructor(private readonly server: Server) {
    this.step = new Step(server, (uri) => this.panel?.visible === true && this.shows(uri));
    this.parts = vscode.Disposable.from(
      this.step,
      server.onDidChange((condition) => {
        if (condition === 'running') {
          void this.reopen();
        } else {
          this.show = undefined;
        }
      }),
      vscode.window.onDidChangeActiveTextEditor(() => void this.change()),
    );
  }

  /** Shows a deck beside the text: the one named, else that in the active editor. */
  async open(uri = activeDocument()?.uri): Promise<Show | undefined> {
    const client = this.server.running;
    if (!client) {
      void tell(this.server.problem ?? 'decklint is still starting.', ['log', 'retry']);
      return undefined;
    }
    if (!uri) {
      void vscode.window.showInformationMessage('Open a deck first: the preview shows its cards.');
      return undefined;
    }
    if (this.show && isSame(this.show.uri, uri)) {
      this.panel?.reveal(undefined, true);
      return this.show;
    }
    return this.loadAnew(client, uri);
  }

  /** Shows the dated cards of a deck in their order. */
  async timeline(uri?: vscode.Uri): Promise<void> {
    this.view = 'timeline';
    if (!(await this.open(uri))) {
      this.view = undefined;
    } else if (this.isReady) {
      this.turn();
    }
  }

  dispose(): void {
    this.panel?.dispose();
    this.parts.dispose();
  }

  private create(): vscode.WebviewPanel {
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel('decklint.preview', 'Cards', beside, {
      enableScripts: true,
      // Which cards lie open is known to the page alone.
      retainContextWhenHidden: true,
    });
    panel.webview.onDidReceiveMessage((message: { type?: string; scope?: string }) => {
      if (message.type === 'scope') {
        this.isAll = message.scope === 'all';
      }
      this.pass(message);
      if (message.type === 'ready') {
        this.isReady = true;
        this.turn();
        if (this.show) {
          this.step.begin(this.show.uri);
        }
      }
    });
    panel.onDidDispose(() => {
      this.close();
      this.panel = undefined;
      this.wanted = undefined;
    });
    return panel;
  }

  /** Shows another deck, in the panel there is or a new one, which stays only if all goes well. */
  private async loadAnew(client: LanguageClient, uri: vscode.Uri): Promise<Show | undefined> {
    const panel = this.panel ?? this.create();
    const isNew = panel !== this.panel;
    this.panel = panel;
    const shown = await this.load(client, panel, uri, true);
    if (!shown && isNew) {
      panel.dispose();
    }
    return shown;
  }

  /** Asks the server for the page of a deck, and puts it into the webview. */
  private async load(
    client: LanguageClient,
    panel: vscode.WebviewPanel,
    uri: vscode.Uri,
    isAskedFor: boolean,
  ): Promise<Show | undefined> {
    const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    const base = root ?? vscode.Uri.file(dirname(uri.fsPath));
    panel.webview.options = { enableScripts: true, localResourceRoots: [base] };
    const question = {
      uri: uri.toString(),
      all: this.isAll,
      nonce: randomBytes(16).toString('hex'),
      cspSource: panel.webview.cspSource,
      mediaBase: panel.webview.asWebviewUri(base).toString(),
    };
    this.wanted = uri;
    try {
      const page = await client.sendRequest<{ id: string; html: string } | null>(
        'decklint/preview/open',
        question,
      );
      return page ? this.put(client, panel, { id: page.id, uri }, page.html) : undefined;
    } catch (error) {
      if (isAskedFor) {
        void tell(failure(error), ['log']);
      }
      return undefined;
    }
  }

  private put(client: LanguageClient, panel: vscode.WebviewPanel, show: Show, html: string) {
    if (!this.wanted || !isSame(this.wanted, show.uri) || this.panel !== panel) {
      // Another deck was asked for in the meantime, or the preview closed.
      void client.sendNotification('decklint/preview/close', { id: show.id });
      return this.show;
    }
    this.close();
    this.show = show;
    this.listen(client);
    panel.title = `Cards: ${show.uri.path.split('/').at(-1) ?? ''}`;
    this.isReady = false;
    panel.webview.html = html;
    return show;
  }

  private listen(client: LanguageClient): void {
    this.listeners?.dispose();
    this.listeners = vscode.Disposable.from(
      client.onNotification(
        'decklint/preview/message',
        (params: { id: string; message: object }) => {
          if (params.id === this.show?.id) {
            void this.panel?.webview.postMessage(params.message);
          }
        },
      ),
      client.onNotification('decklint/preview/goto', (params: { uri: string; range: Range }) => {
        void goTo(client, params.uri, params.range);
      }),
      client.onNotification('decklint/preview/scroll', (params: { uri: string; line: number }) => {
        this.step.lead(client.protocol2CodeConverter.asUri(params.uri), params.line);
      }),
    );
  }

  /** Turns the page to what was asked for. */
  private turn(): void {
    if (this.view) {
      void this.panel?.webview.postMessage({ type: 'view', view: this.view });
    }
    this.view = undefined;
  }

  /** Passes a message of the page on to the server. */
  private pass(message: unknown): void {
    if (this.show) {
      const { id } = this.show;
      void this.server.running?.sendNotification('decklint/preview/message', { id, message });
    }
  }

  private close(): void {
    if (this.show) {
      const { id } = this.show;
      void this.server.running?.sendNotification('decklint/preview/close', { id });
    }
    this.show = undefined;
    this.listeners?.dispose();
    this.listeners = undefined;
  }

  /** A server that was started anew knows nothing of what the old one showed. */
  private async reopen(): Promise<void> {
    const client = this.server.running;
    if (client && this.panel && this.wanted) {
      await this.load(client, this.panel, this.wanted, false);
    }
  }

  private async change(): Promise<void> {
    const uri = activeDocument()?.uri;
    const client = this.server.running;
    if (client && uri && this.panel && this.show && chosen('followEditor')) {
      if (!this.shows(uri)) {
        await this.load(client, this.panel, uri, false);
      }
    }
  }

  /** Whether the cards of a deck are on the page. */
  private shows(uri: vscode.Uri): boolean {
    const shown = this.show?.uri;
    if (!shown) {
      return false;
    }
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const isBeside = folder !== undefined && folder === vscode.workspace.getWorkspaceFolder(shown);
    return isSame(uri, shown) || (this.isAll && isBeside);
  }
}
