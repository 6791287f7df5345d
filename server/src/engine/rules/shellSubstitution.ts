import { settingsOf } from './entries';
import { rule } from './rule';
import { commandsIn, precisionOf } from './shellHabits';

/** Reports commands in backquotes: nothing in Postfix runs them. */
export const shellSubstitution = rule({
  id: 'shell-substitution',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Command in backquotes',
    why: 'No shell reads main.cf and master.cf: a command in backquotes is not run, its text is the value. Write out what the command would print, or let a script do it with `postconf -e`.',
    messages: {
      literal: ({ name }: { name: string }) =>
        `Postfix runs no command here: this text itself is the value of \`${name}\`, or part of it.`,
    },
  },
  ja: {
    title: 'バッククォートで囲んだコマンド',
    why: 'main.cf と master.cf はシェルを通らないので、バッククォートで囲んだコマンドは実行されず、その文字列がそのまま値になります。コマンドの出力を直接書くか、スクリプトから `postconf -e` で設定してください。',
    messages: {
      literal: ({ name }) =>
        `ここに書いたコマンドは実行されません。この文字列そのものが \`${name}\` の値、またはその一部になります。`,
    },
  },
  examples: [
    {
      before: 'myhostname = `hostname -f`\n#            ^^^^^^^^^^^^^ shell-substitution\n',
      proof: { by: 'postfix check', says: 'parameter myhostname: bad parameter value: `hostname -f`' },
    },
    {
      before:
        'mydestination = localhost, `cat /etc/mailname`\n#                          ^^^^^^^^^^^^^^^^^^^ shell-substitution\n',
    },
    {
      before:
        "mailbox_command = /usr/local/bin/store `date +%Y`\nusers_query = SELECT `goto` FROM `alias` WHERE `address` = '%s'\nvirtual_alias_maps = mysql:users\n",
    },
  ],
  check(configuration, report) {
    for (const { name, entry } of settingsOf(configuration)) {
      for (const at of commandsIn(entry)) {
        const severity = precisionOf(entry) === 'text' ? 'info' : 'error';
        report({ at, message: 'literal', severity, values: { name } });
      }
    }
  },
});
