import { textOf } from '../syntax/logicalLine';
import { beforeElement, withoutElement } from './listEdits';
import { once } from './once';
import { sender } from './proofClients';
import { answeringServices, answersTo, isRefusal, isWrittenThere, placeInList, refusalOf } from './relayAnswers';
import { rule } from './rule';

const TRUSTED = 'permit_mynetworks';

/** Reports a `permit_mynetworks` that comes too late: what stands before it refuses the clients of `mynetworks` too. */
export const trustedClientsCannotRelay = rule({
  id: 'trusted-clients-cannot-relay',
  severity: 'warning',
  en: {
    title: 'Own clients are permitted too late',
    why: 'smtpd(8) takes the first answer in a list. What refuses mail to other domains also refuses that of the clients in `mynetworks`, unless `permit_mynetworks` stands before it. Printers, web applications and your own machines then get `Relay access denied`.',
    messages: {
      late: ({ guard }: { guard: string }) =>
        `\`${guard}\` before it has already refused mail to other domains: the clients in \`mynetworks\` cannot send there.`,
      move: ({ guard }: { guard: string }) => `Move before \`${guard}\``,
    },
  },
  ja: {
    title: '自分のクライアントの許可が遅すぎる',
    why: 'smtpd(8) はリストの中で最初に出た結論に従います。ほかのドメイン宛てを拒否する制限は、その前に `permit_mynetworks` がなければ、`mynetworks` のクライアントからのメールも拒否します。複合機や Web アプリケーション、自分のマシンからの送信が `Relay access denied` になります。',
    messages: {
      late: ({ guard }) =>
        `前にある \`${guard}\` がほかのドメイン宛てのメールを先に拒否するため、\`mynetworks\` のクライアントも外へ送れません。`,
      move: ({ guard }) => `\`${guard}\` の前に移す`,
    },
  },
  examples: [
    {
      before:
        'smtpd_relay_restrictions = reject_unauth_destination, permit_mynetworks\n#                                                     ^^^^^^^^^^^^^^^^^ trusted-clients-cannot-relay\n',
      after: 'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n',
      proof: {
        by: 'smtpd',
        says: '554 5.7.1 <b@example.org>: Relay access denied',
        client: ['EHLO client.example', 'XCLIENT NAME=[UNAVAILABLE] ADDR=127.0.0.1', ...sender()],
      },
    },
    {
      before:
        '# Only users who log in may send; the networks are spared the other tests.\nmynetworks = 127.0.0.0/8, 192.168.1.0/24\nsmtpd_client_restrictions = permit_mynetworks, reject_unknown_client_hostname\nsmtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination\n',
    },
    {
      before:
        'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\nsmtpd_recipient_restrictions = reject_unauth_destination, permit_mynetworks, reject_unknown_client_hostname\n#                                                         ^^^^^^^^^^^^^^^^^ trusted-clients-cannot-relay\n',
      after:
        'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\nsmtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination, reject_unknown_client_hostname\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const { first } of answeringServices(configuration)) {
      const by = refusalOf(answersTo(configuration, first, 'trusted', 'foreign'));
      const found = by && placeInList(configuration, first, by);
      const late = found?.restrictions.slice(found.index + 1).find(({ name }) => name === TRUSTED)?.word;
      const guard = by?.at && textOf(by.at);
      if (!by?.at || !guard || !isRefusal(guard) || !found || !late || !isFirst(late.at)) continue;
      const edits = [beforeElement(by.at, late.text), withoutElement(late.at, found.entry.value)];
      const areHere = [by.at, late.at].every((at) => isWrittenThere(at, found.entry));
      const fixes = areHere ? [{ title: 'move' as const, values: { guard }, edits, safe: false }] : [];
      report({ at: late.at, message: 'late', values: { guard }, fixes });
    }
  },
});
