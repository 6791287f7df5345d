import { type Configuration, overridesOf } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { isEmpty } from '../syntax/list';
import { programOf } from '../syntax/masterCf';
import { parseTransportNexthop } from '../syntax/nexthop';
import { isGarbled } from './garbled';
import { rule } from './rule';

/** Reports a relayhost that no mail is sent to: a nexthop in `default_transport` wins over it (resolve_addr in resolve.c). */
export const relayhostWithoutEffect = rule({
  id: 'relayhost-without-effect',
  severity: 'warning',
  en: {
    title: 'Relayhost that is not used',
    why: 'A nexthop after the colon of `default_transport` is where mail for other systems goes, whatever `relayhost` says. One of the two places is enough, and `relayhost` is the one that people look at.',
    messages: {
      overruled: ({ transport }: { transport: string }) =>
        `No mail goes there: \`default_transport = ${transport}\` names a nexthop of its own, and that wins.`,
    },
  },
  ja: {
    title: '使われない relayhost',
    why: '`default_transport` のコロンの後に配送先を書くと、`relayhost` の値にかかわらず、ほかのシステム宛てのメールはそこに送られます。どちらか一方で足ります。普通は `relayhost` に書きます。',
    messages: {
      overruled: ({ transport }) =>
        `ここにメールは送られません。\`default_transport = ${transport}\` に書かれた配送先が優先されます。`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nrelayhost = [smtp.example.jp]:587\n#           ^^^^^^^^^^^^^^^^^^^^^ relayhost-without-effect\ndefault_transport = smtp:[gw.example.net]\n',
    },
    { before: 'relayhost = [smtp.example.jp]:587\ndefault_transport = smtp\n' },
    {
      before:
        'compatibility_level = 3.6\nrelayhost = [smtp.example.jp]:587\ndefault_transport = error:5.7.1 not from here\nrelay_domains = example.org\n',
    },
  ],
  check(configuration, report) {
    const entry = configuration.mainEntries.get('relayhost');
    if (!entry || isEmpty(entry.value) || isGarbled(entry) || isOverridden(configuration)) return;
    const transport = expandedValue(configuration, 'default_transport');
    if (parseTransportNexthop(transport).nexthop === '' || isUsedElsewhere(configuration)) return;
    report({ at: entry.value, message: 'overruled', values: { transport } });
  },
});

/** Other transports, of relay domains or of some senders, may have no nexthop and take the relayhost. */
function isUsedElsewhere(configuration: Configuration): boolean {
  if (expandedValue(configuration, 'sender_dependent_default_transport_maps') !== '') return true;
  const { nexthop } = parseTransportNexthop(expandedValue(configuration, 'relay_transport'));
  return expandedValue(configuration, 'relay_domains') !== '' && nexthop === '';
}

function isOverridden({ master }: Configuration): boolean {
  return (master?.services ?? []).some((service) => {
    const overrides = overridesOf(service);
    return (
      programOf(service) === 'trivial-rewrite' && (overrides.has('default_transport') || overrides.has('relayhost'))
    );
  });
}
