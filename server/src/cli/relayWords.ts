import { RELAY_TABLE_WORDS, type RelayTableWords } from '../engine/help/relayTableWords';
import type { Locale } from '../engine/locale';

interface RelayMessages {
  readonly badFormat: (format: string) => string;
  readonly badAddress: (text: string) => string;
  readonly noRecipient: string;
  readonly noService: (name: string, known: readonly string[]) => string;
  readonly template: (name: string) => string;
  readonly noMain: (name: string) => string;
}

/** What `relay` says of its arguments. */
export const RELAY_MESSAGES: Readonly<Record<Locale, RelayMessages>> = {
  en: {
    badFormat: (format) => `relay has no format \`${format}\`: use text or json.`,
    badAddress: (text) =>
      `\`${text}\` is not an IP address: \`--client\` takes one such as 203.0.113.5 or 2001:db8::5.`,
    noRecipient: 'A question needs a recipient: give `--recipient` too. Without any question, relay prints a table.',
    noService: (name, known) =>
      `No service \`${name}\` of master.cf runs smtpd. ${known.length > 0 ? `These do: ${known.join(', ')}.` : 'None does.'}`,
    template: (name) => `${name}: is a template. Who may send is known only when it is filled in.`,
    noMain: (name) => `${name}: has no main.cf, without which Postfix does not run.`,
  },
  ja: {
    badFormat: (format) => `relay に \`${format}\` という形式はありません。text か json が使えます。`,
    badAddress: (text) =>
      `\`${text}\` は IP アドレスではありません。\`--client\` には 203.0.113.5 や 2001:db8::5 のように指定してください。`,
    noRecipient: '質問には宛先が必要です。`--recipient` も指定してください。何も質問しなければ表を表示します。',
    noService: (name, known) =>
      `master.cf に smtpd を動かすサービス \`${name}\` はありません。${known.length > 0 ? `あるのは ${known.join('、')} です。` : 'smtpd を動かすサービスは 1 つもありません。'}`,
    template: (name) => `${name}: テンプレートです。誰が送信できるかは、値が埋め込まれるまで決まりません。`,
    noMain: (name) => `${name}: main.cf がありません。これがないと Postfix は動きません。`,
  },
};

interface RelayWords extends RelayTableWords {
  readonly to: (recipient: string) => string;
  readonly dependsOn: (what: readonly string[]) => string;
  readonly entry: (place: string) => string;
  readonly more: (count: number) => string;
  readonly check: string;
  readonly question: (parts: QuestionParts) => string;
}

interface QuestionParts {
  readonly client: string;
  readonly login: string | undefined;
  readonly tls: boolean;
  readonly helo: string;
  readonly sender: string;
  readonly recipient: string;
}

/** What its answers are made of. */
export const RELAY_WORDS: Readonly<Record<Locale, RelayWords>> = {
  en: {
    ...RELAY_TABLE_WORDS.en,
    to: (recipient) => `to: ${recipient}`,
    dependsOn: (what) => `depends on ${what.join(', ')}`,
    entry: (place) => ` (entry: ${place})`,
    more: (count) => `… and ${count} more`,
    check: '`postfix-config check` tells more of what keeps a service from starting.',
    question: ({ client, login, tls, helo, sender, recipient }) =>
      `From <${sender}> to <${recipient}>; client ${client}, ${tls ? 'TLS' : 'no TLS'}, ` +
      `${helo === '' ? 'no EHLO' : `EHLO ${helo}`}, ${login === undefined ? 'not logged in' : `logged in as ${login}`}`,
  },
  ja: {
    ...RELAY_TABLE_WORDS.ja,
    to: (recipient) => `宛先: ${recipient}`,
    dependsOn: (what) => `次のものによって決まります: ${what.join('、')}`,
    entry: (place) => `（エントリ: ${place}）`,
    more: (count) => `… ほか ${count} 件`,
    check: '起動しない理由は、詳しくは `postfix-config check` で確かめてください。',
    question: ({ client, login, tls, helo, sender, recipient }) =>
      `差出人 <${sender}>、宛先 <${recipient}>、接続元 ${client}、${tls ? 'TLS あり' : 'TLS なし'}、` +
      `${helo === '' ? 'EHLO なし' : `EHLO ${helo}`}、${login === undefined ? 'ログインなし' : `${login} としてログイン`}`,
  },
};
