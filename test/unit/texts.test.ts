import assert from 'node:assert/strict';
import {
  ACCESS_ACTIONS,
  type ActionFacts,
  CLIENT_HEADER_CHECK_ACTIONS,
  HEADER_CHECK_ACTIONS,
  OTHER_ACCESS_RESULTS,
  POSTSCREEN_ACCESS_ACTIONS,
} from '../../server/src/engine/knowledge/actions';
import { COMPATIBILITY_LEVELS } from '../../server/src/engine/knowledge/compatibilityLevels';
import {
  EXPANSION_FORMS,
  FUNCTIONS,
  LEVEL_SUFFIX,
  OPERATORS,
  RUN_TIME_NAMES,
} from '../../server/src/engine/knowledge/expansions';
import { allParameters } from '../../server/src/engine/knowledge/parameters';
import { RESTRICTIONS, type RestrictionFacts, restrictionNamed } from '../../server/src/engine/knowledge/restrictions';
import { COLUMNS, DAEMON_OPTIONS, PROGRAMS, SERVICE_TYPES } from '../../server/src/engine/knowledge/services';
import { parameterText } from '../../server/src/engine/knowledge/sharedTexts';
import { INET_SERVICES, LOCAL_SERVICES } from '../../server/src/engine/knowledge/stockServices';
import { TABLE_CLIENTS } from '../../server/src/engine/knowledge/tableClients';
import { TABLE_TYPES } from '../../server/src/engine/knowledge/tableTypes';
import type { Text } from '../../server/src/engine/locale';

/** A text, what it is about, and how long it may be in English. */
interface Sample {
  readonly name: string;
  readonly text: Text;
  readonly length: readonly [number, number];
  /** How many sentences; absent: any number. */
  readonly sentences?: readonly [number, number];
}

const PARAGRAPH = [60, 900] as const;
/** A summary, and one to four sentences of help. */
const HELP = [2, 5] as const;
const SENTENCE = [4, 200] as const;

function* samples(): Iterable<Sample> {
  for (const { name, text, op25b, values } of allParameters()) {
    if (text) yield { name, text, length: PARAGRAPH, sentences: HELP };
    if (op25b) yield { name: `${name} (OP25B)`, text: op25b, length: PARAGRAPH };
    for (const [word, keyword] of Object.entries(values ?? {})) {
      if (keyword.text) yield { name: `${name} = ${word}`, text: keyword.text, length: SENTENCE };
    }
  }
  for (const [type, services] of Object.entries({ inet: INET_SERVICES, local: LOCAL_SERVICES })) {
    for (const [name, { text, op25b }] of Object.entries(services)) {
      yield { name: `${name} ${type}`, text, length: PARAGRAPH };
      if (op25b) yield { name: `${name} ${type} (OP25B)`, text: op25b, length: PARAGRAPH };
    }
  }
  for (const [name, column] of Object.entries(COLUMNS)) {
    yield { name: `column ${name}`, text: column.text, length: PARAGRAPH, sentences: HELP };
    yield* words(`column ${name}`, column.values);
  }
  yield* words('type', SERVICE_TYPES);
  for (const [letter, { text }] of Object.entries(DAEMON_OPTIONS)) {
    yield { name: `option -${letter}`, text, length: PARAGRAPH, sentences: HELP };
  }
  for (const [program, { text, attributes }] of Object.entries(PROGRAMS)) {
    yield { name: `program ${program}`, text, length: PARAGRAPH, sentences: HELP };
    // Those of lmtp(8) are those of smtp(8).
    for (const [name, attribute] of program === 'lmtp' ? [] : Object.entries(attributes ?? {})) {
      yield { name: `${program} ${name}=`, text: attribute.text, length: PARAGRAPH, sentences: HELP };
      yield* words(`${program} ${name}`, attribute.letters);
      yield* words(`${program} ${name}`, attribute.macros);
    }
  }
  for (const [name, { text }] of Object.entries<RestrictionFacts>(RESTRICTIONS)) {
    if (text) yield { name, text, length: PARAGRAPH, sentences: HELP };
  }
  const seen = new Set<Text>();
  for (const [table, actions] of Object.entries(ACTIONS)) {
    for (const [action, { text }] of Object.entries<ActionFacts>(actions)) {
      if (!seen.has(text)) yield { name: `${action} in ${table}`, text, length: PARAGRAPH, sentences: HELP };
      seen.add(text);
    }
  }
  for (const [type, { text }] of Object.entries(TABLE_TYPES)) {
    yield { name: `table type ${type}`, text, length: PARAGRAPH, sentences: HELP };
  }
  for (const [client, names] of Object.entries(TABLE_CLIENTS)) yield* words(client, names);
  for (const { form, text } of Object.values(EXPANSION_FORMS)) {
    yield { name: form, text, length: PARAGRAPH, sentences: HELP };
  }
  yield* words('operator', { ...OPERATORS, ...FUNCTIONS, level: LEVEL_SUFFIX });
  for (const { parameters = [], names } of RUN_TIME_NAMES) yield* words(`in ${parameters.join(', ')}`, names);
  for (const { level, text } of COMPATIBILITY_LEVELS) {
    yield { name: `compatibility level ${level}`, text, length: PARAGRAPH, sentences: HELP };
  }
}

function* words(name: string, facts: Readonly<Record<string, { readonly text: Text }>> = {}): Iterable<Sample> {
  for (const [word, { text }] of Object.entries(facts)) yield { name: `${name} = ${word}`, text, length: SENTENCE };
}

/** What tables can answer; some actions mean the same in several and share their text. */
const ACTIONS = {
  access: { ...ACCESS_ACTIONS, ...OTHER_ACCESS_RESULTS },
  header_checks: HEADER_CHECK_ACTIONS,
  smtp_header_checks: CLIENT_HEADER_CHECK_ACTIONS,
  postscreen_access_list: POSTSCREEN_ACCESS_ACTIONS,
};

const all = [...samples()];

/** The texts that come from those of other parameters. */
const shared = [...allParameters()].flatMap((parameter) => {
  const text = parameter.text ? undefined : parameterText(parameter);
  return text ? [{ name: parameter.name, text }] : [];
});

/** The words of code in a text, sorted: the same in both languages, though not in the same order. */
function codeWords(text: string): string[] {
  return [...text.matchAll(/`([^`]*)`/g)].map(([, word]) => word ?? '').sort();
}

const withoutCode = (text: string) => text.replace(/`[^`]*`/g, 'X');

/** A keyword parameter and its twin (`smtp_sasl_…`, `smtp_sasl_tls_…`) may say the same of a word. */
const isKeyword = (name: string) => name.includes(' = ');

describe('texts', () => {
  it('are there', () => {
    assert.ok(all.length > 400, String(all.length));
  });

  for (const { name, text, length, sentences } of all) {
    it(`${name}: is complete in both languages, in whole sentences`, () => {
      const { en, ja } = text;
      for (const value of [en, ja]) {
        assert.equal(value, value.trim());
        assert.doesNotMatch(value, / {2}|[\n\t]/, 'one paragraph');
        assert.equal(value.split('`').length % 2, 1, 'backticks in pairs');
        assert.doesNotMatch(value, /``/, 'empty code');
      }
      assert.deepEqual(codeWords(ja), codeWords(en));

      const [shortest, longest] = length;
      assert.ok(en.length >= shortest && en.length <= longest, `${en.length} characters of English`);
      assert.ok(ja.length >= shortest / 2 && ja.length <= longest, `${ja.length} characters of Japanese`);

      assert.match(en, /[.]$/);
      assert.match(ja, /。$/);
      for (const sentence of withoutCode(en).split(/(?<=[.?!]) /)) assert.match(sentence, /^[^a-z]/);
      // The summary: the first sentence, without code in it that looks like the end of a sentence.
      const summary = en.split(/(?<=[.]) /)[0] ?? '';
      assert.ok(summary.length >= 4 && summary.length <= 260, summary);
      assert.equal(summary.split('`').length % 2, 1, summary);
      assert.ok((ja.split('。')[0] ?? '').length >= 4);
      if (!sentences) return;
      const count = withoutCode(en).split(/(?<=[.?!]) /).length;
      assert.ok(count >= sentences[0] && count <= sentences[1], `${count} sentences`);

      assert.match(ja, /[\u3041-\u3096\u30a1-\u30fa]/, 'kana');
      assert.doesNotMatch(ja, /[\uff61-\uff9f]/, 'half-width katakana');
      assert.doesNotMatch(
        ja,
        /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]/,
        'full-width letters, digits or spaces',
      );
      assert.doesNotMatch(withoutCode(ja), /[\u3040-\u30ff\u4e00-\u9fff] ?[,.;](?: |$)/, 'ASCII punctuation');
      assert.doesNotMatch(en, /[\u3000-\u30ff\u4e00-\u9fff]/, 'Japanese in the English text');
      for (const sentence of ja.split('。').slice(0, -1)) {
        assert.match(
          sentence,
          /(?:ます|ません|です|ました|でした|ください|とき|こと|だけ)(?:（[^（）]*）)?[）」]?$/,
          `です・ます: ${sentence}`,
        );
      }
    });
  }

  it('are not copies of each other', () => {
    for (const language of ['en', 'ja'] as const) {
      const seen = new Map<string, string>();
      for (const { name, text } of all) {
        if (isKeyword(name)) continue;
        const other = seen.get(text[language]);
        assert.equal(other, undefined, `${name} says the same as ${other}`);
        seen.set(text[language], name);
      }
    }
  });

  it('name only parameters that exist', () => {
    const known = new Set([...allParameters()].map(({ name }) => name));
    for (const names of Object.values(TABLE_CLIENTS)) for (const name of Object.keys(names)) known.add(name);
    const family =
      /^(?:smtpd?|lmtp|virtual|postscreen|tlsproxy|milter|sender|recipient|qmgr|address_verify|tls)_[a-z0-9_]+[a-z0-9]$/i;
    for (const { name, text } of [...all, ...shared]) {
      for (const word of codeWords(text.en)) {
        const parameter = /^\$?([a-zA-Z0-9_]+)(?: ?=.*)?$/.exec(word)?.[1] ?? '';
        if (!family.test(parameter) || /_destination_/.test(parameter)) continue;
        assert.ok(known.has(parameter), `${name}: ${parameter}`);
      }
    }
  });

  it('give an example that sets something', () => {
    for (const { name, op25b } of allParameters()) {
      if (op25b?.example === undefined) continue;
      // Lines of main.cf; what belongs to one service only is an option of master.cf.
      for (const line of op25b.example.split('\n')) {
        assert.match(line, /^(?:[a-zA-Z0-9_]+ = \S.*|-o [a-zA-Z0-9_]+=\S+)$/, name);
      }
    }
    for (const services of [INET_SERVICES, LOCAL_SERVICES]) {
      for (const { op25b } of Object.values(services)) {
        if (op25b?.example === undefined) continue;
        const [entry = '', ...options] = op25b.example.split('\n');
        assert.match(entry, /^\S+ +(?:inet|unix) +(?:[yn-] +){3}- +- +\w+$/);
        for (const option of options) assert.match(option, /^ {2}-o [a-z0-9_]+=\S*$/);
      }
    }
  });
});

describe('restrictions', () => {
  it('all have a text, an older name that of the newer', () => {
    for (const [name, { aliasOf }] of Object.entries<RestrictionFacts>(RESTRICTIONS)) {
      const text = restrictionNamed(name)?.text;
      assert.ok(text, name);
      if (aliasOf) assert.equal(text, restrictionNamed(aliasOf)?.text, name);
    }
  });
});
