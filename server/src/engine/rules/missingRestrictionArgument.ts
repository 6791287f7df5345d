import {
  allRestrictionClasses,
  restrictionLists,
  type WrittenElement,
  type WrittenRestriction,
} from '../configuration/restrictionLists';
import { type RestrictionArgument, restrictionIn } from '../knowledge/restrictions';
import { isSince, type PostfixVersion } from '../knowledge/version';
import { isReplyPattern, parseDnsList } from '../syntax/dnsList';
import { sliceOf } from '../syntax/logicalLine';
import { isHostName } from '../syntax/nexthop';
import { WARN_IF_REJECT } from '../syntax/restrictionList';
import { isGarbled } from './garbled';
import { once } from './once';
import { isPlaceholder } from './placeholder';
import { sender } from './proofClients';
import { reached } from './reached';
import { rule, type Severity } from './rule';

/** Reports restrictions whose argument is missing, or cannot be one. */
export const missingRestrictionArgument = rule({
  id: 'missing-restriction-argument',
  severity: 'error',
  en: {
    title: 'Restriction without its argument',
    why: 'Some restrictions take the next word as their argument, whatever it is: `check_…_access` a lookup table `type:name`, `check_policy_service` a server `inet:host:port` or `unix:path`, `reject_rbl_client` and its relatives a domain, `sleep` a number. Without it, the next restriction is swallowed.',
    messages: {
      table: ({ name }: { name: string }) =>
        `\`${name}\` needs a lookup table \`type:name\` after it; clients that get this far receive \`451 4.3.5 Server configuration error\`.`,
      tableNotWord: ({ name, found }: { name: string; found: string }) =>
        `\`${name}\` needs a lookup table \`type:name\`, and takes \`${found}\` for it; clients that get this far receive \`451 4.3.5 Server configuration error\`.`,
      policy: ({ name }: { name: string }) =>
        `\`${name}\` needs \`inet:host:port\` or \`unix:path\` after it; clients that get this far receive \`451 4.3.5 Server configuration error\`.`,
      policyNotWord: ({ name, found }: { name: string; found: string }) =>
        `smtpd does not start: \`${name}\` takes \`${found}\` for the address of its server, which has to begin with \`inet:\` or \`unix:\`.`,
      domain: ({ name }: { name: string }) => `\`${name}\` needs the domain of a DNS list after it; smtpd skips it.`,
      domainNotWord: ({ name, found }: { name: string; found: string }) =>
        `\`${name}\` needs the domain of a DNS list, and takes \`${found}\` for it: neither of the two does its work.`,
      domainNotUrl: ({ name, found }: { name: string; found: string }) =>
        `\`${name}\` needs a bare domain: with \`${found}\` it never finds anything.`,
      badReply: ({ name }: { name: string }) =>
        `smtpd fails for each client that gets as far as \`${name}\`: after \`=\` it wants a pattern such as \`127.0.0.[2;4..11]\`.`,
      policyPort: ({ name, found }: { name: string; found: string }) =>
        `smtpd fails for each client that gets as far as \`${name}\`: \`${found}\` names no port.`,
      seconds: ({ name }: { name: string }) =>
        `\`${name}\` needs a number of seconds after it; clients that get this far receive \`451 4.3.5 Server configuration error\`.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
    },
  },
  ja: {
    title: '引数のない制限',
    why: '次の語を必ず引数とみなす制限があります。`check_…_access` はルックアップテーブル `type:name`、`check_policy_service` はサーバー `inet:host:port` か `unix:path`、`reject_rbl_client` などはドメイン、`sleep` は数です。引数がないと、次の制限が引数として消費されます。',
    messages: {
      table: ({ name }) =>
        `\`${name}\` の後ろにルックアップテーブル \`type:name\` が必要です。ここまで進んだクライアントには \`451 4.3.5 Server configuration error\` が返ります。`,
      tableNotWord: ({ name, found }) =>
        `\`${name}\` の後ろにはルックアップテーブル \`type:name\` が必要ですが、\`${found}\` がテーブルとみなされます。ここまで進んだクライアントには \`451 4.3.5 Server configuration error\` が返ります。`,
      policy: ({ name }) =>
        `\`${name}\` の後ろに \`inet:host:port\` か \`unix:path\` が必要です。ここまで進んだクライアントには \`451 4.3.5 Server configuration error\` が返ります。`,
      policyNotWord: ({ name, found }) =>
        `smtpd が起動しません。\`${name}\` は \`${found}\` をサーバーの場所とみなしますが、\`inet:\` か \`unix:\` で始まる必要があります。`,
      domain: ({ name }) => `\`${name}\` の後ろに DNS リストのドメインが必要です。smtpd はこの制限を飛ばします。`,
      domainNotWord: ({ name, found }) =>
        `\`${name}\` の後ろには DNS リストのドメインが必要ですが、\`${found}\` がドメインとみなされ、どちらの制限も働きません。`,
      domainNotUrl: ({ name, found }) =>
        `\`${name}\` に必要なのはドメインだけです。\`${found}\` では何も見つかりません。`,
      badReply: ({ name }) =>
        `\`${name}\` まで進んだクライアントが来るたびに smtpd が異常終了します。\`=\` の後ろには \`127.0.0.[2;4..11]\` のような形で書きます。`,
      policyPort: ({ name, found }) =>
        `\`${name}\` まで進んだクライアントが来るたびに smtpd が異常終了します。\`${found}\` にはポートがありません。`,
      seconds: ({ name }) =>
        `\`${name}\` の後ろに秒数が必要です。ここまで進んだクライアントには \`451 4.3.5 Server configuration error\` が返ります。`,
      change: ({ text }) => `\`${text}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'smtpd_client_restrictions = check_client_access, permit_mynetworks\n#                           ^^^^^^^^^^^^^^^^^^^ missing-restriction-argument\n',
      proof: {
        by: 'smtpd',
        says: 'restriction check_client_access: bad argument "permit_mynetworks": need maptype:mapname',
        client: sender(),
      },
    },
    {
      before:
        'smtpd_client_restrictions = permit_mynetworks, reject_rbl_client, reject_unknown_client_hostname\n#                                              ^^^^^^^^^^^^^^^^^ missing-restriction-argument\n',
    },
    {
      before:
        'smtpd_end_of_data_restrictions = check_policy_service 127.0.0.1:10031\n#                                                     ^^^^^^^^^^^^^^^ missing-restriction-argument\n',
      after: 'smtpd_end_of_data_restrictions = check_policy_service inet:127.0.0.1:10031\n',
      proof: { by: 'smtpd', says: 'invalid transport name: 127.0.0.1 in service: 127.0.0.1:10031' },
    },
    {
      before:
        'smtpd_client_restrictions = reject_rbl_client https://zen.example.org\n#                                             ^^^^^^^^^^^^^^^^^^^^^^^ missing-restriction-argument\n',
      after: 'smtpd_client_restrictions = reject_rbl_client zen.example.org\n',
      proof: { by: 'smtpd', says: 'unsupported dictionary type: https' },
    },
    {
      before:
        'smtpd_client_restrictions = reject_rbl_client zen.example.org.\n#                                             ^^^^^^^^^^^^^^^^ missing-restriction-argument\n',
      after: 'smtpd_client_restrictions = reject_rbl_client zen.example.org\n',
    },
    {
      before:
        'smtpd_client_restrictions = permit_mynetworks, reject_rbl_client zen.example.org=127.0.0.[2,4..11]\n#                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-restriction-argument\n',
      after: 'smtpd_client_restrictions = permit_mynetworks, reject_rbl_client zen.example.org=127.0.0.[2;4..11]\n',
    },
    {
      before:
        'smtpd_client_restrictions = check_policy_service inet:127.0.0.1\n#                                                ^^^^^^^^^^^^^^ missing-restriction-argument\n',
      proof: { by: 'smtpd', says: '127.0.0.1: garbage after numerical service', client: sender() },
    },
    {
      before:
        'smtpd_client_restrictions = check_client_access { cidr:/etc/postfix/clients, search_order = addr }\n  check_policy_service { inet:127.0.0.1:10031, timeout = 5s }, reject_rbl_client zen.example.org=127.0.0.[2..11]\n  check_policy_service inet:policyd, reject_rhsbl_helo dbl.example.org, permit_dnswl_client list.example.org=[127.0.[0..255].[1;3]]\n',
    },
  ],
  check(configuration, report) {
    const { version } = configuration;
    const classes = allRestrictionClasses(configuration);
    const isFirst = once();
    for (const { restrictions, entry } of restrictionLists(configuration)) {
      if (isGarbled(entry)) continue;
      for (const restriction of reached(version, restrictions)) {
        const wants = restrictionIn(version, restriction.name)?.argument;
        const mistake =
          wants && mistakeIn(restriction, wants, version, (word) => isRestriction(word, version, classes));
        if (!mistake || !isFirst(mistake.at)) continue;
        const { at, meant, severity, message } = mistake;
        const found = restriction.argument?.text ?? '';
        report({
          at,
          message,
          values: { name: restriction.word.text, found },
          ...(severity && { severity }),
          fixes: meant
            ? [{ title: 'change', values: { text: meant }, edits: [{ at, newText: meant }], safe: false }]
            : [],
        });
      }
    }
  },
});

interface Mistake {
  readonly at: WrittenElement['at'];
  readonly message:
    | 'table'
    | 'tableNotWord'
    | 'policy'
    | 'policyNotWord'
    | 'domain'
    | 'domainNotWord'
    | 'domainNotUrl'
    | 'badReply'
    | 'policyPort'
    | 'seconds';
  readonly severity?: Severity;
  /** What the argument should be. */
  readonly meant?: string;
}

function mistakeIn(
  { word, argument }: WrittenRestriction,
  wants: RestrictionArgument,
  version: PostfixVersion,
  isRestriction: (word: string) => boolean,
): Mistake | undefined {
  const { at } = word;
  const found = argument?.text;
  switch (wants) {
    case 'lookup table':
      if (found === undefined) return { at, message: 'table' };
      return found.includes(':') ? undefined : { at, message: 'tableNotWord' };
    case 'policy service':
      if (!argument) return { at, message: 'policy' };
      return mistakeInServer(argument, at, isRestriction);
    case 'dns list':
      if (!argument) return { at, message: 'domain', severity: 'warning' };
      if (isRestriction(argument.text)) return { at, message: 'domainNotWord', severity: 'warning' };
      return mistakeInDnsList(argument, version);
    case 'seconds':
      return found !== undefined && /^[0-9]+$/.test(found) ? undefined : { at, message: 'seconds' };
  }
}

/** auto_clnt_create(3) knows no other transports. */
function mistakeInServer(
  { text, at }: WrittenElement,
  name: Mistake['at'],
  isRestriction: (word: string) => boolean,
): Mistake | undefined {
  const server = /^\{\s*([^\s,}]*)/.exec(text)?.[1] ?? text;
  // What stands after the last colon is the port (host_port(3)).
  const port = server.slice(server.lastIndexOf(':') + 1);
  if (server.startsWith('inet:') && port.includes('.') && /^[0-9.]+$/.test(port)) return { at, message: 'policyPort' };
  if (/^(?:inet|unix|local):/.test(server)) return undefined;
  if (isRestriction(text)) return { at: name, message: 'policyNotWord' };
  const isBareAddress = server === text && /^[\w.[\]-]+:[0-9]+$/.test(text);
  return { at, message: 'policyNotWord', ...(isBareAddress && { meant: `inet:${text}` }) };
}

function mistakeInDnsList({ text, at }: WrittenElement, version: PostfixVersion): Mistake | undefined {
  const { domain, reply } = parseDnsList(text);
  if (isPlaceholder(text)) return undefined;
  if (!isHostName(domain)) {
    // What dns_lookup(3) does not even ask for.
    const meant = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]+)[./]?$/i.exec(domain)?.[1];
    const rest = text.slice(domain.length);
    return { at, message: 'domainNotUrl', severity: 'warning', ...(meant !== undefined && { meant: meant + rest }) };
  }
  if (reply === undefined || isReplyPattern(reply) || !isSince(version, '2.8')) return undefined;
  // A comma ends the word: the numbers are separated by semicolons.
  const split = /^[^\s[\]]*\[[0-9.;]*(?:,[0-9.;]+)+\]/.exec(at.line.text.slice(at.start))?.[0];
  const meant = split?.replaceAll(',', ';');
  if (split === undefined || meant === undefined || !isReplyPattern(parseDnsList(meant).reply ?? '')) {
    return { at, message: 'badReply' };
  }
  return { at: sliceOf(at.line, at.start, at.start + split.length), message: 'badReply', meant };
}

function isRestriction(word: string, version: PostfixVersion, classes: ReadonlySet<string>): boolean {
  return word.toLowerCase() === WARN_IF_REJECT || restrictionIn(version, word) !== undefined || classes.has(word);
}
