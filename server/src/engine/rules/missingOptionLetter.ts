import { programNamed } from '../knowledge/services';
import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { nameWithoutLetter } from './optionLetters';
import { rule } from './rule';

/** Reports `-name=value`, of which getopt(3) reads each letter as an option: "invalid socket_count", "invalid option". */
export const missingOptionLetter = rule({
  id: 'missing-option-letter',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Setting of a service without the letter `o`',
    why: 'master.cf sets a parameter with the option `-o`. After another `-`, the program reads every letter as an option of its own: most often it stops at once, sometimes it runs without the setting and, for example, in a chroot.',
    messages: {
      noLetter: ({ name, program }: { name: string; program: string }) =>
        `This does not set \`${name}\`: without the \`o\` of \`-o\`, \`${program}\` reads every letter as an option of its own.`,
      insert: ({ name }: { name: string }) => `Change to \`-o ${name}=…\``,
    },
  },
  ja: {
    title: '`o` の抜けたサービスの設定',
    why: 'master.cf でパラメータを設定するオプションは `-o` です。`-` の後ろが別の文字だと、プログラムは 1 文字ずつを別々のオプションとして読みます。多くの場合はすぐに終了し、起動できても設定は効かず、たとえば chroot で動いてしまいます。',
    messages: {
      noLetter: ({ name, program }) =>
        `これでは \`${name}\` は設定されません。\`-o\` の \`o\` がないため、\`${program}\` は 1 文字ずつを別々のオプションとして読みます。`,
      insert: ({ name }) => `\`-o ${name}=…\` に変更`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\n2525 inet n - n - - smtpd\n  -smtpd_helo_required=yes\n# ^^^^^^^^^^^^^^^^^^^^ missing-option-letter\n  -o syslog_name=postfix/2525\n',
      after:
        'compatibility_level = 3.6\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_helo_required=yes\n  -o syslog_name=postfix/2525\n',
      proof: { by: 'postfix', says: 'fatal: invalid socket_count: mtpd_helo_required=yes', client: [] },
    },
    {
      before:
        '-- master.cf --\n127.0.0.1:10025 inet n - n - - smtpd -content_filter=\n#                                    ^^^^^^^^^^^^^^^ missing-option-letter\n  --receive_override_options=no_milters\n# ^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-option-letter\n',
      after:
        '-- master.cf --\n127.0.0.1:10025 inet n - n - - smtpd -o content_filter=\n  -o receive_override_options=no_milters\n',
    },
    {
      before:
        '-- master.cf --\n2525 inet n - n - - smtpd -v -ocontent_filter= -o smtpd_milters=\nfilter unix - n n - 10 pipe\n  user=filter argv=/usr/local/bin/filter -size=10 -sender=${sender}\n',
    },
  ],
  check({ master }, report) {
    for (const service of master?.services ?? []) {
      const program = programOf(service);
      if (!programNamed(program)) continue;
      for (const word of optionWords(service)) {
        const name = nameWithoutLetter(word);
        if (name === undefined) continue;
        const at = subSlice(word, 0, textOf(word).indexOf('='));
        const edits = [{ at: subSlice(at, 0, textOf(at).length - name.length), newText: '-o ' }];
        const fixes = [{ title: 'insert' as const, values: { name }, edits, safe: true }];
        report({ at, message: 'noLetter', values: { name, program }, fixes });
      }
    }
  },
});

/** The words that a program reads as options, without the values that stand by themselves. */
function optionWords(service: ServiceEntry): Slice[] {
  const values = new Set<number>();
  let end = service.line.text.length;
  for (const argument of service.arguments) {
    if (argument.kind === 'argument') {
      end = argument.slice.start;
      break;
    }
    if (argument.kind === 'override' && argument.value) values.add(argument.value.slice.start);
  }
  return service.words.filter(({ start }) => start < end && !values.has(start));
}
