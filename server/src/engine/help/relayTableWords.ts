import type { Locale } from '../locale';

export interface RelayTableWords {
  readonly nothingRefuses: string;
  readonly isDefault: string;
  readonly noSmtpd: string;
  readonly notAsked: string;
  readonly openRelay: (services: string) => string;
  readonly from: (senders: readonly string[]) => string;
  readonly list: (parts: readonly string[]) => string;
}

/** What the tables of the command line and of the editor have in common. */
export const RELAY_TABLE_WORDS: Readonly<Record<Locale, RelayTableWords>> = {
  en: {
    nothingRefuses: 'nothing refuses it',
    isDefault: 'default',
    noSmtpd: 'No service of master.cf runs smtpd: nobody can send through this Postfix over the network.',
    notAsked: 'Milters and content filters are not asked: they may refuse more.',
    openRelay: (services) =>
      `Warning: strangers can send to anywhere through ${services}. This is an open relay: spam will soon go through it.`,
    from: (senders) => `from: ${senders.join(', ')}`,
    list: (parts) => parts.join(', '),
  },
  ja: {
    nothingRefuses: '拒否するものがない',
    isDefault: '既定値',
    noSmtpd:
      'master.cf に smtpd を動かすサービスがありません。ネットワーク経由でこの Postfix から送信できる相手はいません。',
    notAsked: 'Milter とコンテンツフィルターには尋ねていません。それらが拒否することもあります。',
    openRelay: (services) =>
      `警告: ${services} では見知らぬ相手がどこへでも送信できます。これはオープンリレーで、すぐにスパムの送信に使われます。`,
    from: (senders) => `差出人: ${senders.join('、')}`,
    list: (parts) => parts.join('、'),
  },
};
