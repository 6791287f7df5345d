import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { extractAddress } from '../../server/src/engine/access/smtpAddress';
import { skipUnless, whyNotPostfix } from '../instance';
import { Random } from '../random';
import { SmtpdServer } from './smtpdServer';

const SEED = Number(process.env.SEED ?? 1);
const ADDRESSES = Number(process.env.ADDRESSES ?? 1500);

const PIECES = [
  ...['a', 'bob', 'x@example.com', '@', '@', '@', 'example.com', '.', '..', '%', '!', '|', '+', 'ó', '\x01'],
  ...['"', '"', '"a b"', '""', '\\"', '\\', '\\\\', ' ', '\t', '(', ')', '(c)', '((c)d)', '<', '>', '<', '>', '<a@b>'],
  ...[',', ':', ';', 'list:', ';', '[', ']', '[127.0.0.1]', '@a,@b:', '@a:'],
];

describe('addresses in SMTP commands, compared with smtpd(8)', function () {
  this.timeout(60_000 + ADDRESSES * 20);
  skipUnless(whyNotPostfix());

  it(`${ADDRESSES} random ones`, async () => {
    const random = new Random(SEED);
    const piece = () => random.pick(PIECES);
    const texts = Array.from({ length: ADDRESSES }, () => piece() + random.times(6, piece).join(''));
    const server = await SmtpdServer.create();
    try {
      const options = ['', ' -o strict_rfc821_envelopes=yes\n'];
      await server.start('smtpd_relay_restrictions = reject_unauth_destination\n', options, {}, [], ' -v');
      const replies = [await tellAll(server.portOf(0), texts), await tellAll(server.portOf(1), texts)];
      const logs = [0, 1].map((service) => commandsIn(server.log(), service));
      texts.forEach((text, i) => {
        const ours = extractAddress(text);
        [ours, ours?.isStrict ? ours : undefined].forEach((expected, service) => {
          const [reply = '', log = ''] = [replies[service]?.[i], logs[service]?.[i]];
          const theirs = / smtpd_check_addr: addr=(.*)$/m.exec(log)?.[1] ?? (reply.startsWith('501') ? undefined : '');
          assert.equal(theirs, expected && printable(expected.address), `${JSON.stringify(text)}\n${reply}\n${log}`);
          if (!reply.startsWith('501')) assert.equal(reply.startsWith('555'), expected?.hasOption, reply);
        });
      });
    } finally {
      await server.stop();
    }
  });
});

/** The replies to MAIL FROM with each of these. */
async function tellAll(port: number, texts: readonly string[]): Promise<string[]> {
  const socket = net.connect({ port, host: '127.0.0.1' });
  const replies: string[] = [];
  createInterface(socket).on('line', (line) => {
    if (!/^\d{3} /.test(line)) return;
    replies.push(line);
    // A client that does not wait for these is thrown out.
    if (replies.length === 1) socket.write('EHLO x.example\r\n');
    if (replies.length === 2) socket.write(texts.map((text) => `MAIL FROM:<${text}>\r\nRSET\r\n`).join(''));
    if (replies.length === 2 + 2 * texts.length) socket.end('QUIT\r\n');
  });
  socket.write('PROXY TCP4 192.0.2.1 127.0.0.1 40000 25\r\n');
  await once(socket, 'close');
  return texts.map((_, i) => replies[2 + 2 * i] ?? '');
}

/** What a service has logged for each MAIL FROM. */
function commandsIn(log: string, service: number): string[] {
  const lines = log.split('\n').filter((line) => line.includes(` s${service}/smtpd[`));
  return lines
    .join('\n')
    .split(/ < \S+: MAIL FROM:/)
    .slice(1);
}

function printable(text: string): string {
  return Buffer.from(text)
    .toString('latin1')
    .replace(/[^ -~]/g, '?');
}
