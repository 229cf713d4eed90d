import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

const here = dirname(fileURLToPath(import.meta.url));

/** Where pictures go: to the documents only when they are to be made anew. */
const PICTURES = process.env.DECKLINT_PICTURES
  ? ['../../../../docs/images/vscode', '../../media']
  : ['../artifacts'];

/** How long to wait for what has to happen, in milliseconds: far longer than it takes anywhere. */
export const PATIENCE = 60_000;

/** What a person does in the workbench and sees there. */
export class Page {
  constructor(page) {
    this.page = page;
  }

  /** Opens a file of the folder. */
  async open(name) {
    await this.quickly(
      'Control+P',
      name,
      `.quick-input-list .monaco-list-row[aria-label*="${name}"]`,
    );
    await this.gone('.quick-input-widget');
    await this.see(`.tab.active[data-resource-name="${name}"]`);
    await this.see('.editor-instance .view-lines .view-line');
  }

  /** Runs a command of the palette. */
  async command(title) {
    await this.quickly(
      'F1',
      `>${title}`,
      `.quick-input-list .monaco-list-row[aria-label^="${title}"]`,
    );
  }

  /** Asks for a row of a picker. Whatever takes the focus late closes it: then it is opened anew. */
  async quickly(key, text, row) {
    await until(async () => {
      await this.page.keyboard.press(key);
      try {
        await this.page.fill('.quick-input-widget input', text, { timeout: PATIENCE / 6 });
        await this.page.click(row, { timeout: PATIENCE / 6 });
        return true;
      } catch {
        await this.page.keyboard.press('Escape');
        return false;
      }
    }, `a row for ${text}`);
  }

  /** Puts the cursor at a line and a column, counted from one. */
  async goTo(line, column = 1) {
    // There is a row once the picker has understood the line.
    await this.quickly(
      'Control+G',
      `:${line}:${column}`,
      `.quick-input-list .monaco-list-row[aria-label*="line ${line}"]`,
    );
    await this.gone('.quick-input-widget');
    await this.see(`.editor-group-container.active .monaco-editor.focused`);
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  /** Waits for what fits a selector, and has the text where one is given. */
  async see(selector, text) {
    const found = this.page.locator(selector);
    const wanted = text === undefined ? found : found.filter({ hasText: text });
    await wanted.first().waitFor({ state: 'visible' });
    return wanted.first();
  }

  async gone(selector, text) {
    const found = this.page.locator(selector);
    const wanted = text === undefined ? found : found.filter({ hasText: text });
    await wanted.first().waitFor({ state: 'hidden' });
  }

  /** What is written in all that fits a selector, once something that fits it satisfies a test. */
  async texts(selector, test = (texts) => texts.length > 0) {
    return until(async () => {
      const texts = await this.page.locator(selector).allInnerTexts();
      const plain = texts.map((text) => text.replaceAll('\u00a0', ' ').trim());
      return test(plain) ? plain : undefined;
    }, `texts of ${selector}`);
  }

  /** The lines of the active editor that are in view. */
  async lines(test) {
    return this.texts('.editor-group-container.active .view-lines .view-line', test);
  }

  /** Leaves pickers, hovers and messages. */
  async dismiss() {
    await this.press('Escape', 'Escape');
    const close = this.page.locator('.notification-list-item .codicon-notifications-clear');
    while (await close.count()) {
      await close
        .first()
        .click({ force: true })
        .catch(() => undefined);
    }
    // Of more than three messages in 800 ms, the workbench shows no more.
    await wait(800);
  }

  /** Keeps a picture for the documents, in which nothing moves; `shop` for those of the extension. */
  async keep(name, { shop = false } = {}) {
    // In a part of the workbench that says nothing of itself.
    await this.page.mouse.move(170, 330);
    await wait(400);
    const picture = await this.page.screenshot({ animations: 'disabled', caret: 'hide' });
    for (const folder of PICTURES.slice(0, shop ? 2 : 1)) {
      mkdirSync(join(here, folder), { recursive: true });
      writeFileSync(join(here, folder, name), picture);
    }
  }

  /** The webview in which something fits a selector, once there is one. */
  async frame(selector) {
    return until(async () => {
      for (const frame of this.page.frames()) {
        const count = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (frame !== this.page.mainFrame() && count > 0) {
          return frame;
        }
      }
      return undefined;
    }, `a webview with ${selector}`);
  }

  /** The log of the extension, as it is now. */
  log() {
    const logs = join(this.base, 'data', 'logs');
    const names = readdirSync(logs, { recursive: true }).map(String);
    const ours = names.filter((name) => /decklint[^/]*\/[^/]*\.log$/i.test(name));
    return ours.map((name) => readFileSync(join(logs, name), 'utf8')).join('');
  }
}

/** Waits until something gives a value. */
export async function until(look, what = 'it') {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`${what}: waited ${PATIENCE / 1000} s in vain`);
    }
    await wait(50);
  }
}
