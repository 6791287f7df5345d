import assert from 'node:assert/strict';
import { ignoredCertificate } from '../../server/src/engine/rules/ignoredCertificate';
import { missingCertificate } from '../../server/src/engine/rules/missingCertificate';
import { tlsServices } from '../../server/src/engine/rules/smtpdTls';
import { unenforcedClientCertificate } from '../../server/src/engine/rules/unenforcedClientCertificate';
import { configurationOf, problemsOf } from '../check';
import { Instance, mainCf, masterCf, skipUnless, whyNotPostfix } from '../instance';
import { Random } from '../random';
import { forEachParallel, installedVersion } from './postconf';

/** How many random services; `TLS_SERVICES` and `RANDOM_SEED` try others. */
const COUNT = Number(process.env.TLS_SERVICES ?? 120);
const SEED = Number(process.env.RANDOM_SEED ?? 1);

/** The rules that smtpd(8) has a warning for, when it starts. */
const WARNINGS = {
  [missingCertificate.id]: "No server certs available. TLS won't be enabled",
  [unenforcedClientCertificate.id]: "Can't require client certs unless TLS is required",
  [ignoredCertificate.id]: 'parameters will be ignored',
};

const MAIN = 'compatibility_level = 3.6\nmyhostname = mail.example.org\n';

describe('the TLS of smtpd is judged as smtpd judges it', function () {
  this.timeout(300_000);
  skipUnless(whyNotPostfix());
  let instance: Instance | undefined;
  after(() => instance?.stop());

  it(`in ${COUNT} random services`, async () => {
    // With the rest of Postfix: smtpd asks tlsmgr(8) for random numbers.
    const running = new Instance();
    instance = running;
    await running.start(mainCf({ ...running.places(), inet_interfaces: 'loopback-only' }, MAIN), masterCf(''));
    const counts = new Map(Object.keys(WARNINGS).map((id) => [id, 0]));
    const differences: string[] = [];
    const services = Array.from({ length: COUNT }, (_, i) => randomOptions(new Random(SEED * 1_000_000 + i)));
    await forEachParallel(services, async (options) => {
      const { log } = await running.smtpd(options.flatMap((option) => ['-o', option]));
      const { isOff, rules } = judged(options);
      for (const [id, says] of Object.entries(WARNINGS)) {
        const isSaid = log.includes(says);
        if (isSaid) counts.set(id, (counts.get(id) ?? 0) + 1);
        // Where TLS is off, smtpd looks at nothing else.
        if (isSaid !== (rules.has(id) && !isOff)) differences.push(`${options.join(' ')}: ${id} ${isSaid}\n${log}`);
      }
    });
    console.log(`      ${[...counts].map(([id, count]) => `${id} ${count}`).join(', ')}`);
    assert.equal(differences.length, 0, `${differences.length}: ${differences.slice(0, 3).join('\n')}`);
    for (const [id, count] of counts) assert.ok(count > COUNT / 50, `${id} happens often`);
  });
});

function judged(options: readonly string[]): { readonly isOff: boolean; readonly rules: ReadonlySet<string> } {
  const master = `smtp inet n - n - - smtpd\n${options.map((option) => `  -o ${option}\n`).join('')}`;
  const files = { 'main.cf': MAIN, 'master.cf': master };
  const version = installedVersion as string;
  const [services] = tlsServices(configurationOf(files, { version }));
  const rules = new Set(problemsOf(files, { version }).map(({ rule }) => rule));
  return { isOff: services?.tls.use === 'off', rules };
}

function randomOptions(random: Random): string[] {
  const options: string[] = [];
  const maybe = (chance: number, name: string, ...values: readonly string[]) => {
    if (random.chance(chance)) options.push(`${name}=${random.pick(values)}`);
  };
  maybe(0.8, 'smtpd_tls_security_level', '', 'none', 'may', 'MAY', 'encrypt', 'verify');
  maybe(0.5, 'smtpd_use_tls', 'yes', 'no');
  maybe(0.3, 'smtpd_enforce_tls', 'yes', 'no');
  maybe(0.2, 'smtpd_tls_wrappermode', 'yes', 'no');
  maybe(0.5, 'smtpd_tls_cert_file', '', 'none', 'NONE', '/nowhere/cert.pem');
  maybe(0.3, 'smtpd_tls_eccert_file', '', '/nowhere/ec.pem');
  maybe(0.1, 'smtpd_tls_dcert_file', '', '/nowhere/dsa.pem');
  maybe(0.4, 'smtpd_tls_chain_files', '', '/nowhere/chain.pem');
  maybe(0.3, 'smtpd_tls_ask_ccert', 'yes', 'no');
  maybe(0.4, 'smtpd_tls_req_ccert', 'yes', 'no');
  return options;
}
