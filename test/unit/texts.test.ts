import assert from 'node:assert/strict';
import { allParameters } from '../../server/src/engine/knowledge/parameters';
import {
  COLUMN_TEXTS,
  type ColumnText,
  INET_SERVICES,
  LOCAL_SERVICES,
  PROGRAM_TEXTS,
  serviceText,
} from '../../server/src/engine/knowledge/serviceTexts';
import { parameterText } from '../../server/src/engine/knowledge/sharedTexts';
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
  for (const [name, text] of Object.entries(PROGRAM_TEXTS)) yield { name: `program ${name}`, text, length: SENTENCE };
  for (const [name, column] of Object.entries<ColumnText>(COLUMN_TEXTS)) {
    yield { name: `column ${name}`, text: column.text, length: PARAGRAPH };
    for (const [word, text] of Object.entries(column.values)) {
      yield { name: `column ${name} = ${word}`, text, length: SENTENCE };
    }
  }
}

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
    it(`${name}: is complete in both languages`, () => {
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
    });

    it(`${name}: has whole sentences`, () => {
      const { en, ja } = text;
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
    });

    it(`${name}: is written in proper Japanese`, () => {
      const { en, ja } = text;
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

describe('serviceText', () => {
  it('knows a service by name and type', () => {
    assert.equal(serviceText('smtp', 'inet'), INET_SERVICES.smtp);
    assert.equal(serviceText('smtp', 'unix'), LOCAL_SERVICES.smtp);
    assert.equal(serviceText('qmgr', 'fifo'), LOCAL_SERVICES.qmgr);
    assert.equal(serviceText('submission', 'unix'), undefined);
  });

  it('knows a port by number, and with an address in front', () => {
    assert.equal(serviceText('587', 'inet'), INET_SERVICES.submission);
    assert.equal(serviceText('127.0.0.1:submission', 'inet'), INET_SERVICES.submission);
    assert.equal(serviceText('[::1]:465', 'inet'), INET_SERVICES.submissions);
    assert.equal(serviceText('10025', 'inet'), undefined);
    assert.equal(serviceText('toString', 'inet'), undefined);
  });
});
