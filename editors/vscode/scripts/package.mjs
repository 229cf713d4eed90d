// Makes the .vsix files. Without arguments: one without a binary, for every platform.
//   --here                        for this machine, with the release binary of this repository
//   --target T --binary PATH      for platform T (linux-x64, darwin-arm64, win32-x64 …)
//   --binaries FOLDER             for each platform T that has FOLDER/T/decklint or decklint.exe
//   --out FOLDER                  where to put them; else dist/
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(here, 'bin');
const { values } = parseArgs({
  options: {
    here: { type: 'boolean' },
    target: { type: 'string' },
    binary: { type: 'string' },
    binaries: { type: 'string' },
    out: { type: 'string', default: join(here, 'dist') },
  },
});

const named = (platform) => (platform.startsWith('win32') ? 'decklint.exe' : 'decklint');

/** Each platform to package for, with its binary; no platform for all of them and no binary. */
function wanted() {
  if (values.binaries) {
    const platforms = readdirSync(values.binaries);
    const of = (platform) => join(values.binaries, platform, named(platform));
    return platforms.filter((it) => existsSync(of(it))).map((it) => [it, of(it)]);
  }
  if (values.here) {
    const platform = `${process.platform}-${process.arch}`;
    const built = join(here, '..', '..', 'target', 'release', named(platform));
    return [[platform, values.binary ?? built]];
  }
  if (values.target && values.binary) {
    return [[values.target, values.binary]];
  }
  return [[undefined, undefined]];
}

function bundle() {
  const built = spawnSync(process.execPath, [join(here, 'scripts', 'build.mjs')], {
    stdio: 'inherit',
  });
  if (built.status !== 0) {
    throw new Error('the bundle could not be built');
  }
}

async function pack([platform, binary]) {
  rmSync(bin, { recursive: true, force: true });
  if (binary) {
    mkdirSync(bin);
    const copy = join(bin, named(platform));
    copyFileSync(binary, copy);
    chmodSync(copy, 0o755);
  }
  const path = join(values.out, platform ? `decklint-${platform}.vsix` : 'decklint.vsix');
  await createVSIX({
    cwd: here,
    packagePath: path,
    ...(platform ? { target: platform } : {}),
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
    rewriteRelativeLinks: false,
  });
  rmSync(bin, { recursive: true, force: true });
}

bundle();
mkdirSync(values.out, { recursive: true });
for (const one of wanted()) {
  await pack(one);
}
