import { type Parameter, parameterNamed } from '../knowledge/parameters';
import { FAMILIES, type Family } from '../knowledge/parameters/index';
import type { KeywordFacts, ParameterFacts } from '../knowledge/parameters/parameter';
import { SERVICE_SUFFIXES } from '../knowledge/serviceSuffixes';
import { parameterText } from '../knowledge/sharedTexts';
import type { Locale, Text } from '../locale';
import { kindText } from './kinds';
import { code } from './markdown';
import type { Topic, TopicWord } from './topic';
import { WORDS } from './words';

/** `smtpdTls` → `parameters-smtpd-tls`. */
export function familyPage({ id }: Family): string {
  return `parameters-${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export function parameterTopics(): Topic[] {
  return FAMILIES.flatMap((family) =>
    Object.keys(family.parameters).map((name) => topicOf(parameterNamed(name) as Parameter, familyPage(family))),
  );
}

/** The parameters that each service of master.cf adds: `<service>_destination_rate_delay`. */
export function serviceParameterTopics(): Topic[] {
  return Object.entries(SERVICE_SUFFIXES).map(([suffix, facts]) => {
    const general = parameterNamed(facts.defaultsTo) as Parameter;
    const programs = facts.programs.map(code);
    return {
      kind: 'service parameter',
      name: `<service>${suffix}`,
      page: 'parameters-by-service',
      life: facts,
      text: serviceParameterText(suffix, general, '<service>'),
      notes: [
        { en: `Default: ${code(`$${facts.defaultsTo}`)}`, ja: `既定値: ${code(`$${facts.defaultsTo}`)}` },
        {
          en: `For the services that run: ${programs.join(', ')}`,
          ja: `対象となるサービスのプログラム: ${programs.join('、')}`,
        },
      ],
      manual: `https://www.postfix.org/postconf.5.html#${facts.defaultsTo}`,
    };
  });
}

/** Its own text, or that of the parameter for all services; `_suffix` in it means another one of the same service. */
export function serviceParameterText(suffix: string, general: Parameter, service: string): Text {
  const text = SERVICE_SUFFIXES[suffix]?.text ?? parameterText(general) ?? { en: '', ja: '' };
  const named = (one: string) => one.replace(/`_/g, `\`${service}_`);
  return { en: named(text.en), ja: named(text.ja) };
}

function topicOf(parameter: Parameter, page: string): Topic {
  const { name, op25b, undocumented } = parameter;
  return {
    kind: 'parameter',
    name,
    page,
    life: parameter,
    text: parameterText(parameter) ?? { en: '', ja: '' },
    notes: notesOf(parameter),
    words: wordsOf(parameter.values ?? {}),
    ...(op25b && { op25b: { en: op25b.en, ja: op25b.ja } }),
    ...(op25b?.example && { examples: [copyExample(op25b.example)] }),
    ...(!undocumented && { manual: `https://www.postfix.org/postconf.5.html#${name}` }),
  };
}

/** Some settings belong after `-o` of one service: those examples are for master.cf. */
function copyExample(text: string) {
  return { label: 'copy', language: /^\s*-o/.test(text) ? 'postfix-master' : 'postfix-main', text } as const;
}

function wordsOf(values: Readonly<Record<string, KeywordFacts>>): TopicWord[] {
  return Object.entries(values).flatMap(([name, facts]) =>
    facts.text ? [{ name, life: facts, text: facts.text }] : [],
  );
}

function notesOf(parameter: Parameter): Text[] {
  return [typeNote(parameter), defaultNote(parameter), readersNote(parameter), deprecationNote(parameter)].flatMap(
    (note) => note ?? [],
  );
}

function typeNote(facts: ParameterFacts): Text {
  return inBoth((locale) => {
    const words = WORDS[locale];
    const unit = facts.unit ? ` (${words.unit[facts.unit]})` : '';
    return `${words.type}: ${kindText(facts)[locale]}${unit}${boundsText(facts, locale)}`;
  });
}

/** ` (at least 1)`, for a number; those of a time are in seconds whatever its unit, and left to the rules. */
export function boundsText({ type, min, max }: ParameterFacts, locale: Locale): string {
  if (type !== 'integer') return '';
  const words = WORDS[locale];
  const bounds = [
    ...(min === undefined ? [] : [words.atLeast(min)]),
    ...(max === undefined ? [] : [words.atMost(max)]),
  ];
  return bounds.length === 0 ? '' : ` (${bounds.join(', ')})`;
}

/** One default, or how it changed from version to version. */
function defaultNote({ default: value, defaultFrom }: Parameter): Text {
  return inBoth((locale) => {
    const words = WORDS[locale];
    const shown = (one: string | null) => (one === null ? words.computedDefault : one === '' ? words.empty : code(one));
    const history =
      value === null || typeof value === 'string'
        ? shown(value)
        : Object.entries(value)
            .map(([since, one], i) => (i === 0 ? shown(one) : words.fromVersion(since, shown(one))))
            .join(locale === 'ja' ? '、' : '; ');
    const place = defaultFrom === 'build' ? ` (${words.buildDefault})` : '';
    return `${words.defaultValue}: ${history}${place}`;
  });
}

function readersNote({ usedBy }: Parameter): Text | undefined {
  if (usedBy.length === 0) return undefined;
  return inBoth((locale) => `${WORDS[locale].readBy}: ${readersText(usedBy, locale)}`);
}

/** `*` stands for every program, `tls` for those with TLS. */
export function readersText(usedBy: readonly string[], locale: Locale): string {
  const words = WORDS[locale];
  return usedBy
    .filter((program) => !program.startsWith('lib:') || usedBy.length === 1)
    .map((program) => (program === '*' ? words.everyProgram : program === 'tls' ? words.tlsPrograms : code(program)))
    .join(locale === 'ja' ? '、' : ', ');
}

function deprecationNote({ deprecated }: Parameter): Text | undefined {
  if (!deprecated) return undefined;
  return inBoth((locale) => {
    const instead = [...(deprecated.instead ?? []), ...(deprecated.restriction ? [deprecated.restriction] : [])];
    return WORDS[locale].deprecated(deprecated.since, instead.map(code).join(locale === 'ja' ? '、' : ', '));
  });
}

function inBoth(text: (locale: Locale) => string): Text {
  return { en: text('en'), ja: text('ja') };
}
