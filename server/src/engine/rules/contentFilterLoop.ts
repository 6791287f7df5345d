import { type Configuration, overridesOf } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { hostOf, portNumber } from '../configuration/ports';
import { smtpdServices } from '../configuration/restrictionLists';
import { textOf } from '../syntax/logicalLine';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { isLoopback, parseDestination, parseTransportNexthop } from '../syntax/nexthop';
import { socketsNamed } from './localServices';
import { rule } from './rule';
import { settingOfService } from './settingEdits';

/** Reports an smtpd(8) that sends what it gets back from a content filter to that filter again. */
export const contentFilterLoop = rule({
  id: 'content-filter-loop',
  severity: 'warning',
  en: {
    title: 'Filtered mail that goes to the filter again',
    why: 'A content filter gets the mail from Postfix and gives it back to a second `smtpd` on this machine. If `content_filter` holds for that one too, each message goes round and round, until Postfix returns it with “too many hops”. Write `-o content_filter=` there.',
    messages: {
      again: ({ service, filter }: { service: string; filter: string }) =>
        `\`${service}\` takes the mail back from the filter, and sends it to \`${filter}\` once more: it goes round until “too many hops”.`,
      itself: ({ service, filter }: { service: string; filter: string }) =>
        `\`${filter}\` is \`${service}\` itself, to which \`content_filter\` applies too: each message goes round until “too many hops”.`,
      set: () => 'Turn the filter off for this service: `-o content_filter=`',
    },
  },
  ja: {
    title: 'フィルターを通ったのにまたフィルターに送られるメール',
    why: 'コンテンツフィルターは、Postfix から受け取ったメールを、このマシンの 2 つ目の `smtpd` に戻します。そこでも `content_filter` が有効だと、メールは Postfix とフィルターの間を回り続け、最後は「too many hops」となって送信者に戻されます。その `smtpd` に `-o content_filter=` を書いてください。',
    messages: {
      again: ({ service, filter }) =>
        `\`${service}\` は、フィルターから戻ってきたメールを再び \`${filter}\` に送ります。メールは「too many hops」になるまで回り続けます。`,
      itself: ({ service, filter }) =>
        `\`${filter}\` は \`${service}\` 自身のことで、そこでも \`content_filter\` が有効です。メールは「too many hops」になるまで回り続けます。`,
      set: () => 'このサービスではフィルターを使わない（`-o content_filter=`）',
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\ncontent_filter = scan:[127.0.0.1]:10024\n-- master.cf --\nsmtp inet n - n - - smtpd\n127.0.0.1:10025 inet n - n - - smtpd\n#^^^^^^^^^^^^^^ content-filter-loop\n  -o smtpd_recipient_restrictions=permit_mynetworks,reject\nscan unix - - n - 2 smtp\n',
      after:
        'compatibility_level = 3.6\ncontent_filter = scan:[127.0.0.1]:10024\n-- master.cf --\nsmtp inet n - n - - smtpd\n127.0.0.1:10025 inet n - n - - smtpd\n  -o content_filter=\n  -o smtpd_recipient_restrictions=permit_mynetworks,reject\nscan unix - - n - 2 smtp\n',
    },
    {
      before:
        'compatibility_level = 3.6\ncontent_filter = smtp:[127.0.0.1]:10026\n-- master.cf --\n127.0.0.1:10026 inet n - n - - smtpd\n#^^^^^^^^^^^^^^ content-filter-loop\nsmtp unix - - n - - smtp\n',
      after:
        'compatibility_level = 3.6\ncontent_filter = smtp:[127.0.0.1]:10026\n-- master.cf --\n127.0.0.1:10026 inet n - n - - smtpd\n  -o content_filter=\nsmtp unix - - n - - smtp\n',
    },
    {
      before:
        'compatibility_level = 3.6\ncontent_filter = scan:[127.0.0.1]:10024\n-- master.cf --\nsmtp inet n - n - - smtpd\n127.0.0.1:10025 inet n - n - - smtpd\n  -o content_filter=\n127.0.0.1:2525 inet n - n - - smtpd\nscan unix - - n - 2 smtp\n',
    },
    {
      before:
        'compatibility_level = 3.6\ncontent_filter = smtp:[192.0.2.10]:10024\n-- master.cf --\nsmtp inet n - n - - smtpd\n127.0.0.1:2525 inet n - n - - smtpd\nsmtp unix - - n - - smtp\n',
    },
  ],
  check(configuration, report) {
    const services = smtpdServices(configuration).filter((service) => service !== undefined);
    // Where one takes mail without the filter, that one may be for what comes back.
    if (services.some((service) => expandedValue(configuration, FILTER, service) === '')) return;
    for (const service of services) {
      if (textOf(service.type) !== 'inet') continue;
      const filter = expandedValue(configuration, FILTER, service);
      const port = portOfLocalFilter(configuration, filter);
      if (port === undefined) continue;
      const name = textOf(service.service);
      const isItself = portNumber(name) === port && (hostOf(name) === '' || isLocal(name));
      if (!isItself && !takesBack(configuration, service)) continue;
      const own = overridesOf(service).get(FILTER);
      report({
        at: service.service,
        message: isItself ? 'itself' : 'again',
        values: { service: name, filter },
        fixes: [
          {
            title: 'set',
            values: {},
            edits: [own ? { at: own.value, newText: '' } : settingOfService(service, FILTER, '')],
            safe: false,
          },
        ],
      });
    }
  },
});

const FILTER = 'content_filter';

/** A filter gives its mail back to an unusual port of this machine, and does not log in. */
function takesBack(configuration: Configuration, service: ServiceEntry): boolean {
  const name = textOf(service.service);
  const logsIn = expandedValue(configuration, 'smtpd_sasl_auth_enable', service).toLowerCase() === 'yes';
  return isLocal(name) && Number(portNumber(name)) >= 10_000 && !logsIn;
}

/** The port on this machine to which the filter's transport speaks SMTP. */
function portOfLocalFilter({ master }: Configuration, filter: string): string | undefined {
  const { transport, nexthop } = parseTransportNexthop(filter);
  const agent = master && socketsNamed(master, transport).at(-1);
  if (!agent || !['smtp', 'lmtp'].includes(programOf(agent))) return undefined;
  const destination = parseDestination(nexthop.replace(/^inet:/, ''));
  if (typeof destination === 'string' || !isLoopback(destination) || !destination.port) return undefined;
  return portNumber(destination.port.text);
}

function isLocal(name: string): boolean {
  return /^(?:127\.[0-9.]+|localhost|::1)$/.test(hostOf(name));
}
