import assert from 'node:assert/strict';
import { whySmtpdFails } from '../../server/src/engine/access/startup';
import { textOf } from '../../server/src/engine/syntax/logicalLine';
import { BASE, FAILING, filesOf, STARTING } from '../access/startupCases';
import { type CheckOptions, configurationOf } from '../check';

function failureOf(text: string, options: CheckOptions = { version: '3.7' }) {
  const files = filesOf(text);
  const configuration = configurationOf({ ...files, 'main.cf': BASE + files['main.cf'] }, options);
  return whySmtpdFails(configuration, configuration.master?.services[0]);
}

describe('whether smtpd starts', () => {
  it('is right where the real smtpd was asked', () => {
    for (const text of STARTING) assert.equal(failureOf(text), undefined, text);
    for (const text of FAILING) assert.ok(failureOf(text), text);
  });

  it('says why, and where it is written', () => {
    const cases = [
      ['smtpd_helo_required = $own\nown = 1', 'bad value', 'smtpd_helo_required', '$own'],
      ['smtpd_banner =', 'bad value', 'smtpd_banner', 'smtpd_banner'],
      ['smtpd -o mynetworks=::1', 'bad list', 'mynetworks', '::1'],
      ['smtpd_restriction_classes = own', 'class without definition', 'own', 'own'],
      ['smtpd_relay_restrictions = permit', 'no relay guard', 'smtpd_relay_restrictions', 'permit'],
      ['smtpd -o x', 'bad command line', '-o', '-o'],
      ['nonsense', 'malformed line', 'main.cf', 'nonsense'],
      ['smtpd -o {a=b', 'bad service', 'smtp', '{a=b'],
    ] as const;
    for (const [text, kind, what, at] of cases) {
      const failure = failureOf(text);
      assert.deepEqual([failure?.kind, failure?.what, failure?.at && textOf(failure.at)], [kind, what, at], text);
    }
  });

  it('depends on the version', () => {
    const of = (version: string) => failureOf('compatibility_level = 3.6.1.2', { version })?.what;
    assert.deepEqual(['3.5', '3.7'].map(of), [undefined, 'compatibility_level']);
    const deadline = (version: string) => failureOf('smtpd_per_record_deadline = x', { version })?.what;
    assert.deepEqual(['3.5', '3.7'].map(deadline), ['smtpd_per_record_deadline', 'smtpd_per_request_deadline']);
    const header = (version: string) => failureOf('header_from_format = x', { version })?.what;
    assert.deepEqual(['3.6', '3.7'].map(header), [undefined, 'header_from_format']);
  });

  it('is not said of what is not known', () => {
    const unknown = configurationOf({ 'master.cf': 'smtp inet n - n - - smtpd -o smtpd_helo_required=x\n' });
    assert.equal(whySmtpdFails(unknown, unknown.master?.services[0]), undefined);
    const main = 'smtpd_helo_required = ${{$myhostname} == {a.invalid} ? {maybe} : {yes}}\ncompatibility_level = 3.6\n';
    assert.equal(whySmtpdFails(configurationOf({ 'main.cf': main }), undefined), undefined);
  });

  it('looks into files that lists name', () => {
    const readFile = (file: string) => (file === '/nets' ? { text: '# x\n10.0.0.0/8\n::1 x\n/nets\n' } : undefined);
    assert.equal(failureOf('mynetworks = !/nets', { version: '3.7', machine: { readFile } })?.kind, 'bad list');
    assert.equal(failureOf('mynetworks = /other', { version: '3.7', machine: { readFile } }), undefined);
  });
});
