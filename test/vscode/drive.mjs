// The extension in a page, used with mouse and keyboard as by its users. Leaves pictures in test-results/screenshots/.
//
//   node scripts/mocha.mjs test/vscode/drive.mjs [--version=1.96]
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fakePostconf } from '../../scripts/fake-postconf.mjs';
import { vsixFile } from '../../scripts/package.mjs';
import { cleanups, root } from '../../scripts/steps.mjs';
import { openBrowser, startServer } from '../../tools/vscode-offline/server.mjs';

const version =
  process.argv.find((argument) => argument.startsWith('--version='))?.slice('--version='.length) ?? 'newest';
const pictures = path.join(root, 'test-results/screenshots', version === 'newest' ? '' : version);

/** What would only take room in a picture is switched off. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 1.5,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.scrollBeyondLastLine': false,
  'editor.stickyScroll.enabled': false,
  'window.menuBarVisibility': 'hidden',
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
};

/**
 * One VS Code with one page, on a copy of an example.
 * @param {import('../../tools/vscode-offline/server.mjs').ServerOptions} options
 * @param {string} example
 */
async function openExample(options = {}, example = 'home-server') {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-config-pages-'));
  const remove = async () => fs.rmSync(work, { recursive: true, force: true });
  cleanups.add(remove);
  const folder = path.join(work, example);
  fs.cpSync(path.join(root, 'examples', example), folder, { recursive: true });
  const postconf = fakePostconf(work);
  const server = await startServer({
    version,
    vsix: [vsixFile()],
    ...options,
    settings: { ...settings, ...options.settings },
    env: postconf,
  });
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(30_000);
  await page.goto(server.page(folder, [['openFile', server.remote(path.join(folder, 'main.cf'))]]));
  const close = async () => {
    await browser.close();
    await server.stop();
    await remove();
    cleanups.delete(remove);
  };
  await page.locator('.view-line').first().waitFor();
  await page.keyboard.press('Control+B');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  return { page, close, wasAsked: () => fs.existsSync(postconf.POSTCONF_MARKER) };
}

/** @typedef {import('playwright-core').Page} Page */

/** A line of the editor. The editor renders no-break spaces. @param {Page} page @param {string | RegExp} text */
const line = (page, text) => page.locator('.view-line', { hasText: text }).first();

/** Waits until a line is underlined, or until it is not. @param {Page} page @param {string} text @param {boolean} [wanted] */
const untilUnderlined = (page, text, wanted = true) =>
  page.waitForFunction(
    ([text, wanted]) => {
      const lines = [...document.querySelectorAll('.view-line')];
      const found = lines.find((each) => each.textContent?.replaceAll('\u00a0', ' ').includes(text));
      if (!found) return false;
      const { top } = found.getBoundingClientRect();
      const marks = [...document.querySelectorAll('.squiggly-error, .squiggly-warning, .squiggly-info')];
      return marks.some((mark) => Math.abs(mark.getBoundingClientRect().top - top) < 5) === wanted;
    },
    /** @type {const} */ ([text, wanted]),
  );

/** @param {Page} page @param {string} name @param {number} [height] the upper part of the window, where that tells all */
async function picture(page, name, height = 800) {
  fs.mkdirSync(pictures, { recursive: true });
  const clip = { x: 0, y: 0, width: 1280, height };
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled', clip });
}

/** Types text on a line of its own at the end of the file. @param {Page} page @param {string} text */
async function typeAtEnd(page, text) {
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  // What the editor's indentation put there is not wanted.
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text, { delay: 30 });
}

/** @param {Page} page @param {string} file */
async function openFile(page, file) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget .quick-input-box input').first().fill(file);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: file }).waitFor();
}

/** Runs a command from the palette. @param {Page} page @param {string} title */
async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget .quick-input-box input').first().fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** @param {Page} page @param {string} text */
const suggestion = (page, text) => page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first();

/** Opens the list of fixes for the indented setting of the example. @param {Page} page */
async function showFixes(page) {
  await page.keyboard.press('Escape');
  await line(page, /^\s+smtp_sasl_mechanism_filter/).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}

/** The lenses that tell who may relay. @param {Page} page */
const lenses = (page) => page.locator('.codelens-decoration a', { hasText: /^(Relays|smtpd|リレー)/ });

/** What the panel beside the file shows. @param {Page} page */
const table = (page) => page.frameLocator('iframe.webview.ready').frameLocator('iframe').locator('main');

/** Shows what the editor says about relayhost. @param {Page} page @param {string | RegExp} expected */
async function hoverRelayhost(page, expected) {
  await page.keyboard.press('Control+Home');
  await line(page, /^relayhost\s*=/)
    .locator('span span')
    .first()
    .hover({ position: { x: 30, y: 8 } });
  const hover = page.locator('.monaco-hover:visible', { hasText: expected }).first();
  await hover.waitFor();
  return (await hover.textContent()) ?? '';
}

describe(`the page of VS Code ${version}`, function () {
  this.timeout(90_000);

  /** @type {Awaited<ReturnType<typeof openExample>>} */
  let opened;
  /** @param {import('../../tools/vscode-offline/server.mjs').ServerOptions} [options] @param {string} [example] */
  const open = (options, example) => async () => {
    opened = await openExample(options, example);
  };
  const close = () => opened?.close();

  describe('in English', () => {
    before(open());
    after(close);

    it('marks the problems of a file that is opened', async () => {
      const { page } = opened;
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel-container .monaco-list-row', { hasText: 'postfix-config' }).first().waitFor();
      await picture(page, 'problems');
      await page.keyboard.press('Control+J');
      await page.locator('.markers-panel-container').waitFor({ state: 'hidden' });
    });

    it('explains a parameter under the mouse', async () => {
      await hoverRelayhost(opened.page, 'OP25B');
      await picture(opened.page, 'hover', 480);
    });

    it('offers the fixes of a problem', async () => {
      const { page } = opened;
      await showFixes(page);
      await picture(page, 'quick-fix', 640);
      await page.keyboard.press('Escape');
    });

    it('marks a problem as soon as it is typed', async () => {
      const { page } = opened;
      await line(page, /\S/).click();
      await typeAtEnd(page, 'smtpd_baner = $myhostname ESMTP');
      await page.keyboard.press('Escape');
      await untilUnderlined(page, 'smtpd_baner');
      await picture(page, 'typing');
    });

    it('offers a fix, and applies it', async () => {
      const { page } = opened;
      await page.keyboard.press('Home');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row', { hasText: 'smtpd_banner' }).first().waitFor();
      await page.keyboard.press('Enter');
      await line(page, /^smtpd_banner\s=\s\$myhostname\sESMTP/).waitFor();
      await untilUnderlined(page, 'smtpd_banner = $myhostname ESMTP', false);
    });

    it('completes the name of a parameter', async () => {
      const { page } = opened;
      await typeAtEnd(page, 'smtpd_tls_sec');
      await page.keyboard.press('Control+Space');
      await suggestion(page, 'smtpd_tls_security_level').waitFor();
      await picture(page, 'completion');
      await page.keyboard.press('Enter');
      await line(page, /^smtpd_tls_security_level(\s=.*)?$/).waitFor();
      await page.keyboard.press('Escape');
    });

    it('completes a value', async () => {
      const { page } = opened;
      await page.keyboard.press('Escape');
      await typeAtEnd(page, 'smtp_tls_security_level = ');
      await page.keyboard.press('Control+Space');
      await suggestion(page, 'encrypt').waitFor();
      await picture(page, 'value');
      await page.keyboard.type('encr');
      await suggestion(page, 'encrypt').waitFor();
      await page.keyboard.press('Enter');
      await line(page, /^smtp_tls_security_level\s=\sencrypt/).waitFor();
    });

    it('marks the problems of master.cf', async () => {
      const { page } = opened;
      await openFile(page, 'master.cf');
      await untilUnderlined(page, 'smtp_error_sleep_time');
      await picture(page, 'master', 680);
    });

    it('inserts a service', async () => {
      const { page } = opened;
      await line(page, /\S/).click();
      await typeAtEnd(page, 'submissions');
      await page.keyboard.press('Control+Space');
      await suggestion(page, 'submissions').waitFor();
      await picture(page, 'snippet-list');
      await page.keyboard.press('Enter');
      await line(page, /^\s+-o\ssmtpd_tls_wrappermode=yes/).waitFor();
      await picture(page, 'snippet');
    });
  });

  describe('in Japanese', () => {
    before(open({ locale: 'ja' }));
    after(close);

    it('marks the problems', async () => {
      const { page } = opened;
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
      await page.keyboard.press('Control+Shift+M');
      const entry = page.locator('.markers-panel-container .monaco-list-row', { hasText: 'postfix-config' }).first();
      assert.match((await entry.textContent()) ?? '', /[\u3040-\u30ff]/);
      await picture(page, 'problems-ja');
      await page.keyboard.press('Control+J');
      await page.locator('.markers-panel-container').waitFor({ state: 'hidden' });
    });

    it('explains a parameter', async () => {
      const text = await hoverRelayhost(opened.page, '宛先');
      assert.match(text, /(です|ます)。/);
      await picture(opened.page, 'hover-ja', 480);
    });

    it('offers the fixes of a problem', async () => {
      const { page } = opened;
      await showFixes(page);
      await page.locator('.action-widget .monaco-list-row', { hasText: /[\u3040-\u30ff\u4e00-\u9fff]/ }).waitFor();
      await picture(page, 'quick-fix-ja', 640);
    });
  });

  describe('on a server that relays', () => {
    before(open({}, 'home-server-fixed'));
    after(close);

    it('tells above each service who may relay, and shows the table at a click', async () => {
      const { page } = opened;
      await openFile(page, 'master.cf');
      await lenses(page).nth(3).waitFor();
      assert.deepEqual((await lenses(page).allTextContents()).slice(0, 2), [
        'Relays for: mynetworks',
        'Relays for: logged-in users',
      ]);
      await lenses(page).nth(1).click();
      await table(page).locator('th.asked', { hasText: 'submission (587)' }).waitFor();
      await picture(page, 'relay');
    });

    it('goes to the restriction at a click on its verdict, by keyboard too', async () => {
      const { page } = opened;
      const verdict = table(page).locator('td.asked.refused button', { hasText: '554 5.7.1' }).first();
      assert.equal(await verdict.getAttribute('title'), 'smtpd_client_restrictions: reject');
      await verdict.click();
      await page.locator('.statusbar-item', { hasText: 'Ln 13, Col 58' }).waitFor();
      await table(page).locator('button', { hasText: 'refused 450' }).first().press('Enter');
      await page.locator('.tab.active', { hasText: 'main.cf' }).waitFor();
      await page.locator('.statusbar-item', { hasText: 'Ln 31, Col 75' }).waitFor();
    });

    it('follows what is typed', async () => {
      const { page } = opened;
      await typeAtEnd(page, 'smtpd_relay_restrictions = reject_unauth_destination');
      await table(page).locator('thead', { hasText: 'Relays for nobody' }).waitFor();
      await lenses(page).filter({ hasText: 'Relays for nobody' }).first().waitFor();
    });
  });

  describe('in a dark theme', () => {
    before(open({ settings: { 'workbench.colorTheme': 'Default Dark Modern' } }));
    after(close);

    it('marks the problems', async () => {
      const { page } = opened;
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
      await picture(page, 'dark');
    });
  });

  describe('with a folder that is not trusted', () => {
    before(open({ trust: false, settings: { 'security.workspace.trust.banner': 'never' } }));
    after(close);

    it('marks the problems without running anything', async () => {
      const { page, wasAsked } = opened;
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
      await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
      await hoverRelayhost(page, 'OP25B');
      assert.equal(wasAsked(), false);
    });

    it('asks the installed Postfix once the folder is trusted', async () => {
      const { page, wasAsked } = opened;
      await runCommand(page, 'Workspaces: Manage Workspace Trust');
      assert.equal(wasAsked(), false);
      await page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).click();
      await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'hidden' });
      for (const deadline = Date.now() + 20_000; !wasAsked(); await page.waitForTimeout(50)) {
        assert.ok(Date.now() < deadline, 'postconf was not run');
      }
    });
  });
});
