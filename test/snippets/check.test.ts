import * as assert from 'node:assert/strict';
import { type CheckedProblem, check } from '../check';
import { mainCf, masterCf } from '../instance';
import { snippet, snippets } from './expand';

const BASE = { compatibility_level: '3.6', myhostname: 'host.example.jp' };

/** The stock master.cf has this service; a server without it would be a finding of its own. */
const PORT_25 = 'smtp inet n - n - - smtpd\n';

/** Half a configuration is rightly reported, so each of these snippets is judged with the other half. */
const COMPANIONS: Record<string, { main?: string; master?: string }> = {
  'main op25b-mixed-transport': { master: 'op25b-mixed-transport' },
  'main sasl_passwd': { main: 'op25b-relay-587' },
  'master submission': { main: 'submission-server' },
  'master submissions': { main: 'submission-server' },
  'master smtps': { main: 'submission-server' },
  'master op25b-mixed-transport': { main: 'op25b-mixed-transport' },
};

function without(text: string, added: string): string {
  const names = [...added.matchAll(/^(\w+) =/gm)].map((match) => `${match[1]} =`);
  return text
    .split('\n')
    .filter((line) => !names.some((name) => line.startsWith(name)))
    .join('\n');
}

function judge(main: string, master: string): CheckedProblem[] {
  return check({ 'main.cf': mainCf(BASE, main), 'master.cf': masterCf(PORT_25 + master) });
}

function findings(file: 'main' | 'master', prefix: string): CheckedProblem[] {
  const companion = COMPANIONS[`${file} ${prefix}`] ?? {};
  const own = { main: '', master: '' };
  own[file] = snippet(file, prefix);
  const otherMain = companion.main ? without(snippet('main', companion.main), own.main) : '';
  const otherMaster = companion.master ? snippet('master', companion.master) : '';
  return judge(otherMain + own.main, otherMaster + own.master);
}

describe('snippets: what our own checker says', () => {
  it('a mistake would be noticed', () => {
    assert.notDeepEqual(judge('relayhos = [smtp.example.jp]:587\n', ''), []);
  });

  for (const file of ['main', 'master'] as const) {
    for (const entry of snippets(file)) {
      const prefix = entry.prefix[0] ?? '';
      it(`${file}.cf: ${prefix}`, () => assert.deepEqual(findings(file, prefix), []));
    }
  }
});
