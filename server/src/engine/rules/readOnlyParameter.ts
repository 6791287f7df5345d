import { isReadOnly } from '../configuration/effective';
import { parameterIn } from '../knowledge/parameters';
import { removalOf } from './edits';
import { settingsOf } from './entries';
import { removalOfOverride } from './overrideEdits';
import { rule } from './rule';

/** Reports names that each process sets itself: postconf(1) says "read-only parameter assignment". */
export const readOnlyParameter = rule({
  id: 'read-only-parameter',
  severity: 'warning',
  isLocal: true,
  en: {
    title: 'Parameter that cannot be set',
    why: '`process_name`, `process_id` and, up to Postfix 3.10, `service_name` are there to be used as `$process_name` and so on: each process fills in its own. They get into main.cf where somebody copies the output of `postconf` into it.',
    messages: {
      overwritten: ({ name }: { name: string }) =>
        `Each Postfix process sets \`${name}\` itself: this setting has no effect.`,
      misleading: ({ name }: { name: string }) =>
        `Each Postfix process knows its own name; set here, \`$${name}\` is wrong in every value that uses it.`,
      remove: () => 'Remove the setting',
    },
  },
  ja: {
    title: '設定できないパラメータ',
    why: '`process_name`、`process_id`、そして Postfix 3.10 までの `service_name` は、`$process_name` のように使うためのもので、値は各プロセスが自分で入れます。`postconf` の出力を main.cf に書き写すと紛れ込みます。',
    messages: {
      overwritten: ({ name }) => `\`${name}\` は Postfix の各プロセスが自分で設定するため、この設定は効きません。`,
      misleading: ({ name }) =>
        `自分の名前は各プロセスが知っています。ここで設定すると、\`$${name}\` を使うすべての値が誤ったものになります。`,
      remove: () => 'この設定を削除',
    },
  },
  examples: [
    {
      before:
        'process_name = postconf\n#^^^^^^^^^^^ read-only-parameter\nprocess_id = 1507\n#^^^^^^^^^ read-only-parameter\nmail_name = Postfix\n',
      after: 'mail_name = Postfix\n',
      proof: { by: 'postconf', says: 'main.cf: read-only parameter assignment: process_id=1507' },
    },
    {
      version: '3.7',
      before:
        '-- master.cf --\nsmtps inet n - n - - smtpd\n  -o service_name=smtps\n#    ^^^^^^^^^^^^ read-only-parameter\n  -o smtpd_tls_wrappermode=yes\n',
      after: '-- master.cf --\nsmtps inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n',
      proof: { by: 'postconf', says: 'master.cf: read-only parameter assignment: service_name=smtps' },
    },
    {
      before:
        'service_name = -\n-- master.cf --\nrelay unix - - n - - smtp\n  -o syslog_name=postfix/$service_name/$process_id\n',
    },
  ],
  check(configuration, report) {
    const { version } = configuration;
    for (const { name, entry, service } of settingsOf(configuration)) {
      if (!isReadOnly(name, version) || !parameterIn(version, name)) continue;
      const edits = service ? removalOfOverride(service, entry) : removalOf(entry.name.line);
      report({
        at: entry.name,
        // Programs set their name before they read main.cf, and the other two after it.
        message: name === 'process_name' ? 'misleading' : 'overwritten',
        values: { name },
        fixes: [{ title: 'remove', values: {}, edits, safe: true }],
      });
    }
  },
});
