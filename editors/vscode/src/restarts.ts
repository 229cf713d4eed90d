/** How often the server may end by itself before it is left alone. */
const MOST = 5;

/** Within how many milliseconds. */
const WITHIN = 3 * 60_000;

/** Counts how often the server ended by itself, so that one that cannot live is not started for ever. */
export class Restarts {
  private ends: number[] = [];

  /** Whether to start it again, now that it has ended, at a time in milliseconds. */
  allow(now: number): boolean {
    this.ends = [...this.ends.filter((end) => now - end < WITHIN), now];
    return this.ends.length <= MOST;
  }

  /** The author has asked for a start: what was does not count. */
  forget(): void {
    this.ends = [];
  }
}
