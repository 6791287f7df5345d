import assert from 'node:assert/strict';
import { parseDestination, parseTransportNexthop } from '../../server/src/engine/syntax/nexthop';

/** What smtp(8) of Postfix 3.7.11 does with each as a relayhost was tried; an error here is fatal there. */
const destinations: Record<string, string | [host: string, port: string | undefined, hasBrackets: boolean]> = {
  '[127.0.0.1]:587': ['127.0.0.1', '587', true],
  '[127.0.0.1]:': ['127.0.0.1', undefined, true],
  '[mail.example.org]': ['mail.example.org', undefined, true],
  'example.org': ['example.org', undefined, false],
  'example.org:': ['example.org', undefined, false],
  'localhost:smtps': ['localhost', 'smtps', false],
  '127.0.0.1:587': ['127.0.0.1', '587', false],
  '[::1]:587': ['::1', '587', true],
  '[ipv6:::1]:587': ['::1', '587', true],
  '[IPv6:2001:db8::1.2.3.4]': ['2001:db8::1.2.3.4', undefined, true],
  'under_score.example': ['under_score.example', undefined, false],
  'メール.example': ['メール.example', undefined, false],
  'smtp://127.0.0.1': ['smtp', '//127.0.0.1', false],
  'smtp:[127.0.0.1]:587': 'bad host',
  '"[127.0.0.1]:587"': 'bad host',
  '[127.0.0.1:587': 'missing bracket',
  '127.0.0.1]:587': 'bad host',
  '[127.0.0.1]587': 'garbage after bracket',
  '[127.0.0.1:587]': 'bad host',
  '[127.0.0.1]:0587x': 'garbage after port number',
  '[127.0.0.1]:587:25': 'garbage after port number',
  '[127.0.0.1]:70000': 'bad port number',
  '[127.0.0.1]:0': 'bad port number',
  '[ipv6:zz]:587': 'malformed IPv6 address',
  '::1': 'bad host',
  ':587': 'missing host',
  '[]:587': 'missing host',
  '587': 'bad host',
  'example.com.': 'bad host',
  'smtp.example.com/': 'bad host',
  'user@host': 'bad host',
  '-a.example': 'bad host',
  [`${'a'.repeat(64)}.example`]: 'bad host',
};

describe('parseDestination', () => {
  for (const [text, expected] of Object.entries(destinations)) {
    it(text, () => {
      const result = parseDestination(text);
      if (typeof result === 'string') return assert.equal(result, expected);
      const { host, port, hasBrackets } = result;
      assert.deepEqual([host.text, port?.text, hasBrackets], expected);
      for (const part of [host, port]) assert.equal(text.slice(part?.start, part?.end), part?.text ?? text);
    });
  }
});

describe('parseTransportNexthop', () => {
  const cases: Record<string, [string, string]> = {
    smtp: ['smtp', ''],
    'smtp:': ['smtp', ''],
    'smtp:[mail.example.org]:25': ['smtp', '[mail.example.org]:25'],
    ':example.org': ['', 'example.org'],
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(text, () => {
      const { transport, nexthop } = parseTransportNexthop(text);
      assert.deepEqual([transport, nexthop], expected);
    });
  }
});
