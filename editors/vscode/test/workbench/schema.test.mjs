// decklint.toml beside the extension that knows TOML. A stand-in takes its place, which has its name
// and its setting: what it does with the setting is its own business.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { until } from './page.mjs';
import { start } from './workbench.mjs';

const SETTING = 'evenBetterToml.schema.associations';
const STAND_IN = {
  name: 'even-better-toml',
  publisher: 'tamasfe',
  version: '1.0.0',
  engines: { vscode: '^1.91.0' },
  contributes: { configuration: { properties: { [SETTING]: { type: 'object', default: {} } } } },
};

async function standIn(base) {
  const folder = join(base, 'stand-in');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(STAND_IN));
  writeFileSync(join(folder, 'README.md'), '# A stand-in\n');
  const packagePath = join(base, 'stand-in.vsix');
  const options = { dependencies: false, allowMissingRepository: true, skipLicense: true };
  await createVSIX({ cwd: folder, packagePath, ...options });
  return [packagePath];
}

let bench;
after(() => bench?.close());

test('the author is asked, and then the schema is connected', async () => {
  bench = await start({ files: { 'decklint.toml': '[rules]\n', 'a.deck': '' }, prepare: standIn });
  await bench.open('decklint.toml');
  const asked = await bench.see('.notification-list-item', 'completed and checked while you type?');
  await asked.getByText('Yes', { exact: true }).click();
  const settings = () =>
    JSON.parse(readFileSync(join(bench.base, 'data/User/settings.json'), 'utf8'));
  const set = await until(() => settings()[SETTING], 'the setting');
  const [[files, schema]] = Object.entries(set);
  assert.match(join(bench.folder, 'decklint.toml'), new RegExp(files));
  assert.doesNotMatch(join(bench.folder, 'other.toml'), new RegExp(files));
  assert.ok(existsSync(fileURLToPath(schema)));
  assert.ok(JSON.parse(readFileSync(fileURLToPath(schema), 'utf8')).properties.rules);
});
