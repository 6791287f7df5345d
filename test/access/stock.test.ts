import assert from 'node:assert/strict';
import { smtpdAccess } from '../../server/src/engine/access/access';
import type { Answer } from '../../server/src/engine/access/answer';
import type { Question } from '../../server/src/engine/access/question';
import { relayServices } from '../../server/src/engine/access/relay';
import { type Scenario, scenariosOf } from '../../server/src/engine/access/scenarios';
import type { ServiceEntry } from '../../server/src/engine/syntax/masterCf';
import { configurationOf } from '../check';
import { skipUnless } from '../instance';
import { configurationDirectory, installedVersion, postconf, removeDirectory } from '../postconf/postconf';
import { snippet, snippets } from '../snippets/expand';
import { whyNotTls } from '../snippets/postfix';
import { difference } from './compare';
import { machineReading } from './ours';
import { type Reply, readFile, SmtpdServer } from './smtpdServer';

/** The configuration of an instance, in its directory. */
type Files = (directory: string) => Promise<{
  readonly main: string;
  readonly master: string;
  readonly tables?: Readonly<Record<string, string>>;
}>;

const RELAY_SNIPPETS: readonly (readonly [string, ...string[]])[] = [
  ['op25b-relay-587'],
  ['sasl_passwd', 'op25b-relay-587'],
  ['op25b-relay-465'],
  ['gmail-relayhost'],
  ['sender-dependent-relay'],
  ['op25b-mixed-transport'],
  ['null-client'],
];

/** What the snippets name tables, and what may stand in them. */
const TABLES = {
  sasl_passwd: '[smtp.example.jp]:587 user@example.jp:password\n',
  sender_relay: 'sender@example.net [smtp.example.net]:587\n',
  transport: 'example.com relay465:[smtp.example.net]:465\n',
};

/** Debian leaves this to whoever sets up the services for users. */
const LOGIN_SERVER = 'smtpd_sasl_type = dovecot\nsmtpd_sasl_path = private/auth\n';

const SNAKEOIL = /^(smtpd_tls_(?:cert|key)_file) *=.*\/ssl-cert-snakeoil\.(?:pem|key)$/gm;

describe('who may send: the real smtpd confirms', function () {
  this.timeout(120_000);
  skipUnless(whyNotTls() ?? (debian().main === '' ? 'this Postfix is not that of Debian' : undefined));

  describe('the default configuration of Debian', () => {
    it('with and without a certificate', () =>
      Promise.all(
        [false, true].map((withTls) =>
          confirms(async (directory) => ({ ...debian(), main: await debianMain(directory, withTls) })),
        ),
      ));

    it('with the services for users in use', () =>
      confirms(async (dir) => ({
        main: (await debianMain(dir, true)) + LOGIN_SERVER,
        master: inUse(debian().master),
      })));

    it('with the services for users in use, and no certificate for them', () =>
      confirms(async (dir) => ({
        main: (await debianMain(dir, false)) + LOGIN_SERVER,
        master: inUse(debian().master),
      })));
  });

  describe('the default configuration of Debian with our snippets', () => {
    it('submission-server, submission, submissions, smtps', () =>
      confirms(
        withSnippets(
          ['submission-server'],
          ['submission', 'submissions', 'smtps'].map((name) => snippet('master', name)).join(''),
        ),
      ));

    it(RELAY_SNIPPETS.map((names) => names.join(' with ')).join(', '), () =>
      Promise.all(
        RELAY_SNIPPETS.map((names) => {
          const inMaster = snippets('master').some(({ prefix }) => prefix[0] === names[0]);
          return confirms(withSnippets(names, inMaster ? snippet('master', names[0]) : ''));
        }),
      ),
    );
  });
});

/** The files of the package. */
function debian(): { readonly main: string; readonly tls: string; readonly master: string } {
  const file = (name: string) => readFile(`/usr/share/postfix/${name}`) ?? '';
  return { main: file('main.cf.debian'), tls: file('main.cf.tls'), master: file('master.cf.dist') };
}

/** main.cf as the package makes it for an "Internet Site", by the same program; `settings` come on top. */
async function debianMain(directory: string, withTls: boolean, settings: readonly string[] = []): Promise<string> {
  const { main, tls, master } = debian();
  const mine = (_: string, name: string) => `${name} = ${directory}/${name.includes('key') ? 'key' : 'cert'}.pem`;
  const made = configurationDirectory({
    'main.cf': withTls ? main + tls.replace(SNAKEOIL, mine) : main,
    'master.cf': master,
  });
  const set = [
    'smtpd_relay_restrictions=permit_mynetworks permit_sasl_authenticated defer_unauth_destination',
    'myhostname=host.example.jp',
    ...(/^alias_maps = \$alias_database$/m.test(main)
      ? []
      : ['alias_maps=hash:/etc/aliases', 'alias_database=hash:/etc/aliases']),
    `myorigin=${directory}/mailname`,
    'mydestination=$myhostname, example.jp, host.example.jp, localhost.example.jp, localhost',
    'relayhost=',
    'mynetworks=127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128',
    'mailbox_size_limit=0',
    'recipient_delimiter=+',
    'inet_interfaces=all',
    'inet_protocols=all',
    ...settings,
  ];
  try {
    const { status, stderr } = await postconf('-c', made, '-e', ...set);
    assert.equal(status, 0, stderr);
    return readFile(`${made}/main.cf`) ?? '';
  } finally {
    removeDirectory(made);
  }
}

/** The stock master.cf has services for users that only wait for their comment signs to be taken away. */
function inUse(master: string): string {
  return master.replace(/^#(?:submissions?|smtps) +inet .*smtpd\n(?:# {2}.*\n)*/gm, (service) =>
    service.replace(/^#(?! {3})/gm, ''),
  );
}

/** Whoever inserts a snippet takes away what it sets anew. */
function withSnippets(names: readonly string[], master: string): Files {
  return async (directory) => {
    let main = await debianMain(directory, false, ['mynetworks=127.0.0.0/8 192.168.7.0/24 [::1]/128']);
    for (const name of names) {
      const added = snippet('main', name)
        .replaceAll('/etc/letsencrypt/live/mail.example.jp', directory)
        .replaceAll('/etc/postfix', directory);
      const isNew = new Set([...added.matchAll(/^(\w+) =/gm)].map((match) => match[1]));
      const kept = main.split('\n').filter((line) => !isNew.has(/^(\w+) *=/.exec(line)?.[1]));
      main = kept.join('\n') + added;
    }
    return { main, master: debian().master + master, tables: TABLES };
  };
}

/** Asks the real one, and us, all scenarios and some more. */
async function confirms(filesIn: Files): Promise<void> {
  const server = await SmtpdServer.create();
  try {
    const { certificate, key } = await server.certificate();
    const directory = server.configuration;
    const { main, master, tables } = await filesIn(directory);
    const files = await server.startWhole(main, master, {
      ...tables,
      mailname: 'example.jp\n',
      'fullchain.pem': certificate,
      'privkey.pem': key,
    });
    const machine = await machineReading(readFile);
    const configuration = configurationOf(
      { 'main.cf': files.main, 'master.cf': files.master },
      { version: installedVersion as string, machine, directory },
    );
    const services = relayServices(configuration) as readonly ServiceEntry[];
    const questions = scenariosOf(configuration).flatMap(questionsFor);
    // Where others than the file are asked for users, only they know of one that is not in it.
    const mayDepend = !/^passwd:(?:[ \t]+(?:files|compat|systemd))*[ \t]*$/m.test(
      readFile('/etc/nsswitch.conf') ?? 'passwd: files',
    );
    const counts: Record<string, number> = {};
    const reports: string[] = [];
    const askAll = async (service: ServiceEntry, index: number) => {
      for (const { real, ours } of questions) {
        const theirs = await server.ask(index, real);
        counts[theirs.verdict] = (counts[theirs.verdict] ?? 0) + 1;
        for (const question of ours) {
          const answer = smtpdAccess(configuration, service).ask(question);
          const what = difference(answer, theirs, { mayDepend });
          if (what) reports.push(reportOf(what, index, question, theirs, answer));
        }
      }
    };
    await Promise.all(services.map(askAll));
    console.log(
      `        ${services.length} services: ${Object.entries(counts)
        .map(([verdict, count]) => `${count} ${verdict}`)
        .join(', ')}`,
    );
    assert.equal(reports.length, 0, `${reports.length} differ, such as\n${reports.slice(0, 3).join('\n\n')}`);
    assert.ok((counts.accepted ?? 0) > 0 && (counts.refused ?? 0) > 0, 'answers of both kinds');
  } finally {
    await server.stop();
  }
}

function reportOf(what: string, service: number, question: Question, theirs: Reply, { outcomes }: Answer): string {
  const ours = outcomes.map(({ by, because, ...rest }) => ({ ...rest, by: by?.text, because }));
  return [`service ${service}: ${what}`, ...[question, theirs, ...ours].map((value) => JSON.stringify(value))].join(
    '\n',
  );
}

/** What the real one is asked, and what we are asked: the same, and the scenario itself, where the recipient exists. */
function questionsFor({ recipient, question: scenario }: Scenario): { real: Question; ours: Question[] }[] {
  const { expects: _, recipientExists: __, ownsSender: ___, ...plain } = scenario;
  const users = recipient === 'local' ? ['root', 'Root+x', 'no-such-user'] : [undefined];
  return [true, false].flatMap((tls) =>
    users.map((user) => {
      const client = { ...plain.client, tls };
      const to = user === undefined ? plain.recipient : plain.recipient.replace('user', user);
      const real = { ...plain, client, recipient: to };
      return { real, ours: user === 'no-such-user' ? [real] : [real, { ...scenario, client }] };
    }),
  );
}
