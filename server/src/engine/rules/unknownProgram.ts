import { PROGRAMS, programNamed } from '../knowledge/services';
import { existsIn, type PostfixVersion } from '../knowledge/version';
import { nearestName } from '../nearest';
import { textOf } from '../syntax/logicalLine';
import { rule } from './rule';

/** Reports a command that looks like a program of Postfix but is none: "exec …: No such file or directory". */
export const unknownProgram = rule({
  id: 'unknown-program',
  severity: 'warning',
  en: {
    title: 'Command that Postfix does not have',
    why: 'The command is a program in `daemon_directory`. If there is none of that name, the service fails each time that it is used. Programs that are not part of Postfix may stand there too, so only a name that is nearly one of Postfix is reported.',
    messages: {
      misspelt: ({ name, nearest }: { name: string; nearest: string }) =>
        `Postfix has no program \`${name}\`, so this service would fail. Did you mean \`${nearest}\`?`,
      newer: ({ name, since, version }: { name: string; since: string; version: string }) =>
        `The program \`${name}\` came with Postfix ${since}; Postfix ${version} does not have it.`,
      change: ({ nearest }: { nearest: string }) => `Change to \`${nearest}\``,
    },
  },
  ja: {
    title: 'Postfix にないコマンド',
    why: 'コマンドは `daemon_directory` にあるプログラムの名前です。その名前のプログラムがないと、サービスは使われるたびに失敗します。Postfix のものではないプログラムを置くこともできるため、Postfix のプログラムとよく似た名前だけを報告します。',
    messages: {
      misspelt: ({ name, nearest }) =>
        `Postfix に \`${name}\` というプログラムはないため、このサービスは動きません。\`${nearest}\` の間違いではありませんか？`,
      newer: ({ name, since, version }) =>
        `プログラム \`${name}\` は Postfix ${since} で追加されました。Postfix ${version} にはありません。`,
      change: ({ nearest }) => `\`${nearest}\` に変更`,
    },
  },
  examples: [
    {
      before: '-- master.cf --\nsmtp inet n - n - - smptd\n#                   ^^^^^ unknown-program\n',
      after: '-- master.cf --\nsmtp inet n - n - - smtpd\n',
      proof: { by: 'postfix', says: 'sbin/smptd: No such file or directory', client: [] },
    },
    {
      version: '2.7',
      before: '-- master.cf --\nsmtp inet n - n - 1 postscreen\n#                   ^^^^^^^^^^ unknown-program\n',
    },
    { before: '-- master.cf --\npolicy unix - n n - 0 policyd\nsmtp inet n - n - - smtpd2\n' },
  ],
  check({ master, version }, report) {
    for (const { command: at } of master?.services ?? []) {
      const name = textOf(at);
      const program = programNamed(name);
      if (program?.since !== undefined && !existsIn(program, version)) {
        report({ at, message: 'newer', values: { name, since: program.since, version } });
      }
      const nearest = program ? undefined : nearestProgram(name, version);
      if (nearest === undefined) continue;
      report({
        at,
        message: 'misspelt',
        values: { name, nearest },
        fixes: [{ title: 'change', values: { nearest }, edits: [{ at, newText: nearest }], safe: false }],
      });
    }
  },
});

/** A name with something added, such as `smtpd2` or `smtpd-local`, is a program of the user's own. */
function nearestProgram(name: string, version: PostfixVersion): string | undefined {
  const names = Object.keys(PROGRAMS).filter((program) => existsIn(programNamed(program) ?? {}, version));
  const isOwn = names.some((program) => name.startsWith(program) || name.endsWith(program));
  return isOwn || !/^[a-z_-]{4,}$/i.test(name) ? undefined : nearestName(name, names);
}
