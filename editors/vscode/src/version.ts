/** The oldest `decklint` that speaks with this extension. */
export const OLDEST = '0.1.0';

/** The version in what `decklint --version` prints; `undefined` where that is some other program. */
export function versionIn(output: string): string | undefined {
  return /^decklint (\d+\.\d+\.\d+)/.exec(output)?.[1];
}

/** Whether a version is as new as another one. */
export function isAtLeast(version: string, oldest: string): boolean {
  const wanted = oldest.split('.').map(Number);
  const given = version.split('.').map(Number);
  const first = wanted.findIndex((number, at) => number !== given[at]);
  return first < 0 || (given[first] ?? 0) > (wanted[first] ?? 0);
}
