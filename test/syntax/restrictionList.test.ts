import assert from 'node:assert/strict';
import { splitList } from '../../server/src/engine/syntax/list';
import { splitLogicalLines, textOf, wholeLine } from '../../server/src/engine/syntax/logicalLine';
import { readRestrictions } from '../../server/src/engine/syntax/restrictionList';

const WITH_ARGUMENT = new Set(['check_client_access', 'check_policy_service', 'reject_rbl_client', 'sleep']);

/** One string for each restriction: `warn_if_reject` as `~`, an argument after a blank, a bare table in brackets. */
function read(text: string): string[] {
  const [line] = splitLogicalLines({ kind: 'main.cf', text }).lines;
  const words = line ? splitList(wholeLine(line)).map((at) => ({ text: textOf(at), at })) : [];
  return readRestrictions(words, (name) => WITH_ARGUMENT.has(name)).map(({ name, word, argument, warnIfReject }) =>
    [warnIfReject ? '~' : '', name || `[${word.text}]`, argument ? ` ${argument.text}` : ''].join(''),
  );
}

describe('readRestrictions', () => {
  const cases: Record<string, string[]> = {
    'permit_mynetworks, reject': ['permit_mynetworks', 'reject'],
    'permit_mynetworks,,reject\n\t,permit': ['permit_mynetworks', 'reject', 'permit'],
    PERMIT_mynetworks: ['permit_mynetworks'],
    'check_client_access hash:/etc/a, permit': ['check_client_access hash:/etc/a', 'permit'],
    'check_client_access, permit': ['check_client_access permit'],
    check_client_access: ['check_client_access'],
    'hash:/etc/a proxy:mysql:/etc/b': ['[hash:/etc/a]', '[proxy:mysql:/etc/b]'],
    'check_policy_service { inet:h:1, timeout = 3s }, reject': [
      'check_policy_service { inet:h:1, timeout = 3s }',
      'reject',
    ],
    'warn_if_reject reject, permit': ['~reject', 'permit'],
    'warn_if_reject, warn_if_reject reject_rbl_client a.example': ['~reject_rbl_client a.example'],
    'reject_rbl_client warn_if_reject reject': ['reject_rbl_client warn_if_reject', 'reject'],
    'permit, Warn_If_Reject': ['permit', 'warn_if_reject'],
    'permit_mynetworks;reject': ['permit_mynetworks;reject'],
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(JSON.stringify(text), () => assert.deepEqual(read(text), expected));
  }

  it('takes linear time', () => {
    const start = performance.now();
    assert.equal(read('warn_if_reject check_client_access hash:/a, '.repeat(20_000)).length, 20_000);
    assert.ok(performance.now() - start < 1000);
  });
});
