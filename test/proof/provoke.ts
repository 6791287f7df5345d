import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Proof } from '../../server/src/engine/rules/rule';
import { withoutBraces } from '../../server/src/engine/syntax/list';
import { textOf } from '../../server/src/engine/syntax/logicalLine';
import { converse, delay, Instance, temporaryDirectory } from '../instance';
import { configurationDirectory, postconf, removeDirectory } from '../postconf/postconf';
import { makeCertificate } from '../snippets/postfix';
import { LoginServer } from '../snippets/servers';
import { DISCARDED, type Prepared, prepare } from './surroundings';

/** What the real Postfix makes of a configuration. */
export interface Verdict {
  /** All that it says, in messages, in the log and to a client. */
  readonly text: string;
  /** It ended without an error, started, or answered the client. */
  readonly accepted: boolean;
}

type Files = Readonly<Record<string, string>>;

/** Asks the judge of a proof. For a message that is expected (`wanted`) it waits, otherwise for the end of the matter. */
export function provoke(proof: Proof, files: Files, wanted?: string): Promise<Verdict> {
  switch (proof.by) {
    case 'postconf':
      return byPostconf(files);
    case 'postfix check':
      return withInstance(files, byPostfixCheck);
    case 'smtpd':
      return withInstance(files, (instance, prepared) => bySmtpd(instance, prepared, proof));
    case 'postfix':
      return withInstance(files, (instance, prepared) => byPostfix(instance, prepared, proof, wanted));
  }
}

/** postconf(1) reads the files as they are: nothing of them is used. */
async function byPostconf(files: Files): Promise<Verdict> {
  const directory = configurationDirectory({ 'main.cf': '', 'master.cf': '', ...files });
  const answers = await Promise.all(['-n', '-M', '-P'].map((option) => postconf('-c', directory, option)));
  removeDirectory(directory);
  const text = answers.map(({ stderr }) => Buffer.from(stderr, 'latin1').toString('utf8')).join('');
  return {
    text: text.replaceAll(directory, '/etc/postfix'),
    accepted: answers.every(({ status }) => status === 0),
  };
}

async function withInstance(
  files: Files,
  judge: (instance: Instance, prepared: Prepared) => Promise<Verdict>,
): Promise<Verdict> {
  const instance = new Instance();
  const login = new LoginServer('alice', 'secret word');
  try {
    await login.listen(instance.queue);
    const prepared = await prepare(instance, files, certificate());
    const { text, accepted } = await judge(instance, prepared);
    return { text: prepared.asInExample(text), accepted };
  } finally {
    login.close();
    await instance.stop();
  }
}

async function byPostfixCheck(instance: Instance): Promise<Verdict> {
  const { status, output } = await instance.postfix('check');
  return { text: output + instance.logText(), accepted: status === 0 };
}

/** The first smtpd service by itself; a client's commands need the rest of Postfix, for example to rewrite addresses. */
async function bySmtpd(instance: Instance, { services }: Prepared, { client }: Proof): Promise<Verdict> {
  const service = services.find(({ command }) => textOf(command) === 'smtpd');
  const words = (service?.words ?? []).map((word) => textOf(withoutBraces(word)?.inside ?? word));
  const name = service ? textOf(service.service) : 'smtp';
  const started = client ? await instance.tryStart() : undefined;
  // With -u, as master(8) starts it, it checks its client; a program that root runs by itself does not.
  const options = ['-n', name, ...(client ? ['-u'] : []), ...words];
  const { status, session, log } = await instance.smtpd(options, client);
  return {
    text: (started?.output ?? '') + session + log + instance.logText(),
    accepted: status === 0 && (started?.status ?? 0) === 0,
  };
}

/** A whole Postfix, a client and a message. */
async function byPostfix(
  instance: Instance,
  { port, asInExample }: Prepared,
  { client, recipient }: Proof,
  wanted: string | undefined,
): Promise<Verdict> {
  const { status, output } = await instance.tryStart();
  let said = output;
  const text = () => asInExample(said + instance.logText());
  if (status !== 0) return { text: text(), accepted: false };
  if (client) said += await talkTo(port, client);
  // Without a message to wait for, the way of a mail through the queue shows that all is well.
  const to = recipient ?? (wanted === undefined ? DISCARDED : undefined);
  if (to !== undefined) said += (await instance.send('<>', to)).output;
  const accepted = await until(() => (wanted === undefined ? /status=\w/.test(text()) : text().includes(wanted)));
  return { text: text(), accepted };
}

function talkTo(port: number | undefined, lines: readonly string[]): Promise<string> {
  if (port === undefined) throw new Error('the example has no network service for a client');
  const socket = net.connect(port, '127.0.0.1');
  return converse(socket, socket, lines);
}

/** Waits until something is so, for ten seconds. */
async function until(isSo: () => boolean): Promise<boolean> {
  for (const end = Date.now() + 10_000; Date.now() < end; await delay(50)) if (isSo()) return true;
  return isSo();
}

/** A key and its certificate in one file, made once. */
function certificate(): string {
  if (certificateFile === undefined) {
    const directory = temporaryDirectory();
    process.once('exit', () => fs.rmSync(directory, { recursive: true }));
    const { key, certificate: own } = makeCertificate(directory);
    certificateFile = path.join(directory, 'chain.pem');
    fs.writeFileSync(certificateFile, fs.readFileSync(key, 'utf8') + fs.readFileSync(own, 'utf8'));
  }
  return certificateFile;
}
let certificateFile: string | undefined;
