// The reference pages in a real browser, from the disk: search, links, the other language.
import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium, root } from '../../scripts/steps.mjs';

const address = (/** @type {string} */ page) => `${pathToFileURL(path.join(root, 'docs/reference'))}/${page}`;

describe('the reference in a browser', function () {
  this.timeout(30_000);
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {string[]} */
  let errors;

  before(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox'] });
  });
  after(() => browser?.close());
  beforeEach(async () => {
    page = await browser.newPage();
    errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
  });
  afterEach(async () => {
    await page.close();
    assert.deepEqual(errors, []);
  });

  const found = () => page.locator('#found a code').allTextContents();

  it('finds a parameter by its name, and goes there', async () => {
    await page.goto(address('en/index.html'));
    await page.keyboard.press('/');
    await page.keyboard.type('relayhost');
    assert.equal((await found())[0], 'relayhost');
    await page.keyboard.press('Enter');
    await page.waitForURL(/parameters-routing\.html#relayhost$/);
    await page.locator('section:target').getByText('Hands all mail for other systems').waitFor();
  });

  it('finds by words of the text, in Japanese too', async () => {
    await page.goto(address('ja/parameters-smtp-client.html'));
    await page.fill('#search', '中継サーバー　ログイン');
    const names = await found();
    assert.ok(
      names.includes('smtp_sasl_password_maps') || names.includes('smtp_sasl_auth_soft_bounce'),
      names.join(' '),
    );
    await page.fill('#search', 'no such word anywhere');
    assert.equal(await page.locator('#found').isVisible(), false);
  });

  it('changes the language and stays at the same topic', async () => {
    await page.goto(address('en/parameters-routing.html#relayhost'));
    await page.click('#other-language');
    await page.waitForURL(/ja\/parameters-routing\.html#relayhost$/);
    await page.locator('section:target').getByText('ほかのシステム').waitFor();
  });

  it('begins in the language of the browser', async () => {
    const japanese = await browser.newContext({ locale: 'ja-JP' });
    const first = await japanese.newPage();
    await first.goto(address('index.html'));
    await first.waitForURL(/ja\/index\.html$/);
    await japanese.close();
  });

  it('leads from a text to the parameter that it names', async () => {
    await page.goto(address('en/parameters-routing.html#relayhost'));
    await page.locator('section:target p').first().getByText('transport_maps', { exact: true }).click();
    await page.waitForURL(/#transport_maps$/);
  });
});
