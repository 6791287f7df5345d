import type { Configuration } from '../configuration/configuration';
import { textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { beforeElement, withoutElement } from './listEdits';
import { once } from './once';
import { stranger } from './proofClients';
import {
  answeringServices,
  answersTo,
  entranceOf,
  isRefusal,
  isWrittenThere,
  placeInList,
  refusalOf,
} from './relayAnswers';
import { rule } from './rule';
import { publicPort } from './smtpdPort';

const LOGIN = 'permit_sasl_authenticated';

/** Reports what keeps users who have logged in from sending to anywhere. */
export const loginCannotRelay = rule({
  id: 'login-cannot-relay',
  severity: 'warning',
  en: {
    title: 'Users who log in cannot send to other domains',
    why: 'A login alone permits nothing: `permit_sasl_authenticated` does, and only in front of what refuses relaying. smtpd(8) asks `smtpd_relay_restrictions` and `smtpd_recipient_restrictions` one after the other, and both must let the message through. Otherwise your users get `Relay access denied` although the password was right.',
    messages: {
      late: ({ guard }: { guard: string }) =>
        `\`${guard}\` before it has already refused mail to other domains: users who log in cannot send there.`,
      refused: ({ guard, service }: { guard: string; service: string }) =>
        `\`${guard}\` refuses mail to other domains also from users who have logged in on \`${service}\`: no \`permit_sasl_authenticated\` stands before it.`,
      move: ({ guard }: { guard: string }) => `Move before \`${guard}\``,
      insert: ({ guard }: { guard: string }) => `Put \`permit_sasl_authenticated\` before \`${guard}\``,
    },
  },
  ja: {
    title: 'SMTP認証をしても外へ送信できない',
    why: 'SMTP認証に成功しただけでは、何も許可されません。許可するのは `permit_sasl_authenticated` で、中継を拒否するものより前に書く必要があります。smtpd(8) は `smtpd_relay_restrictions` と `smtpd_recipient_restrictions` を順に調べ、両方を通ったメールだけを受け付けます。通らないと、パスワードが正しくても `Relay access denied` で拒否されます。',
    messages: {
      late: ({ guard }) =>
        `前にある \`${guard}\` がほかのドメイン宛てのメールを先に拒否するため、SMTP認証をしたユーザーも外へ送れません。`,
      refused: ({ guard, service }) =>
        `\`${guard}\` は、\`${service}\` で SMTP認証をしたユーザーからのメールも、ほかのドメイン宛てなら拒否します。前に \`permit_sasl_authenticated\` がありません。`,
      move: ({ guard }) => `\`${guard}\` の前に移す`,
      insert: ({ guard }) => `\`${guard}\` の前に \`permit_sasl_authenticated\` を入れる`,
    },
  },
  examples: [
    {
      before:
        'smtpd_sasl_auth_enable = yes\nsmtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination, permit_sasl_authenticated\n#                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ login-cannot-relay\n',
      after:
        'smtpd_sasl_auth_enable = yes\nsmtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination\n',
      proof: {
        by: 'smtpd',
        says: '554 5.7.1 <b@example.org>: Relay access denied',
        client: stranger({ login: 'alice' }),
      },
    },
    {
      before:
        'smtpd_sasl_auth_enable = yes\nsmtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n#                                             ^^^^^^^^^^^^^^^^^^^^^^^^^ login-cannot-relay\nsmtpd_recipient_restrictions = permit_sasl_authenticated, reject\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_sasl_auth_enable=yes\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination\nsmtpd_recipient_restrictions = permit_sasl_authenticated, reject\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_sasl_auth_enable=yes\n',
    },
    {
      before:
        '# Users log in on port 587; port 25 only takes mail for its own domains.\ncompatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_sasl_auth_enable = yes\nsmtpd_tls_auth_only = yes\nsmtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n-- master.cf --\nsmtp inet n - n - - smtpd\n#^^^ login-on-port-25\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
    },
    { before: 'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination, permit_sasl_authenticated\n' },
    {
      before:
        'smtpd_sasl_auth_enable = yes\nsmtpd_relay_restrictions = reject_unauth_destination, permit_sasl_authenticated, reject_unknown_client_hostname\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const { first, all } of answeringServices(configuration)) {
      const [own] = answersTo(configuration, first, 'login', 'foreign');
      const by = own && refusalOf([own]);
      const found = by && placeInList(configuration, first, by);
      if (!by?.at || !found || doOthersRelay(configuration, first)) continue;
      const guard = textOf(by.at);
      if (!isRefusal(guard)) continue;
      const isHere = isWrittenThere(by.at, found.entry);
      const late = lateLogin(found)?.word;
      if (late) {
        const edits = [beforeElement(by.at, late.text), withoutElement(late.at, found.entry.value)];
        const isMovable = isHere && isWrittenThere(late.at, found.entry);
        const fixes = isMovable ? [{ title: 'move' as const, values: { guard }, edits, safe: false }] : [];
        if (isFirst(late.at)) report({ at: late.at, message: 'late', values: { guard }, fixes });
        continue;
      }
      const submission = all.find((service) => isSubmission(configuration, service));
      if (!submission || !isFirst(by.at)) continue;
      const edits = [beforeElement(by.at, LOGIN)];
      const fixes = isHere ? [{ title: 'insert' as const, values: { guard }, edits, safe: false }] : [];
      report({ at: by.at, message: 'refused', values: { guard, service: textOf(submission.service) }, fixes });
    }
  },
});

/**
 * The login that stands behind the restriction that refuses, in the same list. A list that lets nobody relay is meant
 * that way.
 */
function lateLogin({ restrictions, index }: NonNullable<ReturnType<typeof placeInList>>) {
  const letsSomeRelay = restrictions.slice(0, index).some(({ name }) => name.startsWith('permit_'));
  return letsSomeRelay ? restrictions.slice(index).find(({ name }) => name === LOGIN) : undefined;
}

/** Whether a service lets others send to anywhere by their certificates: then a login may be meant for something else. */
function doOthersRelay(configuration: Configuration, service: ServiceEntry | undefined): boolean {
  return [...answersTo(configuration, service, 'certificate', 'foreign')].some(({ answer }) => entranceOf(answer));
}

function isSubmission(configuration: Configuration, service: ServiceEntry | undefined): service is ServiceEntry {
  return ['587', '465'].includes(publicPort(configuration, service) ?? '');
}
