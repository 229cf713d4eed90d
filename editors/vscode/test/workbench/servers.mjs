import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** The processes of the server that came with the extension of this workbench. */
export function servers({ base }) {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => {
    try {
      const program = readlinkSync(`/proc/${pid}/exe`);
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return program.startsWith(base) && line.includes('\0lsp');
    } catch {
      return false;
    }
  });
}
