import { replacedServices } from '../configuration/replacedServices';
import { textOf } from '../syntax/logicalLine';
import { rule } from './rule';

/** Reports a service that a later entry replaces: "duplicate master.cf entry … using the last entry" (master_config). */
export const duplicateService = rule({
  id: 'duplicate-service',
  severity: 'warning',
  en: {
    title: 'Service that is defined twice',
    why: 'A service is known by its name and its type. Where two entries have the same, Postfix logs a warning and uses the last one, with its options only. `25` and `smtp` are the same port.',
    messages: {
      replaced: ({ service, type }: { service: string; type: string }) =>
        `The service \`${service}\` (\`${type}\`) is defined again below. Postfix uses the last entry; this one and its options have no effect.`,
    },
  },
  ja: {
    title: '2 回定義されたサービス',
    why: 'サービスは名前とタイプで区別されます。同じものが 2 つあると、Postfix は警告を記録し、最後の定義とそのオプションだけを使います。`25` と `smtp` は同じポートです。',
    messages: {
      replaced: ({ service, type }) =>
        `サービス \`${service}\`（\`${type}\`）は下で再び定義されています。Postfix は最後の定義を使うため、この行とそのオプションは効きません。`,
    },
  },
  examples: [
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n#^^^ duplicate-service\n25 inet n - n - 1 postscreen\nsmtp unix - - n - - smtp\n',
      proof: { by: 'postfix', says: 'warning: duplicate master.cf entry for service' },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n127.0.0.1:smtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\nsmtpd pass - - n - - smtpd\n',
    },
  ],
  check({ master }, report) {
    for (const entry of replacedServices(master)) {
      const values = { service: textOf(entry.service), type: textOf(entry.type) };
      report({ at: entry.service, message: 'replaced', values });
    }
  },
});
