import type { Text } from '../locale';
import { existsIn, type Lifetime, type PostfixVersion } from './version';

/** What is known of one access restriction of smtpd(8). */
export interface RestrictionFacts extends Lifetime {
  /** An older name of another restriction; both work. */
  readonly aliasOf?: string;
  /** What it looks at. */
  readonly about: 'client' | 'helo' | 'sender' | 'recipient' | 'etrn' | 'generic' | 'modifier';
  readonly argument?: RestrictionArgument;
  /** What it may answer besides having no opinion. */
  readonly can: readonly ('permit' | 'reject' | 'defer')[];
  /** It always decides, so nothing after it in the same list counts. */
  readonly endsList?: boolean;
  /** An OK from its table is a server error: such a look-up is too easy to forge. */
  readonly refusesPermit?: boolean;
  /** smtpd starts only if one of these is in its relay or recipient restrictions. */
  readonly guardsRelay?: boolean;
  readonly needs?: 'SASL' | 'TLS';
  /** The parameters that it looks into. */
  readonly uses?: readonly string[];
  readonly standsFor?: readonly string[];
  /** The parameter that holds the reply code. */
  readonly codeParameter?: string;
  /** The parameter that says what a temporary failure does. */
  readonly tempfailParameter?: string;
  readonly deprecated?: RestrictionDeprecation;
  /** What we say of it. The first sentence is the summary. */
  readonly text?: Text;
}

export type RestrictionArgument = 'lookup table' | 'policy service' | 'dns list' | 'seconds';

export interface RestrictionDeprecation {
  readonly warnedSince: string;
  /** The restrictions to use instead. */
  readonly instead?: readonly string[];
  /** The parameter to use instead. */
  readonly parameter?: string;
}

/** Every restriction since Postfix 2.0. All of them are accepted in every list. */
export const RESTRICTIONS = {
  check_ccert_access: {
    since: '2.2',
    about: 'client',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    needs: 'TLS',
  },
  check_client_a_access: {
    since: '3.0',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_client_access: { about: 'client', argument: 'lookup table', can: ['permit', 'reject', 'defer'] },
  check_client_mx_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_client_ns_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_etrn_access: { about: 'etrn', argument: 'lookup table', can: ['permit', 'reject', 'defer'] },
  check_helo_a_access: {
    since: '3.0',
    about: 'helo',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_helo_access: { about: 'helo', argument: 'lookup table', can: ['permit', 'reject', 'defer'] },
  check_helo_mx_access: {
    since: '2.1',
    about: 'helo',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_helo_ns_access: {
    since: '2.1',
    about: 'helo',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_policy_service: {
    since: '2.1',
    about: 'generic',
    argument: 'policy service',
    can: ['permit', 'reject', 'defer'],
    text: {
      en: 'Asks a policy server, and does what it answers. Where the server cannot be reached, clients are told to come back later.',
      ja: 'ポリシーサーバーに問い合わせ、その答えに従います。サーバーにつながらないときは、クライアントに後で来るよう伝えます。',
    },
  },
  check_recipient_a_access: {
    since: '3.0',
    about: 'recipient',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_recipient_access: { about: 'recipient', argument: 'lookup table', can: ['permit', 'reject', 'defer'] },
  check_recipient_maps: { aliasOf: 'reject_unlisted_recipient', about: 'recipient', can: ['reject', 'defer'] },
  check_recipient_mx_access: {
    since: '2.1',
    about: 'recipient',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_recipient_ns_access: {
    since: '2.1',
    about: 'recipient',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_relay_domains: {
    removed: '3.9',
    about: 'recipient',
    can: ['permit', 'reject'],
    endsList: true,
    guardsRelay: true,
    deprecated: { warnedSince: '2.2', instead: ['permit_mynetworks', 'reject_unauth_destination'] },
  },
  check_reverse_client_hostname_a_access: {
    since: '3.0',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_reverse_client_hostname_access: {
    since: '2.6',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_reverse_client_hostname_mx_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_reverse_client_hostname_ns_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_sasl_access: {
    since: '2.11',
    about: 'client',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    needs: 'SASL',
  },
  check_sender_a_access: {
    since: '3.0',
    about: 'sender',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_sender_access: { about: 'sender', argument: 'lookup table', can: ['permit', 'reject', 'defer'] },
  check_sender_mx_access: {
    since: '2.1',
    about: 'sender',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_sender_ns_access: {
    since: '2.1',
    about: 'sender',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  defer: { about: 'generic', can: ['defer'], endsList: true, guardsRelay: true, codeParameter: 'defer_code' },
  defer_if_permit: { about: 'generic', can: ['defer'], guardsRelay: true },
  defer_if_reject: { about: 'generic', can: ['defer'] },
  defer_unauth_destination: {
    since: '2.10',
    about: 'recipient',
    can: ['defer'],
    guardsRelay: true,
    text: {
      en: 'Like `reject_unauth_destination`, but refuses for now only, so that a mistake in the configuration loses no mail.',
      ja: '`reject_unauth_destination` と同じ働きですが、一時的な拒否にとどめます。設定に間違いがあってもメールは失われません。',
    },
  },
  permit: {
    about: 'generic',
    can: ['permit'],
    endsList: true,
    text: {
      en: 'Permits everything that got this far. It ends its own list only; the other lists are still asked.',
      ja: 'ここまで来たものをすべて許可します。終わるのは自分のリストだけで、ほかのリストは引き続き調べられます。',
    },
  },
  permit_auth_destination: { about: 'recipient', can: ['permit'] },
  permit_dnswl_client: { since: '2.8', about: 'client', argument: 'dns list', can: ['permit', 'defer'] },
  permit_inet_interfaces: { since: '2.2', about: 'client', can: ['permit'] },
  permit_mx_backup: {
    about: 'recipient',
    can: ['permit', 'defer'],
    uses: ['permit_mx_backup_networks'],
    deprecated: { warnedSince: '3.9', parameter: 'relay_domains' },
  },
  permit_mynetworks: {
    about: 'client',
    can: ['permit'],
    text: {
      en: 'Permits clients whose address is in `mynetworks`, without a login. In a relay list they may then send to anywhere, so `mynetworks` must hold only machines that you trust.',
      ja: 'アドレスが `mynetworks` に含まれるクライアントを、ログインなしで許可します。中継の制限では、そのクライアントはどこへでも送信できるようになります。`mynetworks` には信頼できるマシンだけを書いてください。',
    },
  },
  permit_naked_ip_address: {
    removed: '3.9',
    about: 'helo',
    can: ['permit'],
    deprecated: { warnedSince: '2.0', instead: ['permit_mynetworks', 'permit_sasl_authenticated'] },
  },
  permit_rhswl_client: { since: '2.8', about: 'client', argument: 'dns list', can: ['permit', 'defer'] },
  permit_sasl_authenticated: {
    about: 'client',
    can: ['permit'],
    needs: 'SASL',
    text: {
      en: 'Permits clients that have logged in. It never matches where `smtpd_sasl_auth_enable` is `no` for the service, and it has to stand before `reject_unauth_destination` to let users send to other domains.',
      ja: 'ログインしたクライアントを許可します。サービスの `smtpd_sasl_auth_enable` が `no` なら、当てはまることはありません。利用者がほかのドメインへ送れるようにするには、`reject_unauth_destination` より前に書きます。',
    },
  },
  permit_tls_all_clientcerts: { since: '2.2', about: 'client', can: ['permit'], needs: 'TLS' },
  permit_tls_clientcerts: { since: '2.2', about: 'client', can: ['permit'], needs: 'TLS', uses: ['relay_clientcerts'] },
  reject: {
    about: 'generic',
    can: ['reject'],
    endsList: true,
    guardsRelay: true,
    codeParameter: 'reject_code',
    text: {
      en: 'Rejects everything that got this far. At the end of a list it leaves only what was permitted before it.',
      ja: 'ここまで来たものをすべて拒否します。リストの最後に書くと、それより前で許可したものだけが通ります。',
    },
  },
  reject_authenticated_sender_login_mismatch: {
    since: '2.1',
    about: 'sender',
    can: ['reject'],
    needs: 'SASL',
    uses: ['smtpd_sender_login_maps'],
  },
  reject_invalid_helo_hostname: {
    since: '2.3',
    about: 'helo',
    can: ['reject'],
    codeParameter: 'invalid_hostname_reject_code',
  },
  reject_invalid_hostname: {
    aliasOf: 'reject_invalid_helo_hostname',
    about: 'helo',
    can: ['reject'],
    codeParameter: 'invalid_hostname_reject_code',
  },
  reject_known_sender_login_mismatch: {
    since: '2.11',
    about: 'sender',
    can: ['reject'],
    needs: 'SASL',
    uses: ['smtpd_sender_login_maps'],
  },
  reject_maps_rbl: {
    removed: '3.9',
    about: 'client',
    can: ['reject'],
    uses: ['maps_rbl_domains'],
    codeParameter: 'maps_rbl_reject_code',
    deprecated: { warnedSince: '2.1', instead: ['reject_rbl_client'] },
  },
  reject_multi_recipient_bounce: {
    since: '2.1',
    about: 'sender',
    can: ['reject'],
    codeParameter: 'multi_recipient_bounce_reject_code',
  },
  reject_non_fqdn_helo_hostname: {
    since: '2.3',
    about: 'helo',
    can: ['reject'],
    codeParameter: 'non_fqdn_reject_code',
  },
  reject_non_fqdn_hostname: {
    aliasOf: 'reject_non_fqdn_helo_hostname',
    about: 'helo',
    can: ['reject'],
    codeParameter: 'non_fqdn_reject_code',
  },
  reject_non_fqdn_recipient: {
    about: 'recipient',
    can: ['reject'],
    codeParameter: 'non_fqdn_reject_code',
    text: {
      en: 'Rejects recipient addresses whose domain is not written in full.',
      ja: 'ドメインが完全な形（FQDN）で書かれていない宛先アドレスを拒否します。',
    },
  },
  reject_non_fqdn_sender: { about: 'sender', can: ['reject'], codeParameter: 'non_fqdn_reject_code' },
  reject_plaintext_session: { since: '2.3', about: 'generic', can: ['reject'], codeParameter: 'plaintext_reject_code' },
  reject_rbl: {
    aliasOf: 'reject_rbl_client',
    about: 'client',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_rbl_client: {
    about: 'client',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
    text: {
      en: 'Rejects clients whose address is listed under this DNS domain. Each message costs a DNS query, so it belongs after the restrictions that cost nothing.',
      ja: 'この DNS ドメインに登録されているアドレスのクライアントを拒否します。DNS の問い合わせが必要なので、負担のない制限より後ろに書きます。',
    },
  },
  reject_rhsbl_client: {
    about: 'client',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_rhsbl_helo: {
    since: '2.1',
    about: 'helo',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_rhsbl_recipient: {
    about: 'recipient',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_rhsbl_reverse_client: {
    since: '2.8',
    about: 'client',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_rhsbl_sender: {
    about: 'sender',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_sender_login_mismatch: {
    about: 'sender',
    can: ['reject'],
    needs: 'SASL',
    uses: ['smtpd_sender_login_maps'],
    standsFor: ['reject_authenticated_sender_login_mismatch', 'reject_unauthenticated_sender_login_mismatch'],
  },
  reject_unauth_destination: {
    about: 'recipient',
    can: ['reject'],
    guardsRelay: true,
    codeParameter: 'relay_domains_reject_code',
    text: {
      en: 'Rejects mail for domains that this server neither receives nor relays for: those in `mydestination`, `relay_domains` and the virtual domains pass. This is what keeps the server from being an open relay.',
      ja: 'このサーバーが受け取りも中継もしないドメイン宛てのメールを拒否します。`mydestination`、`relay_domains`、バーチャルドメイン宛てのメールは通します。オープンリレーになるのを防ぐ制限です。',
    },
  },
  reject_unauth_pipelining: { about: 'generic', can: ['reject'] },
  reject_unauthenticated_sender_login_mismatch: {
    since: '2.1',
    about: 'sender',
    can: ['reject'],
    needs: 'SASL',
    uses: ['smtpd_sender_login_maps'],
  },
  reject_unknown_address: {
    aliasOf: 'reject_unknown_sender_domain',
    about: 'sender',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_address_reject_code',
    tempfailParameter: 'unknown_address_tempfail_action',
  },
  reject_unknown_client: {
    aliasOf: 'reject_unknown_client_hostname',
    about: 'client',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_client_reject_code',
  },
  reject_unknown_client_hostname: {
    since: '2.3',
    about: 'client',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_client_reject_code',
    text: {
      en: 'Rejects clients whose address and name do not lead to each other in the DNS. Many honest servers are set up like that, so it turns away wanted mail too.',
      ja: 'アドレスと名前が DNS で互いに対応しないクライアントを拒否します。正当なサーバーにもそのようなものは多く、必要なメールまで拒否することがあります。',
    },
  },
  reject_unknown_helo_hostname: {
    since: '2.3',
    about: 'helo',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_hostname_reject_code',
    tempfailParameter: 'unknown_helo_hostname_tempfail_action',
  },
  reject_unknown_hostname: {
    aliasOf: 'reject_unknown_helo_hostname',
    about: 'helo',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_hostname_reject_code',
    tempfailParameter: 'unknown_helo_hostname_tempfail_action',
  },
  reject_unknown_recipient_domain: {
    about: 'recipient',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_address_reject_code',
    tempfailParameter: 'unknown_address_tempfail_action',
  },
  reject_unknown_reverse_client_hostname: {
    since: '2.3',
    about: 'client',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_client_reject_code',
  },
  reject_unknown_sender_domain: {
    about: 'sender',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_address_reject_code',
    tempfailParameter: 'unknown_address_tempfail_action',
  },
  reject_unlisted_recipient: {
    since: '2.1',
    about: 'recipient',
    can: ['reject', 'defer'],
    text: {
      en: 'Rejects recipients that do not exist, as far as the tables of their domain tell. It stands at the end of `smtpd_recipient_restrictions` by itself unless `smtpd_reject_unlisted_recipient` is `no`.',
      ja: 'ドメインのルックアップテーブルから、存在しないと分かる宛先を拒否します。`smtpd_reject_unlisted_recipient` が `no` でない限り、`smtpd_recipient_restrictions` の最後で自動的に調べられます。',
    },
  },
  reject_unlisted_sender: { since: '2.1', about: 'sender', can: ['reject', 'defer'] },
  reject_unverified_recipient: {
    since: '2.1',
    about: 'recipient',
    can: ['reject', 'defer'],
    codeParameter: 'unverified_recipient_reject_code',
    tempfailParameter: 'unverified_recipient_tempfail_action',
  },
  reject_unverified_sender: {
    since: '2.1',
    about: 'sender',
    can: ['reject', 'defer'],
    codeParameter: 'unverified_sender_reject_code',
    tempfailParameter: 'unverified_sender_tempfail_action',
  },
  sleep: { since: '2.2', about: 'generic', argument: 'seconds', can: [] },
  warn_if_reject: {
    about: 'modifier',
    can: [],
    text: {
      en: 'Makes the restriction after it log a warning where it would reject, and go on. Good for trying a restriction out; a relay guard behind it does not count.',
      ja: '次の制限が拒否するはずのときに、拒否せず警告だけを記録して先に進みます。制限を試すのに便利ですが、この後ろに書いた中継の制限はないものとみなされます。',
    },
  },
} as const satisfies Readonly<Record<string, RestrictionFacts>>;

export interface NamedRestriction extends RestrictionFacts {
  readonly name: string;
}

const byName = new Map<string, NamedRestriction>(
  Object.entries(RESTRICTIONS).map(([name, facts]) => [name, { name, ...facts }]),
);

/** The restriction of that name in any version; names are compared in lower case. */
export function restrictionNamed(name: string): NamedRestriction | undefined {
  return byName.get(name.toLowerCase());
}

/** The restriction of that name, if that version of Postfix has it. */
export function restrictionIn(version: PostfixVersion, name: string): NamedRestriction | undefined {
  const restriction = restrictionNamed(name);
  return restriction && existsIn(restriction, version) ? restriction : undefined;
}

/** The restrictions of a version. */
export function restrictionsOf(version: PostfixVersion): NamedRestriction[] {
  return [...byName.values()].filter((restriction) => existsIn(restriction, version));
}
