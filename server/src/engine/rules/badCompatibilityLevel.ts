import type { Configuration } from '../configuration/configuration';
import { expandWithin } from '../configuration/effective';
import { compatibilityLevel } from '../configuration/expand';
import { compatibilityLevelsOf } from '../knowledge/compatibilityLevels';
import { isSince } from '../knowledge/version';
import { textOf } from '../syntax/logicalLine';
import { type Setting, settingsInEffect } from './entries';
import { isGarbled } from './garbled';
import { isPlaceholder } from './placeholder';
import { rule } from './rule';
import { placeOf } from './values';

/** Reports a level that compat_level_from_string(3) cannot read. */
export const badCompatibilityLevel = rule({
  id: 'bad-compatibility-level',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Compatibility level that cannot be read',
    why: '`compatibility_level` is a version of Postfix in numbers: `3.6`, or `2`. It is the first parameter that a program reads, and with anything else every Postfix program ends with a fatal error, `postfix start` included.',
    messages: {
      malformed: ({ value, newest }: { value: string; newest: string }) =>
        `\`${value}\` is no compatibility level, and every Postfix program ends with a fatal error. Write numbers such as \`${newest}\`.`,
      empty: ({ newest }: { newest: string }) =>
        `\`compatibility_level\` has no value when Postfix reads it, before all other parameters, and every program ends with a fatal error. Write numbers such as \`${newest}\`.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
    },
  },
  ja: {
    title: '読み取れない互換性レベル',
    why: '`compatibility_level` には、`3.6` や `2` のように Postfix のバージョンを数字で書きます。どのプログラムも最初に読むパラメータで、ほかの形では `postfix start` を含むすべてのプログラムが異常終了します。',
    messages: {
      malformed: ({ value, newest }) =>
        `\`${value}\` は互換性レベルとして読み取れず、Postfix のどのプログラムも異常終了します。\`${newest}\` のように数字で書いてください。`,
      empty: ({ newest }) =>
        `\`compatibility_level\` はほかのパラメータより先に読まれ、この時点では値がないため、どのプログラムも異常終了します。\`${newest}\` のように数字で書いてください。`,
      change: ({ text }) => `\`${text}\` に変更`,
    },
  },
  examples: [
    {
      before: 'compatibility_level = v3.6\n#                     ^^^^ bad-compatibility-level\n',
      after: 'compatibility_level = 3.6\n',
      proof: { by: 'postfix check', says: 'fatal: malformed compatibility level syntax: "v3.6"' },
    },
    {
      before: 'compatibility_level =\n#^^^^^^^^^^^^^^^^^^ bad-compatibility-level\n',
      proof: { by: 'postfix check', says: 'fatal: malformed compatibility level syntax: ""' },
    },
    { before: 'compatibility_level = 2\n' },
    { before: 'level = 3.6\ncompatibility_level = $level\n' },
  ],
  check(configuration, report) {
    const { version } = configuration;
    // Before, it was a number like any other.
    if (!isSince(version, '3.6')) return;
    const newest = compatibilityLevelsOf(version).at(-1)?.level ?? '';
    for (const setting of settingsInEffect(configuration)) {
      const { name, entry } = setting;
      if (name !== LEVEL || isGarbled(entry)) continue;
      const value = valueAtFirst(configuration, setting);
      if (value === undefined || compatibilityLevel(value) || isPlaceholder(value)) continue;
      const meant = meantLevel(textOf(entry.value));
      const edits = [{ at: entry.value, newText: meant ?? '' }];
      report({
        at: placeOf(entry),
        ...(value === ''
          ? { message: 'empty', values: { newest } }
          : { message: 'malformed', values: { value, newest } }),
        fixes: meant === undefined ? [] : [{ title: 'change', values: { text: meant }, edits, safe: true }],
      });
    }
  },
});

const LEVEL = 'compatibility_level';

/** The value of a parameter that is read before all others: without their defaults (mail_params_init). */
function valueAtFirst({ mainEntries, version }: Configuration, { entry, service }: Setting): string | undefined {
  const own = textOf(entry.value);
  if (service) return own.includes('$') ? undefined : own;
  const texts = { get: (name: string) => (name === LEVEL ? own : textOfEntry(name)) };
  return expandWithin(texts, LEVEL, version);

  function textOfEntry(name: string): string | undefined {
    const other = mainEntries.get(name);
    return other && textOf(other.value);
  }
}

/** The numbers, without what stands around them. */
function meantLevel(text: string): string | undefined {
  return /^v?\s*([0-9]+(?:\.[0-9]+){0,2})[.,;]*$/i.exec(text)?.[1];
}
