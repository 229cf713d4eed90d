import { spawn, type ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { locate } from './binary';
import { connect } from './client';
import { selector } from './documents';
import { Restarts } from './restarts';
import { tell } from './tell';

/** How long a server may take to end, in milliseconds. */
const PATIENCE = 1_000;

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
  private child: ChildProcess | undefined;
  /** Counts starts that were asked for, so that one that is over knows it. */
  private session = 0;
  /** What is being done, to be waited for before anything else is. */
  private turn: Promise<void> = Promise.resolve();
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

  /** Starts anew, with settings and program as they are now. `since` is when that began, for the log. */
  restart(since = performance.now()): Promise<void> {
    return this.inTurn(async () => {
      this.restarts.forget();
      await this.end();
      await this.begin(since);
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
  }

  /** One after the other: settings may change while the server is still being started. */
  private inTurn(act: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(act, act);
    return this.turn;
  }

  /** Looks for the program and starts it. */
  private async begin(since: number): Promise<void> {
    this.become('starting');
    const located = await locate(this.context);
    if ('problem' in located) {
      this.isMissing(located.problem);
      return;
    }
    this.path = located.path;
    this.problem = undefined;
    this.session += 1;
    void this.keepAlive(located.path, since);
  }

  private async end(): Promise<void> {
    this.session += 1;
    await discard(this.client);
    // One that is still starting cannot be asked.
    this.child?.kill();
    this.client = undefined;
    this.become('stopped');
  }

  /** Starts the server, and starts it again when it ends by itself, until it is told to end. */
  private async keepAlive(path: string, since: number) {
    const { session } = this;
    for (let began = since; ; began = performance.now()) {
      const [client, ended] = await this.live(path, began);
      await ended;
      if (session === this.session) {
        this.become('starting');
        await discard(client);
      }
      if (session !== this.session) {
        return;
      }
      if (!this.restarts.allow(Date.now())) {
        this.fails();
        return;
      }
      this.log.warn('decklint ended by itself and is started again');
    }
  }

  /** Starts the server once; gives what settles when it has ended. */
  private async live(path: string, since: number) {
    const spawned = performance.now();
    const { session } = this;
    const child = spawn(path, ['lsp'], { windowsHide: true });
    this.child = child;
    const ended = new Promise<void>((resolve) => {
      child.once('exit', resolve).once('error', resolve);
    });
    // The server starts while we look for what it is to be told of.
    const documents = await selector();
    if (session !== this.session) {
      child.kill();
      return [undefined, ended] as const;
    }
    const client = connect(this, child, documents);
    this.client = client;
    const isUp = await Promise.race([this.start(client, child), ended.then(() => false)]);
    if (isUp && session === this.session) {
      const [before, server] = [spawned - since, performance.now() - spawned].map(Math.round);
      this.log.info(`${path}: started after ${before} ms, answered after ${server} ms more`);
      this.become('running');
    }
    return [client, ended] as const;
  }

  private async start(client: LanguageClient, child: ChildProcess): Promise<boolean> {
    try {
      await client.start();
      return true;
    } catch (error) {
      this.log.error(String(error));
      child.kill();
      return false;
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

/** Lets go of a client, and of what it registered; waits no longer than a second. */
async function discard(client: LanguageClient | undefined): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const stopped = client?.stop(PATIENCE).catch(() => undefined);
  await Promise.race([stopped, patience]);
}
