import os from 'node:os';
import type { Answer } from '../../server/src/engine/access/answer';
import { installedVersion } from '../postconf/postconf';
import { Random } from '../random';
import { machineReading, smtpdServices } from './ours';
import { type RandomQuestion, type RandomService, randomWorld } from './randomAccess';
import { type Reply, SmtpdServer } from './smtpdServer';

/** Services of a configuration that are asked at the same time. */
const AT_ONCE = 4;

export interface Disagreement {
  readonly seed: number;
  readonly service: number;
  /** What is not right about our answer. */
  readonly what: string;
  readonly report: string;
}

export interface Comparison {
  /** By our verdict, and `not asked`. */
  readonly counts: Record<string, number>;
  readonly disagreements: Disagreement[];
  /** Every reply of the real one without what is particular to the question, and how often. */
  readonly replies: Map<string, number>;
}

/** Which of the services and questions of a random configuration are asked: all of them where it is absent. */
export interface Only {
  readonly service: number;
}

export function emptyComparison(): Comparison {
  return { counts: {}, disagreements: [], replies: new Map() };
}

/** Asks the real smtpd(8) and our engine the same questions about a random configuration. */
export async function compareWorld(
  seed: number,
  sizes: { readonly services: number; readonly questions: number },
  result: Comparison,
  { only, daemonOptions, onEnd }: { only?: Only; daemonOptions?: string; onEnd?: (server: SmtpdServer) => void } = {},
): Promise<void> {
  const server = await SmtpdServer.create();
  try {
    const { fingerprint } = await server.certificate();
    const directory = server.configuration;
    const world = randomWorld(
      new Random(seed),
      {
        directory,
        indexed: INDEXED,
        ownAddress: ownAddress(),
        certificate: `${directory}/cert.pem`,
        key: `${directory}/key.pem`,
        fingerprint,
      },
      sizes.services,
      sizes.questions,
    );
    for (const [name, action] of Object.entries(world.policies)) await server.policyService(name, action);
    const options = world.services.map((service) => service.options);
    const files = await server.start(world.main, options, world.files, world.maps, daemonOptions);
    const machine = await machineReading((file) => server.readFile(file));
    const ours = smtpdServices(files, { version: installedVersion as string, machine, directory });
    let next = 0;
    const worker = async () => {
      while (next < world.services.length) {
        const index = next++;
        if (only && only.service !== index) continue;
        const service = world.services[index] as RandomService;
        for (const question of service.questions) {
          const theirs = await server.ask(index, question, service.isSent);
          const { name: _, ...nameless } = question.client;
          const asked = question.isNameHidden ? { ...question, client: nameless } : question;
          const answer = theirs.verdict === 'not asked' ? undefined : ours(server.portOf(index), asked);
          const verdict = answer?.verdict ?? 'not asked';
          result.counts[verdict] = (result.counts[verdict] ?? 0) + 1;
          const kind = kindOf(theirs);
          result.replies.set(kind, (result.replies.get(kind) ?? 0) + 1);
          const what = answer && difference(answer, theirs, question);
          if (!what) continue;
          const report = reportOf({ world: world.main, service, question, theirs, answer, directory });
          result.disagreements.push({ seed, service: index, what, report });
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    onEnd?.(server);
  } finally {
    await server.stop();
  }
}

/** Types of tables that postmap(1) makes: those of all releases that are compared, as far as they are here. */
export const INDEXED = (installedVersion ?? '').startsWith('3.11') ? ['cdb', 'lmdb'] : ['hash', 'btree'];

function ownAddress(): string {
  const all = Object.values(os.networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.2';
}

/** What is wrong with our answer, or undefined. */
export function difference(
  answer: Answer,
  theirs: Reply,
  { mayDepend }: Pick<RandomQuestion, 'mayDepend'>,
): string | undefined {
  // In a loop of classes smtpd runs out of memory; that it dies, in the midst of a session, looks as if it had not started.
  const meetsLoop = answer.outcomes.some(({ because }) => because.some(({ kind }) => kind === 'class'));
  if (meetsLoop && theirs.verdict === 'unavailable') return undefined;
  if (answer.verdict === 'unavailable' || theirs.verdict === 'unavailable') {
    return answer.verdict === theirs.verdict ? undefined : `${theirs.verdict}, not ${answer.verdict}`;
  }
  const isAmongOurs = answer.outcomes.some((outcome) => {
    if (outcome.verdict !== theirs.verdict) return false;
    if (outcome.verdict === 'accepted') return true;
    if (outcome.code === undefined) return mayDepend;
    if (outcome.code !== theirs.code) return false;
    return outcome.status === theirs.status || (outcome.status === undefined && mayDepend);
  });
  if (!isAmongOurs) return `${theirs.verdict} ${theirs.code}, which is not among our outcomes`;
  const ours = new Set(
    answer.outcomes.map((outcome) =>
      outcome.verdict === 'accepted' ? 'accepted' : `${outcome.code} ${outcome.status}`,
    ),
  );
  return ours.size > 1 && !mayDepend ? 'the files decide, and we say that it depends' : undefined;
}

function kindOf({ verdict, text }: Reply): string {
  if (verdict === 'unavailable' || verdict === 'not asked') return verdict;
  const last = text.split('\n').at(-1) ?? '';
  return last
    .replace(/<[^>]*>+/g, '<>')
    .replace(/\[[^\]]*\]/g, '[]')
    .slice(0, 90);
}

function reportOf({
  world,
  service,
  question,
  theirs,
  answer,
  directory,
}: {
  readonly world: string;
  readonly service: RandomService;
  readonly question: RandomQuestion;
  readonly theirs: Reply;
  readonly answer: Answer | undefined;
  readonly directory: string;
}): string {
  const { isNameHidden: _, mayDepend: __, ...asked } = question;
  const outcomes = answer?.outcomes.map((outcome) => {
    const { by, because, ...rest } = outcome;
    const after = because.map(({ kind, name }) => `${kind} ${name}`).join('; ');
    return `${Object.values(rest).join(' ')} by ${by?.text} in ${by?.list}${after && ` because of ${after}`}`;
  });
  return [
    world,
    service.options,
    `asked   ${JSON.stringify(asked)}`,
    `theirs  ${theirs.verdict}: ${theirs.text}`,
    `ours    ${answer?.verdict} ${answer?.code ?? ''} ${answer?.status ?? ''}`,
    ...(outcomes ?? []).slice(0, 5).map((outcome) => `        ${outcome}`),
  ]
    .join('\n')
    .replaceAll(directory, '$dir');
}
