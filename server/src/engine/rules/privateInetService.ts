import { textOf } from '../syntax/logicalLine';
import { rule } from './rule';

/** Reports an inet service that is private: "inet service cannot be private" (get_master_ent). */
export const privateInetService = rule({
  id: 'private-inet-service',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Network service that is private',
    why: 'The third column says whether only Postfix may use the service. A network port is open to others, so it must say `n`; `-` stands for `y`. `postconf` accepts it, but Postfix does not start, and a running one ends at `postfix reload`.',
    messages: {
      isPrivate: ({ text }: { text: string }) =>
        text === '-'
          ? 'An `inet` service cannot be private, and `-` stands for `y` here: Postfix does not start.'
          : 'An `inet` service cannot be private: Postfix does not start.',
      change: () => 'Change to `n`',
    },
  },
  ja: {
    title: 'private になっているネットワークサービス',
    why: '3 列目は、サービスを Postfix の内部だけで使うかどうかを示します。ネットワークのポートは外部に公開されるため、`n` でなければなりません。`-` は `y` を意味します。`postconf` は警告しませんが、Postfix は起動できず、動作中なら `postfix reload` で停止します。',
    messages: {
      isPrivate: ({ text }) =>
        text === '-'
          ? '`inet` のサービスは private にできません。ここでの `-` は `y` を意味するため、Postfix は起動できません。'
          : '`inet` のサービスは private にできません。Postfix は起動できません。',
      change: () => '`n` に変更',
    },
  },
  examples: [
    {
      before:
        '-- master.cf --\nsubmission inet - - n - - smtpd\n#               ^ private-inet-service\nsmtps inet y - n - - smtpd\n#          ^ private-inet-service\n',
      after: '-- master.cf --\nsubmission inet n - n - - smtpd\nsmtps inet n - n - - smtpd\n',
      proof: { by: 'postfix', says: 'inet service cannot be private' },
    },
    { before: '-- master.cf --\nsmtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\n' },
  ],
  check({ master }, report) {
    for (const { type, private: at } of master?.services ?? []) {
      const text = textOf(at);
      if (textOf(type) !== 'inet' || !['-', 'y'].includes(text)) continue;
      report({
        at,
        message: 'isPrivate',
        values: { text },
        fixes: [{ title: 'change', values: {}, edits: [{ at, newText: 'n' }], safe: true }],
      });
    }
  },
});
