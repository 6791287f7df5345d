import assert from 'node:assert/strict';
import { expandedValue } from '../../server/src/engine/configuration/effective';
import { expand } from '../../server/src/engine/configuration/expand';
import { expansionHelp, runTimeNameHelp } from '../../server/src/engine/help/expansionHelp';
import { COMPATIBILITY_LEVELS, compatibilityLevelsOf } from '../../server/src/engine/knowledge/compatibilityLevels';
import {
  EXAMPLE_SETTINGS,
  EXPANSION_FORMS,
  OPERATORS,
  RUN_TIME_NAMES,
} from '../../server/src/engine/knowledge/expansions';
import { allParameters, parameterNamed } from '../../server/src/engine/knowledge/parameters';
import type { Locale } from '../../server/src/engine/locale';
import { type CheckOptions, configurationOf } from '../check';

interface Options extends CheckOptions {
  readonly parameter?: string;
  readonly main?: string;
}

/** The help at `|` of a value, as `[the characters that it is about] help`. */
function helpAt(marked: string, { parameter, main = '', locale = 'en', ...options }: Options = {}): string {
  const offset = marked.indexOf('|');
  const value = marked.replace('|', '');
  const configuration = configurationOf({ 'main.cf': main }, options);
  const help = expansionHelp(configuration, value, offset, {
    locale: locale as Locale,
    ...(parameter !== undefined && { parameter }),
  });
  return help ? `[${value.slice(help.start, help.end)}] ${help.markdown}` : '';
}

const has = (help: string, ...parts: string[]) => {
  for (const part of parts) assert.ok(help.includes(part), `${part}\n\n${help}`);
};

describe('expansionHelp', () => {
  it('explains each form', () => {
    has(helpAt('a|$mydomain'), '[$mydomain] **`$name`**');
    has(helpAt('a$|mydomain'), '[$mydomain] **`$name`** — in every Postfix since 2.0');
    has(helpAt('$|{mydomain}'), '[${mydomain}] **`${name}`**');
    has(helpAt('$|(mydomain)'), '**`$(name)`**');
    has(helpAt('${relayhost|?yes}'), '**`${name?text}`** — since Postfix 2.2');
    has(helpAt('${relayhost|:no}'), '**`${name:text}`**');
    has(helpAt('${relayhost |? {yes}}'), '**`${name?{text}}`** — since Postfix 3.0');
    has(helpAt('${relayhost:|{no}}'), '**`${name:{text}}`**');
    has(helpAt('${relayhost?{yes}|:{no}}'), '**`${name?{text1}:{text2}}`**');
    has(
      helpAt('${{a} |== {b} ? {c} : {d}}'),
      '**`${{text1} == {text2} ? {text3} : {text4}}`**',
      '- `==`: Both are equal.',
    );
    has(helpAt('${{a} |< {b}}'), '**`${{text1} == {text2}}`**', '- `<`: The first is less.');
    has(
      helpAt('${domain_to_ascii|{x}}', { version: '3.11' }),
      '**`${function{text}}`** — since Postfix 3.11',
      '- `domain_to_ascii`: Turns an internationalized',
    );
  });

  it('finds a doubled dollar sign, and the end of it', () => {
    has(helpAt('a|$$b'), '[$$] **`$$`**');
    has(helpAt('$$a$|$b'), '[$$] **`$$`**');
    assert.equal(helpAt('a$$|b'), '');
    assert.equal(helpAt('a$$b|'), '');
    assert.equal(helpAt('|a$$b'), '');
  });

  it('explains the innermost one', () => {
    has(helpAt('${relayhost?via $|mydomain}'), '[$mydomain] **`$name`**');
    has(helpAt('${{$|compatibility_level} <level {1} ? {yes} : {no}}'), '[$compatibility_level]');
    has(
      helpAt('${{$compatibility_level} <|level {1} ? {yes} : {no}}'),
      '- `<`: The first is less.',
      '`3.10` is more than `3.9`',
    );
  });

  it('says what it comes to', () => {
    const main = 'mydomain = example.jp\nsmtpd_banner = x\n';
    has(helpAt('${mydomain|?{ours}:{none}}', { main }), '- Here: `ours`');
    has(helpAt('${relayhost|?{yes}}', { main }), '- Here: (empty)');
    has(helpAt('${relayhost|?{yes}}', { main, locale: 'ja' }), '- ここでの値: （空）');
    assert.ok(!helpAt('${user|?x}', { main, parameter: 'luser_relay' }).includes('Here'));
  });

  it('warns of what the version does not know', () => {
    has(helpAt('${relayhost|?{yes}}', { version: '2.11' }), '⚠️ Postfix 2.11 does not know this form.');
    has(helpAt('${f|{x}}', { version: '3.7.11', locale: 'ja' }), '⚠️ Postfix 3.7.11 では使えません。');
  });

  it('is silent elsewhere', () => {
    assert.equal(helpAt('mail|.example.jp'), '');
    assert.equal(helpAt('$mydomain|'), '');
    assert.equal(helpAt('${a|'), '');
    assert.equal(helpAt('|'), '');
  });

  it('says it in Japanese', () => {
    has(
      helpAt('${relayhost|:no}', { locale: 'ja' }),
      '**`${name:text}`** — Postfix 2.2 以降',
      '名前が空か未設定なら指定した文字列になり',
      '[マニュアル: postconf(5)]',
    );
  });
});

describe('the forms of expansion', () => {
  it('have examples that are true', () => {
    for (const { form, example } of Object.values(EXPANSION_FORMS)) {
      assert.equal(
        expand(example.value, (name) => EXAMPLE_SETTINGS[name], '3.12'),
        example.result,
        form,
      );
    }
  });

  it('have the operators that expand() has', () => {
    for (const operator of Object.keys(OPERATORS)) {
      assert.notEqual(
        expand(`\${{1} ${operator} {2}}`, () => undefined, '3.7'),
        undefined,
        operator,
      );
    }
  });
});

describe('runTimeNameHelp', () => {
  it('explains a name where it is filled in', () => {
    has(
      runTimeNameHelp('luser_relay', 'user', 'en') ?? '',
      '**`$user`** — filled in when it is used, in every Postfix since 2.0',
      'The user name in the recipient address, without extension and domain.',
    );
    has(
      runTimeNameHelp('default_rbl_reply', 'rbl_what', 'ja') ?? '',
      '**`$rbl_what`** — 使うときに置き換え、Postfix 2.0 以降',
      'リストに載っていたもの',
      '- `smtpd_expansion_filter` にない文字は `_` に置き換わります。',
    );
    has(
      runTimeNameHelp('forward_path', 'home', 'en') ?? '',
      '- Characters that are not in `forward_expansion_filter` become `_`.',
    );
    assert.ok(!runTimeNameHelp('luser_relay', 'home', 'en')?.includes('become'));
    has(runTimeNameHelp('smtpd_error_sleep_time', 'stress', 'en') ?? '', 'since Postfix 2.5');
    has(runTimeNameHelp('postscreen_reject_footer', 'localtime', 'en') ?? '', '`postscreen_expansion_filter`');
  });

  it('knows nothing of a name elsewhere', () => {
    assert.equal(runTimeNameHelp('relayhost', 'user', 'en'), undefined);
    assert.equal(runTimeNameHelp('postscreen_reject_footer', 'client_name', 'en'), undefined);
    assert.equal(runTimeNameHelp('luser_relay', 'toString', 'en'), undefined);
  });

  it('covers the names of every parameter', () => {
    for (const { name, runTimeNames = [] } of allParameters()) {
      for (const other of runTimeNames) assert.ok(runTimeNameHelp(name, other, 'en'), `${name}: ${other}`);
    }
    for (const { parameters = [], filters = {} } of RUN_TIME_NAMES) {
      for (const name of [...parameters, ...Object.values(filters)]) assert.ok(parameterNamed(name), name);
    }
  });
});

describe('compatibility levels', () => {
  it('change the defaults that they say, and no others', () => {
    const at = (level: string) => {
      const configuration = configurationOf({ 'main.cf': `compatibility_level = ${level}\n` }, { version: '3.12' });
      return (name: string) => expandedValue(configuration, name);
    };
    const dependent = [...allParameters()].filter(({ default: value }) => {
      const newest = value !== null && typeof value === 'object' ? Object.values(value).at(-1) : value;
      return newest?.includes('$compatibility_level');
    });
    let below = at('0');
    for (const { level, parameters } of COMPATIBILITY_LEVELS.slice(1)) {
      const here = at(level);
      const changed = dependent.map(({ name }) => name).filter((name) => here(name) !== below(name));
      assert.deepEqual(changed.sort(), [...parameters].sort(), level);
      below = here;
    }
  });

  it('are those of each version', () => {
    assert.deepEqual(
      compatibilityLevelsOf('3.7.11').map(({ level }) => level),
      ['0', '1', '2', '3.6'],
    );
    assert.deepEqual(compatibilityLevelsOf('2.11'), []);
  });
});
