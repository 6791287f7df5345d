import assert from 'node:assert/strict';
import { parseSettings, severitiesIn } from '../../server/src/engine/directorySettings';
import { lint } from '../../server/src/engine/lint';
import { configurationOf } from '../check';

/** What is reported, and at which characters. */
function problemsIn(text: string, locale: 'en' | 'ja' = 'en'): [string, string][] {
  return parseSettings(text).problems.map(({ start, end, message }) => [text.slice(start, end), message[locale]]);
}

describe('.postfix-config.json', () => {
  it('names the version and the severities of rules', () => {
    const text = '{ "postfixVersion": "3.7.11", "rules": { "unknown-parameter": "warning", "bad-time": "off" } }';
    assert.deepEqual(parseSettings(text), {
      settings: { postfixVersion: '3.7.11', rules: { 'unknown-parameter': 'warning', 'bad-time': 'off' } },
      problems: [],
    });
  });

  it('may be empty, and may say which schema it has', () => {
    for (const text of ['', ' \n', '{}', '{ "$schema": "x" }', '{ "postfixVersion": "auto" }', '\ufeff{}']) {
      assert.deepEqual(parseSettings(text), { settings: { rules: {} }, problems: [] }, text);
    }
  });

  it('is told what is wrong, where, and what was meant; the rest holds', () => {
    const text = '{ "rules": { "bad-tme": "off", "bad-time": "of", "bad-number": "hint" } }';
    assert.deepEqual(problemsIn(text), [
      ['"bad-tme"', 'There is no rule `bad-tme`. Did you mean `bad-time`?'],
      ['"bad-time"', 'The severity of `bad-time` is one of `error`, `warning`, `info`, `hint`, `off`.'],
    ]);
    assert.deepEqual(parseSettings(text).settings.rules, { 'bad-number': 'hint' });
    assert.deepEqual(problemsIn('{ "rule": {} }'), [['"rule"', 'There is no setting `rule`. Did you mean `rules`?']]);
    assert.match(problemsIn('{ "postfixVersion": 3.7 }')[0]?.[1] ?? '', /in quotes/);
    assert.match(problemsIn('{ "postfixVersion": 3.7 }', 'ja')[0]?.[1] ?? '', /引用符/);
    assert.match(problemsIn('[]')[0]?.[1] ?? '', /object/);
    assert.match(problemsIn('{ "rules": [] }')[0]?.[1] ?? '', /maps/);
  });

  it('is told where JSON breaks off', () => {
    const text = '{\n  "rules": { "bad-time": "off", }\n}\n';
    const [problem] = parseSettings(text).problems;
    assert.equal(text.slice(0, problem?.start).split('\n').length, 2);
    assert.deepEqual(problemsIn('{')[0], ['{', 'This is no valid JSON.']);
  });

  it('makes rules silent, or more or less serious', () => {
    const configuration = configurationOf({ 'main.cf': 'soft_bounce = true\n' });
    const severities = (value: unknown) => lint(configuration, { locale: 'en', severities: severitiesIn(value) });
    assert.deepEqual(severities({ 'bad-boolean': 'off' }), []);
    assert.deepEqual(
      severities({ 'bad-boolean': 'hint', nonsense: 'error' }).map(({ severity }) => severity),
      ['hint'],
    );
    const ignored = configurationOf({ 'main.cf': '# postfix-config: ignore bad-boolean\nsoft_bounce = true\n' });
    assert.deepEqual(lint(ignored, { locale: 'en', severities: { 'bad-boolean': 'off' } }), []);
    for (const nonsense of [null, 'x', 3, ['off'], { 'bad-boolean': 'loud' }, undefined]) {
      assert.equal(severities(nonsense)[0]?.severity, 'error');
    }
  });
});
