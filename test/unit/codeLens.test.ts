import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createConfiguration } from '../../server/src/engine/configuration/configuration';
import type { Locale } from '../../server/src/engine/locale';
import { codeLenses, resolveCodeLens } from '../../server/src/features/codeLens';
import { relayTableHtml } from '../../server/src/features/relayTable';
import type { FeatureRequest } from '../../server/src/features/request';
import { configurationOf } from '../check';
import { parseFixture } from '../fixture';

interface Options {
  readonly locale?: Locale;
  readonly isTemplate?: boolean;
  /** Name → text. */
  readonly tables?: Readonly<Record<string, string>>;
}

function requestFor(fixture: string, kind: 'main.cf' | 'master.cf', options: Options = {}): FeatureRequest {
  const { files } = parseFixture(fixture);
  const { locale = 'en', isTemplate = false, tables = {} } = options;
  const readFile = (file: string) => (file in tables ? { text: tables[file] ?? '' } : undefined);
  const read = configurationOf(files, { version: '3.7.11', machine: { readFile } });
  return {
    configuration: isTemplate ? createConfiguration({ ...read, isTemplate }) : read,
    document: TextDocument.create(`file:///etc/postfix/${kind}`, 'x', 1, files[kind] ?? ''),
    kind,
    locale,
    uriOf: (file) => `file://${file.startsWith('/') ? '' : '/etc/postfix/'}${file}`,
    problems: () => [],
    problemsWith: () => [],
  };
}

/** `line: title` of each lens, from 1. */
function lenses(fixture: string, kind: 'main.cf' | 'master.cf', options?: Options): string[] {
  const request = requestFor(fixture, kind, options);
  return codeLenses(request).map((lens) => {
    const { command } = resolveCodeLens(request, lens, { showsTable: true });
    return `${lens.range.start.line + 1}: ${command?.title}`;
  });
}

const MAIN = `compatibility_level = 3.6
myhostname = mail.example.jp
mydestination = example.jp
mynetworks = 127.0.0.0/8, 192.168.11.0/24
`;

const LIST = `${MAIN}smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
`;

const SERVICES = `
-- master.cf --
smtp      inet  n  -  n  -  -  smtpd
submission inet n  -  n  -  -  smtpd
  -o smtpd_tls_security_level=may
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
smtp      unix  -  -  n  -  -  smtp
`;

describe('code lens', () => {
  it('tells for whom each service relays', () => {
    assert.deepEqual(lenses(LIST + SERVICES, 'master.cf'), [
      '1: Relays for: mynetworks',
      '2: Relays for: logged-in users',
    ]);
    assert.deepEqual(lenses(LIST + SERVICES, 'master.cf', { locale: 'ja' }), [
      '1: リレーできるのは: mynetworks',
      '2: リレーできるのは: ログインした利用者',
    ]);
  });

  it('tells it of the list in main.cf by the service that others reach', () => {
    assert.deepEqual(lenses(LIST, 'main.cf'), ['5: Relays for: mynetworks']);
    assert.deepEqual(lenses(LIST + SERVICES, 'main.cf'), [
      '5: smtp (25): Relays for: mynetworks. Other services differ',
    ]);
    assert.deepEqual(lenses(LIST + SERVICES, 'main.cf', { locale: 'ja' }), [
      '5: smtp (25): リレーできるのは: mynetworks。ほかのサービスでは異なります',
    ]);
    const own = SERVICES.replace('smtpd_client_restrictions=', 'smtpd_relay_restrictions=');
    assert.deepEqual(lenses(LIST + own, 'main.cf'), ['5: Relays for: mynetworks']);
    assert.deepEqual(lenses(MAIN + SERVICES, 'main.cf'), []);
  });

  it('stands above the entry that counts', () => {
    assert.deepEqual(lenses(`${LIST}smtpd_relay_restrictions = reject_unauth_destination\n`, 'main.cf'), [
      '6: Relays for nobody',
    ]);
  });

  it('warns of an open relay', () => {
    const open = LIST.replace('reject_unauth', 'check_client_access static:OK, reject_unauth');
    assert.deepEqual(lenses(open, 'main.cf'), ['5: Relays for everybody: open relay']);
    assert.deepEqual(lenses(open, 'main.cf', { locale: 'ja' }), ['5: 誰でもリレーできます（オープンリレー）']);
    assert.deepEqual(lenses(`${open}\n-- master.cf --\n127.0.0.1:10025 inet n - n - - smtpd\n`, 'master.cf'), [
      '1: Relays for everybody on this machine',
    ]);
  });

  it('says what depends on others', () => {
    const policy = LIST.replace('reject_unauth', 'check_policy_service inet:127.0.0.1:10023, reject_unauth');
    assert.deepEqual(lenses(policy, 'main.cf'), ['5: Relays for: mynetworks; perhaps: strangers']);
  });

  it('reads tables where it may', () => {
    const table = LIST.replace('reject_unauth', 'check_client_access hash:/etc/postfix/clients, reject_unauth');
    assert.deepEqual(lenses(table, 'main.cf'), ['5: Relays for: mynetworks; perhaps: strangers']);
    const tables = { '/etc/postfix/clients': '192.0.2.99 OK\n' };
    assert.deepEqual(lenses(table, 'main.cf', { tables }), ['5: Relays for: mynetworks']);
  });

  it('says why a service does not start', () => {
    const bare = `compatibility_level = 3.6\nsmtpd_relay_restrictions = permit_mynetworks\n`;
    assert.match(lenses(bare, 'main.cf')[0] ?? '', /^2: smtpd does not start: smtpd_relay_restrictions$/);
    assert.match(lenses(bare, 'main.cf', { locale: 'ja' })[0] ?? '', /^2: smtpd が起動しません: /);
  });

  it('is silent on templates, replaced services and other programs', () => {
    assert.deepEqual(lenses(LIST + SERVICES, 'master.cf', { isTemplate: true }), []);
    assert.deepEqual(lenses(LIST + SERVICES, 'main.cf', { isTemplate: true }), []);
    assert.deepEqual(lenses(`${LIST + SERVICES}25 inet n - n - - smtpd\n`, 'master.cf'), [
      '2: Relays for: logged-in users',
      '7: Relays for: mynetworks',
    ]);
    assert.deepEqual(lenses(`${LIST}\n-- master.cf --\nsmtp unix - - n - - smtp\n`, 'main.cf'), []);
  });

  it('opens the table in clients that have the command, and does nothing in others', () => {
    const request = requestFor(LIST + SERVICES, 'master.cf');
    const [, lens] = codeLenses(request);
    assert.ok(lens);
    assert.deepEqual(resolveCodeLens(request, lens, { showsTable: true }).command, {
      title: 'Relays for: logged-in users',
      command: 'postfix-config.showRelayTable',
      arguments: ['file:///etc/postfix/master.cf', 'submission/inet'],
    });
    assert.equal(resolveCodeLens(request, lens, { showsTable: false }).command?.command, '');
  });
});

describe('the table of who may relay', () => {
  const table = (fixture: string, options?: Options, service?: string) =>
    relayTableHtml(requestFor(fixture, 'master.cf', options), service);
  const text = (html: string) =>
    html
      .replaceAll('<wbr>', '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();

  it('has a row for each client and recipient, and a column for each service', () => {
    const { title, html, uris } = table(LIST + SERVICES);
    assert.equal(title, 'Who May Relay');
    assert.deepEqual(uris, ['file:///etc/postfix/main.cf', 'file:///etc/postfix/master.cf']);
    const said = text(html);
    assert.match(said, /smtp \(25\) Relays for: mynetworks submission \(587\) Relays for: logged-in users/);
    assert.match(said, /→ anywhere else ✕ refused 554 5\.7\.1 reject_unauth_destination ✕ refused 554 5\.7\.1 reject /);
    assert.match(said, /Milters and content filters are not asked/);
    assert.match(text(table(LIST + SERVICES, { locale: 'ja' }).html), /→ それ以外のドメイン ✕ 拒否 554 5\.7\.1/);
  });

  it('leads to the restriction that decides', () => {
    const { html } = table(LIST + SERVICES);
    const link = /<button[^>]*title="smtpd_relay_restrictions: reject_unauth_destination"[^>]*>/.exec(html)?.[0] ?? '';
    assert.match(link, /data-uri="file:\/\/\/etc\/postfix\/main\.cf" data-line="4" data-column="73"/);
  });

  it('leads to the entry of a table', () => {
    const listed = LIST.replace('reject_unauth', 'check_client_access hash:/etc/postfix/clients, reject_unauth');
    const { html } = table(listed, { tables: { '/etc/postfix/clients': '# us\n203.0.113.5 REJECT\n' } });
    assert.match(html, /data-uri="file:\/\/\/etc\/postfix\/clients" data-line="1" data-column="0">clients:2</);
  });

  it('points out the service that was asked for', () => {
    const count = (html: string) => html.split(/\basked"/).length - 1;
    assert.equal(count(table(LIST + SERVICES).html), 0);
    assert.ok(count(table(LIST + SERVICES, {}, 'submission/inet').html) > 5);
  });

  it('warns of an open relay, and tells once for each client what does not start', () => {
    const open = LIST.replace('reject_unauth', 'check_client_access static:OK, reject_unauth');
    const { html } = table(open + SERVICES);
    assert.match(text(html), /Warning: strangers can send to anywhere through smtp \(25\)/);
    assert.match(html, /<td class="accepted open"/);
    const dead = table(`${LIST + SERVICES}10025 inet n - n - - smtpd -o smtpd_relay_restrictions=permit\n`).html;
    assert.match(dead, /<td rowspan="3" class="unavailable">/);
    assert.match(text(dead), /⚠ does not start smtpd_relay_restrictions/);
  });

  it('lets no text of the files become markup', () => {
    const evil = LIST.replace('reject_unauth', 'check_client_access inline:{{x"<b>&=REJECT}}, reject_unauth');
    const { html } = table(`${evil + SERVICES}\n"<i>" inet n - n - - smtpd\n`);
    assert.doesNotMatch(html, /<[bi]>/);
    assert.match(html, /&#34;&#60;i&#62;&#34;/);
  });

  it('says why there is none', () => {
    assert.match(text(table(LIST + SERVICES, { isTemplate: true }).html), /This is a template/);
    assert.match(text(table(SERVICES.slice(1)).html), /no main\.cf/);
    assert.match(text(table(`${LIST}\n-- master.cf --\nsmtp unix - - n - - smtp\n`).html), /runs smtpd/);
  });
});
