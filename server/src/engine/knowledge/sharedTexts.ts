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
  if (parameter.deprecated?.instead?.includes(parameter.like)) return after(OLD_NAME(parameter.like), text);
  if (parameter.default === `$${parameter.like}`) {
    return after(FOR_PROGRAM(parameter.like, parameter.usedBy.map((program) => `${program}(8)`).join(', ')), text);
  }
  return parameter.name.startsWith('lmtp_') ? { en: forLmtp(text.en), ja: forLmtp(text.ja) } : text;
}

const OLD_NAME = (name: string): Text => ({
  en: `The old name of \`${name}\`.`,
  ja: `\`${name}\` の古い名前です。`,
});

const FOR_PROGRAM = (name: string, program: string): Text => ({
  en: `Sets \`${name}\` for ${program} alone; it has the same value unless you set it.`,
  ja: `${program} だけの \`${name}\` を設定します。指定しなければ同じ値になります。`,
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

function lmtpName(smtpName: string): string {
  const name = smtpName.replace('smtp_', 'lmtp_');
  return parameterNamed(name) ? name : smtpName;
}
