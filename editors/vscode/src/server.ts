import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { locate } from './binary';
import { selector } from './documents';
import { Restarts } from './restarts';
import { PAGE } from './rules';
import { tell } from './tell';

/** What there is of the language server. */
export type Condition = 'starting' | 'running' | 'stopped' | 'missing';

type Next = (command: string, args: unknown[]) => unknown;

/** Handles a command of the server, or hands it on. */
export type CommandHandler = (command: string, args: unknown[], next: Next) => unknown;

/** Starts the language server, starts it again when it dies, and says what to do where it cannot. */
export class Server implements vscode.Disposable {
  /** The program that was found. */
  path: string | undefined;
  condition: Condition = 'stopped';
  /** What is wrong, where it is. */
  problem: string | undefined;
  /** Handles commands of the server that are done in the editor. */
  onCommand: CommandHandler = (command, args, next) => next(command, args);

  private client: LanguageClient | undefined;
  private readonly restarts = new Restarts();
  private readonly changed = new vscode.EventEmitter<Condition>();
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
  ) {}

  /** The client to ask, while the server answers. */
  get running(): LanguageClient | undefined {
    return this.condition === 'running' ? this.client : undefined;
  }

  /** Looks for the program and starts it. `since` is when the extension began, for the log. */
  async start(since = performance.now()): Promise<void> {
    this.become('starting');
    const [located, documents] = await Promise.all([locate(this.context), selector()]);
    if ('problem' in located) {
      this.isMissing(located.problem);
      return;
    }
    this.path = located.path;
    const run = { command: located.path, args: ['lsp'] };
    const client = new LanguageClient('decklint', 'Decklint', run, this.options(documents));
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      this.follow(client, newState);
    });
    const spawned = performance.now();
    try {
      await client.start();
    } catch (error) {
      this.log.error(String(error));
      this.fails();
      return;
    }
    const [before, server] = [spawned - since, performance.now() - spawned].map(Math.round);
    this.log.info(`${located.path}: ready; ${before} ms of ours, ${server} ms of the server's`);
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.needsStop()) {
      await client.stop().catch(() => undefined);
    }
    this.become('stopped');
  }

  /** Starts anew, with settings and program as they are now. */
  async restart(): Promise<void> {
    this.restarts.forget();
    await this.stop();
    await this.start();
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
  }

  private options(documentSelector: LanguageClientOptions['documentSelector'] & object) {
    const cardNumbers = vscode.workspace.getConfiguration('decklint').get('cardNumbers', false);
    return {
      documentSelector,
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticPullOptions: { onChange: true, onSave: false },
      initializationOptions: { rulePages: PAGE(), cardNumbers },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(),
      },
      middleware: {
        executeCommand: (command, args: unknown[], next) => this.onCommand(command, args, next),
      },
    } satisfies LanguageClientOptions;
  }

  private closed() {
    if (this.restarts.allow(Date.now())) {
      this.log.warn('decklint ended by itself and is started again');
      return { action: CloseAction.Restart, handled: true };
    }
    this.fails();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private follow(client: LanguageClient, state: State): void {
    if (client === this.client && state !== State.Stopped) {
      this.become(state === State.Running ? 'running' : 'starting');
    }
  }

  private isMissing(problem: string): void {
    this.problem = problem;
    this.become('missing');
    this.log.error(problem);
    void tell(problem, ['settings', 'retry']);
  }

  private fails(): void {
    this.problem = 'decklint keeps ending by itself, so decks are not checked. The log says why.';
    this.become('missing');
    void tell(this.problem, ['log', 'retry']);
  }

  private become(condition: Condition): void {
    this.condition = condition;
    void vscode.commands.executeCommand('setContext', 'decklint.condition', condition);
    this.changed.fire(condition);
  }
}
