import { once } from 'node:events';
import net from 'node:net';
import { quoteLocal, unquoteLocal } from '../../server/src/engine/access/mailAddress';

/** What trivial-rewrite(8) answers, by the numbers of resolve_clnt.h. */
export interface RealResolution {
  readonly transport: string;
  readonly nexthop: string;
  readonly recipient: string;
  readonly flags: number;
}

export const FLAGS = { routed: 2, error: 4, fail: 8 };
export const CLASSES = { local: 256, alias: 512, virtual: 1024, relay: 2048, default: 4096 };

/** Talks to trivial-rewrite(8) as smtpd(8) does (rewrite_clnt.c, resolve_clnt.c). */
export class RewriteClient {
  private received = '';
  private waiting: (() => void) | undefined;

  private constructor(private readonly socket: net.Socket) {
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      this.received += chunk;
      this.waiting?.();
    });
    socket.on('close', () => {
      this.received += '\0';
      this.waiting?.();
    });
  }

  /** `isAnnounced`: the server says first what it speaks, as it does since 3.6. */
  static async connect(path: string, isAnnounced: boolean): Promise<RewriteClient> {
    const socket = net.connect(path);
    await once(socket, 'connect');
    const client = new RewriteClient(socket);
    if (isAnnounced) await client.reply();
    return client;
  }

  close(): void {
    this.socket.destroy();
  }

  /** smtpd_resolve_addr. */
  async resolve(sender: string, address: string): Promise<RealResolution> {
    const from = await this.rewrite(sender);
    const to = await this.rewrite(address);
    const reply = await this.ask(['request', 'resolve', 'sender', from, 'address', to]);
    const [, , , transport = '', , nexthop = '', , recipient = '', , flags = ''] = reply;
    return { transport, nexthop, recipient: recipient.toLowerCase(), flags: Number(flags) };
  }

  private async rewrite(address: string): Promise<string> {
    const reply = await this.ask(['request', 'rewrite', 'rule', 'local', 'address', quoteLocal(address)]);
    return unquoteLocal(reply[3] ?? '');
  }

  private ask(fields: readonly string[]): Promise<string[]> {
    this.socket.write(`${fields.map((field) => `${field}\0`).join('')}\0`);
    return this.reply();
  }

  /** Names and values, each with a NUL after it, up to an empty name. */
  private async reply(): Promise<string[]> {
    for (;;) {
      const fields = this.received.split('\0');
      const end = fields.findIndex((field, i) => i % 2 === 0 && field === '' && i < fields.length - 1);
      if (end >= 0) {
        if (end === 0) throw new Error('trivial-rewrite has closed the connection');
        this.received = fields.slice(end + 1).join('\0');
        return fields.slice(0, end);
      }
      await new Promise<void>((done) => {
        this.waiting = done;
      });
    }
  }
}
