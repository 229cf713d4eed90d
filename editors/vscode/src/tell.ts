import * as vscode from 'vscode';

const REMEDIES = {
  settings: {
    title: 'Open Settings',
    run: () => vscode.commands.executeCommand('workbench.action.openSettings', 'decklint.path'),
  },
  retry: { title: 'Try Again', run: () => vscode.commands.executeCommand('decklint.restart') },
  log: { title: 'Show Log', run: () => vscode.commands.executeCommand('decklint.showLog') },
};

/** Something that the author can do about a problem. */
export type Remedy = keyof typeof REMEDIES;

/** Says what is wrong, with buttons for what can be done. */
export async function tell(problem: string, remedies: Remedy[]): Promise<void> {
  const offered = remedies.map((remedy) => REMEDIES[remedy]);
  const chosen = await vscode.window.showErrorMessage(problem, ...offered);
  await chosen?.run();
}
