import assert from 'node:assert/strict';
import { isReplyPattern, parseDnsList } from '../../server/src/engine/syntax/dnsList';

describe('parseDnsList', () => {
  it('splits at the first equals sign', () => {
    assert.deepEqual(parseDnsList('zen.example.org'), { domain: 'zen.example.org' });
    assert.deepEqual(parseDnsList('zen.example.org=127.0.0.2'), { domain: 'zen.example.org', reply: '127.0.0.2' });
    assert.deepEqual(parseDnsList('zen.example.org='), { domain: 'zen.example.org', reply: '' });
  });
});

describe('isReplyPattern', () => {
  for (const text of ['127.0.0.2', '127.0.0.[2..11]', '127.0.[0..255].[1;3..5;9]', '[127.0.0.2]', '007.0.0.255']) {
    it(`reads ${text}`, () => assert.ok(isReplyPattern(text)));
  }
  for (const text of ['', '127.0.0', '127.0.0.2.3', '127.0.0.256', '127.0.0.[2,3]', '127.0.0.[11..2]', '127.0.0.[]']) {
    it(`refuses ${text || 'nothing'}`, () => assert.ok(!isReplyPattern(text)));
  }
});
