import type { Locale, Text } from '../locale';
import { type Parameter, parameterNamed } from './parameters';

/**
 * What we say of a parameter: its own text, or that of the parameter which it is like. The first sentence is the
 * summary. Undefined only while nothing is written.
 */
export function parameterText(parameter: Parameter): Text | undefined {
  if (parameter.text || parameter.like === undefined) return parameter.text;
  const original = parameterNamed(parameter.like);
  const text = original && parameterText(original);
  if (!text) return undefined;
  if (parameter.deprecated?.instead?.includes(original.name)) return after(oldName(parameter, original), text);
  if (parameter.default === `$${original.name}`) return after(copyOf(parameter, original.name), text);
  return parameter.name.startsWith('lmtp_') ? { en: forLmtp(text.en), ja: forLmtp(text.ja) } : text;
}

/** What stands before the text of a parameter that has another name now: whether the new one heeds the old one. */
function oldName({ name: old }: Parameter, { name, default: history }: Parameter): Text {
  const standard = (typeof history === 'string' ? history : Object.values(history ?? {}).at(-1)) ?? '';
  if (standard === `$${old}` || standard.startsWith(`\${${old}?`)) {
    return {
      en: `The old name of \`${name}\`, which still takes its value from here unless it is set itself.`,
      ja: `\`${name}\` の古い名前です。新しい名前のほうを設定していなければ、今もこの値が使われます。`,
    };
  }
  // Written wrongly in Postfix: the value only counts where the old name has none.
  if (standard.startsWith(`\${${old}:`)) {
    return {
      en: `The old name of \`${name}\`, which by a mistake in Postfix becomes empty if this one is set: use only the new name.`,
      ja: `\`${name}\` の古い名前です。Postfix の誤りのため、これを設定すると新しいほうが空になります。新しい名前だけを使ってください。`,
    };
  }
  return { en: `The old name of \`${name}\`.`, ja: `\`${name}\` の古い名前です。` };
}

/** What stands before the text of a parameter of which one program has a copy. */
function copyOf({ name, usedBy }: Parameter, original: string): Text {
  const described: Text = {
    en: `What follows describes \`${original}\`.`,
    ja: `以下は \`${original}\` の説明です。`,
  };
  // The SMTP client sends its own value along; tlsproxy(8) only opens the files in advance.
  if (name.startsWith('tlsproxy_client_')) return after(FOR_TLS_CLIENT(original), described);
  if (name.startsWith('tlsproxy_tls_')) {
    return after(FOR_TLS_SERVER(original, name.replace('tlsproxy_', 'postscreen_')), described);
  }
  const own = after(FOR_PROGRAM(original, usedBy.map((program) => `\`${program}\``).join(', ')), described);
  if (!name.startsWith('postscreen_tls_')) return own;
  const twin = parameterNamed(name.replace('postscreen_', 'tlsproxy_'));
  // Those with texts of their own have no effect any more since postscreen(8) has its copies.
  return twin?.like === original
    ? after(FOR_PROGRAM(original, '`postscreen`'), after(WITH_TWIN(twin.name), described))
    : own;
}

const FOR_PROGRAM = (original: string, program: string): Text => ({
  en: `Gives ${program} a value of its own in place of \`${original}\`; unless set, both are the same.`,
  ja: `${program} だけに \`${original}\` とは別の値を指定します。設定しなければ同じ値になります。`,
});

const WITH_TWIN = (twin: string): Text => ({
  en: `\`tlsproxy\` does the TLS work, so set \`${twin}\` to the same value.`,
  ja: `TLS の処理を行うのは \`tlsproxy\` なので、\`${twin}\` も同じ値にします。`,
});

const FOR_TLS_SERVER = (original: string, twin: string): Text => ({
  en: `Gives \`tlsproxy\`, which does the TLS work of \`postscreen\`, a value of its own in place of \`${original}\`; unless set, both are the same. From 3.12 \`${twin}\` decides, and this one should agree with it.`,
  ja: `\`postscreen\` の TLS の処理を行う \`tlsproxy\` に、\`${original}\` とは別の値を指定します。設定しなければ同じ値になります。3.12 以降は \`${twin}\` で決まるので、それと同じ値にします。`,
});

const FOR_TLS_CLIENT = (original: string): Text => ({
  en: `Tells \`tlsproxy\` the value that \`${original}\` has in the SMTP client, so that it can prepare for that client's TLS connections while it still has root privileges. If the two differ, the log may fill with warnings: set it only for a second \`tlsproxy\` service, for a client with settings of its own (\`tlsproxy_service_name\`).`,
  ja: `SMTPクライアントでの \`${original}\` の値を \`tlsproxy\` に教え、root 権限があるうちに TLS 接続の準備をさせます。両者が違うと、ログに警告が続くことがあります。独自の設定を使う SMTPクライアントのために、二つ目の \`tlsproxy\` サービスを作るときだけ設定します（\`tlsproxy_service_name\`）。`,
});

function after(intro: Text, text: Text): Text {
  const joined = (locale: Locale, blank: string) => `${intro[locale]}${blank}${text[locale]}`;
  return { en: joined('en', ' '), ja: joined('ja', '') };
}

/** One program, smtp(8), speaks both protocols: the same text, with the names of the other protocol. */
function forLmtp(text: string): string {
  return text
    .replace(/`[^`]*`/g, (code) => code.replace(/\bsmtp_\w+/g, lmtpName))
    .replace(/(?<![\w`])SMTP(?![\w`])/g, 'LMTP')
    .replace(/\bsmtp\(8\)/g, 'lmtp(8)')
    .replace(/\bEHLO\b/g, 'LHLO');
}

/** The parameter of the other protocol, whose greeting is LHLO instead of HELO and EHLO, if there is one. */
function lmtpName(smtpName: string): string {
  const name = smtpName.replace('smtp_', 'lmtp_').replace(/_(?:ehlo|helo)_/, '_lhlo_');
  return parameterNamed(name) ? name : smtpName;
}
