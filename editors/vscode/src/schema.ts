import * as vscode from 'vscode';

/** The extension that knows TOML, and its setting of which files have which schema. */
const TOML = 'tamasfe.even-better-toml';
const SETTING = 'evenBetterToml.schema.associations';

/** The files that have our schema, as a regular expression over their names. */
const FILES = '.*/decklint\\.toml$';

/** Where not to be asked again is remembered. */
const DECLINED = 'decklint.schema.declined';

/**
 * Has `decklint.toml` completed and checked by the extension that knows TOML. That one wants the
 * schema by an absolute name, which differs from machine to machine, so it is a setting of the
 * author's, who is asked first.
 */
export class Schema implements vscode.Disposable {
  private readonly parts: vscode.Disposable;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.parts = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => void this.offer(editor?.document)),
    );
    void this.renew();
    void this.offer(vscode.window.activeTextEditor?.document);
  }

  dispose(): void {
    this.parts.dispose();
  }

  /** Sets it up, and says so. */
  async connect(): Promise<void> {
    if (!vscode.extensions.getExtension(TOML)) {
      const search = 'Show Extension';
      const advice = 'Install the extension “Even Better TOML” first: it checks TOML files.';
      if ((await vscode.window.showInformationMessage(advice, search)) === search) {
        await vscode.commands.executeCommand('workbench.extensions.search', TOML);
      }
      return;
    }
    await this.write();
    void vscode.window.showInformationMessage(
      'decklint.toml is checked while you type from now on.',
    );
  }

  private get url(): string {
    return vscode.Uri.file(this.context.asAbsolutePath('schemas/decklint.schema.json')).toString();
  }

  private async write(): Promise<void> {
    const all = vscode.workspace.getConfiguration().get<Record<string, string>>(SETTING, {});
    const next = { ...all, [FILES]: this.url };
    await vscode.workspace
      .getConfiguration()
      .update(SETTING, next, vscode.ConfigurationTarget.Global);
  }

  /** A newer version of ours lies in another folder. */
  private async renew(): Promise<void> {
    const all = vscode.workspace.getConfiguration().get<Record<string, string>>(SETTING, {});
    if (FILES in all && all[FILES] !== this.url && vscode.extensions.getExtension(TOML)) {
      await this.write();
    }
  }

  private async offer(document: vscode.TextDocument | undefined): Promise<void> {
    const settings = vscode.workspace.getConfiguration().get<Record<string, string>>(SETTING, {});
    const isOurs = document?.uri.path.endsWith('/decklint.toml');
    const isSettled = FILES in settings || this.context.globalState.get(DECLINED, false);
    if (!isOurs || isSettled || !vscode.extensions.getExtension(TOML)) {
      return;
    }
    const [yes, never] = ['Yes', 'Do Not Ask Again'];
    const question = 'Have decklint.toml completed and checked while you type?';
    const answer = await vscode.window.showInformationMessage(question, yes, never);
    if (answer === yes) {
      await this.write();
    } else if (answer === never) {
      await this.context.globalState.update(DECLINED, true);
    }
  }
}
