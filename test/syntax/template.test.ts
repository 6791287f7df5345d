import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createConfiguration } from '../../server/src/engine/configuration/configuration';
import { lint } from '../../server/src/engine/lint';
import { parseMainCf } from '../../server/src/engine/syntax/mainCf';
import { parseMasterCf } from '../../server/src/engine/syntax/masterCf';
import { UNKNOWN, withoutMarkup } from '../../server/src/engine/syntax/template';

/** The text with every run of unknown characters as one. */
const shortened = (text: string) => withoutMarkup(text).replace(new RegExp(`${UNKNOWN}+`, 'g'), UNKNOWN);

/** The rules that speak of a template. */
function rulesIn(main: string, master = ''): string[] {
  const configuration = createConfiguration({
    version: '3.7',
    isTemplate: true,
    main: parseMainCf(withoutMarkup(main)),
    master: parseMasterCf(withoutMarkup(master)),
  });
  return lint(configuration, { locale: 'en' }).map(({ rule }) => rule);
}

describe('templates', () => {
  it('have their values taken away, and nothing else', () => {
    assert.equal(shortened('myhostname = {{ name }}\n'), 'myhostname = …\n');
    assert.equal(shortened('relayhost = [<%= @host %>]:587\n'), 'relayhost = […]:587\n');
    assert.equal(shortened('a = @SBINDIR@/x %%HOST%%\n'), 'a = …/x …\n');
    assert.equal(shortened('a = {% if x %}yes{% else %}no{% endif %}\n'), 'a = …yes…no…\n');
    assert.equal(shortened('{{ item.name }} = {{ item.value }}\n'), '… = …\n');
  });

  it('have their statements made comments', () => {
    for (const line of [
      '{% if tls %}',
      '{%- endif -%}',
      '<% if @x -%>',
      '{{- range .Items }}',
      '{{ end }}',
      '{{#if x}}',
      '{# no #}',
    ]) {
      assert.match(withoutMarkup(`a = b\n${line}\nc = d\n`), /^a = b\n# +\nc = d\n$/, line);
    }
    assert.match(withoutMarkup('{% for a in\n   b %}\nc = d\n'), /^# +\n# +\nc = d\n$/);
  });

  it('leave what is of Postfix alone', () => {
    const own = 'a = ${{$compatibility_level} < {1} ? {yes} : {no}}\nb = ${c?{d}:{e}}\n-o { x = y }\n';
    assert.equal(withoutMarkup(own), own);
  });

  it('keep every character at its place', () => {
    const part = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      '<%',
      '%>',
      '<%=',
      '{#',
      '#}',
      '@A@',
      '\n',
      ' ',
      'a = b',
      '$',
      '#',
      '日本',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const read = withoutMarkup(text);
        assert.equal(read.length, text.length);
        for (let i = 0; i < text.length; i++) assert.equal(read[i] === '\n', text[i] === '\n');
      }),
    );
  });

  it('take no longer for many open brackets', () => {
    const began = performance.now();
    withoutMarkup('{{ '.repeat(200_000));
    withoutMarkup('{% x %}'.repeat(100_000));
    assert.ok(performance.now() - began < 2000);
  });

  it('are judged line by line, where nothing is filled in', () => {
    assert.deepEqual(rulesIn('smtpd_helo_required = ture\nsoft_bounce = {{ soft }}\nsmtpd_baner = x\n'), [
      'bad-boolean',
      'unknown-parameter',
    ]);
    assert.deepEqual(rulesIn('{{ names }}\nown_name = x\nother = $own_{{ kind }}\n'), []);
    assert.deepEqual(rulesIn('{% if a %}\nsoft_bounce = yes\n{% else %}\nsoft_bounce = no\n{% endif %}\n'), []);
    assert.deepEqual(rulesIn('', '{% for p in ports %}\n{{ p }} inet n - n - - smtpd\n{% endfor %}\n'), []);
    assert.deepEqual(rulesIn('', 'smtp inet n - n - - smtpd\n-o smtpd_banner=x\n'), ['option-at-line-start']);
  });
});
