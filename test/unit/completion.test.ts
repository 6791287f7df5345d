import assert from 'node:assert/strict';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver-types';
import { completed } from '../atCursor';

const main = (text: string) => ({ 'main.cf': text });
const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

function item(items: readonly CompletionItem[], label: string): CompletionItem {
  const found = items.find((one) => one.label === label);
  assert.ok(found, `${label} is not among ${labels(items).join(' ')}`);
  return found;
}

const helpOf = ({ documentation }: CompletionItem) => (documentation as MarkupContent | undefined)?.value ?? '';

describe('completion', () => {
  it('suggests keywords with their meaning, in the order of strength', () => {
    const items = completed(main('smtp_tls_security_level = ¦\n'));
    assert.deepEqual(labels(items).slice(0, 3), ['none', 'may', 'encrypt']);
    assert.match(helpOf(item(items, 'encrypt')), /TLS/);
    assert.match(helpOf(item(completed(main('smtp_tls_security_level = ¦\n'), { locale: 'ja' }), 'may')), /ます/);
  });

  it('suggests types of tables, with a place for the name', () => {
    const items = completed(main('virtual_alias_maps = ¦\n'), { version: '3.7' });
    assert.deepEqual(labels(items).slice(0, 2), ['hash:', 'lmdb:']);
    assert.equal(item(items, 'hash:').textEdit?.newText, 'hash:/etc/postfix/${1:name}');
    assert.match(helpOf(item(items, 'hash:')), /postmap/);
    assert.ok(!labels(items).includes('mongodb:'), 'which came with 3.9');
    assert.ok(!labels(completed(main('smtp_tls_session_cache_database = ¦\n'))).includes('pcre:'));
  });

  it('suggests tables in lists of clients too', () => {
    item(completed(main('mynetworks_style = host\nsmtpd_client_event_limit_exceptions = $mynetworks, ¦\n')), 'cidr:');
  });

  it('suggests restrictions with their argument, and own classes', () => {
    const text = 'smtpd_restriction_classes = strict\nstrict = reject\nsmtpd_client_restrictions = ¦\n';
    const items = completed(main(text));
    assert.match(item(items, 'check_client_access').textEdit?.newText ?? '', /^check_client_access \$\{1:hash:/);
    item(items, 'strict');
    item(completed(main('smtpd_restriction_classes = strict\nstrict = ¦\n')), 'reject');
  });

  it('suggests tables and not restrictions as the argument of a check', () => {
    const items = completed(main('smtpd_client_restrictions = check_client_access ¦\n'));
    item(items, 'cidr:');
    assert.ok(!labels(items).includes('reject'));
    item(completed(main('smtpd_client_restrictions = check_policy_service ¦\n')), 'unix:private/policy');
  });

  it('suggests the transports that master.cf has', () => {
    const items = completed({
      'main.cf': 'mailbox_transport = ¦\n',
      'master.cf': 'smtp inet n - n - - smtpd\nrelay unix - - n - - smtp\npickup unix n - n 60 1 pickup\n',
    });
    assert.deepEqual(labels(items), ['relay']);
    assert.match(helpOf(item(items, 'relay')), /line 2/);
  });

  describe('in master.cf', () => {
    const master = (text: string) => ({ 'main.cf': '', 'master.cf': text });

    it('suggests the words of each column with their meaning', () => {
      assert.equal(
        item(completed(master('postl¦\n')), 'postlog').textEdit?.newText,
        'postlog unix-dgram n - n - 1 postlogd',
      );
      assert.ok(!labels(completed(master('submi¦\n'))).includes('submissions'), 'which has a snippet');
      assert.match(helpOf(item(completed(master('smtp ¦\n')), 'inet')), /port|network/i);
      assert.deepEqual(labels(completed(master('smtp inet ¦\n'))), ['y', 'n']);
      assert.match(helpOf(item(completed(master('smtp inet n - n - - ¦\n')), 'smtpd')), /SMTP/);
    });

    it('suggests options, the attributes of the program, names after -o, and values after =', () => {
      const pipe = labels(completed(master('x unix - n n - - pipe ¦\n')));
      for (const word of ['-o', '-v', 'user=', 'argv=', 'flags=']) assert.ok(pipe.includes(word), word);
      assert.ok(!labels(completed(master('smtp inet n - n - - smtpd ¦\n'))).includes('argv='));
      item(completed(master('smtp inet n - n - - smtpd\n  -o smtpd_sasl_a¦\n')), 'smtpd_sasl_auth_enable');
      assert.deepEqual(labels(completed(master('smtp inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=¦\n'))), [
        'yes',
        'no',
      ]);
      item(completed(master('smtp inet n - n - - smtpd -o smtpd_sasl_auth_enable=yes ¦\n')), '-o');
      item(completed(master('smtp inet n - n - - smtpd\n  -o { smtpd_tls_security_level = ¦\n')), 'encrypt');
    });
  });
});
