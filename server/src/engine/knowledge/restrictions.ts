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
  /** What we say of it. The first sentence is the summary. An older name has the text of the one that it stands for. */
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

/** What a client tells smtpd(8) in the course of a session, and restrictions look at. */
export const SUBJECTS = {
  helo: { en: 'the HELO name', ja: 'HELO の名前' },
  sender: { en: 'the sender', ja: '送信者' },
  recipient: { en: 'the recipient', ja: '宛先' },
  login: { en: 'the login', ja: 'ログイン名' },
  certificate: { en: "the client's certificate", ja: 'クライアントの証明書' },
} as const satisfies Record<string, Text>;

/** Every restriction since Postfix 2.0. All of them are accepted in every list. */
export const RESTRICTIONS = {
  check_ccert_access: {
    since: '2.2',
    about: 'client',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    needs: 'TLS',
    text: {
      en: "Looks up the fingerprint of the client's TLS certificate, or of its public key (from 2.9), and does what the table says. It needs `smtpd_tls_ask_ccert`; a client that shows no certificate is passed over. Who signed the certificate does not matter. The fingerprints in the table must be made with the digest in `smtpd_tls_fingerprint_digest`; that of a certificate changes when it is renewed.",
      ja: 'クライアントの TLS 証明書、またはその公開鍵（2.9 以降）のフィンガープリントをテーブルで検索し、その結果に従います。`smtpd_tls_ask_ccert` が必要で、証明書を示さないクライアントは調べません。証明書の発行者は問いません。テーブルのフィンガープリントは `smtpd_tls_fingerprint_digest` の方式で作ります。証明書のフィンガープリントは、更新すると変わります。',
    },
  },
  check_client_a_access: {
    since: '3.0',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up every address of the client's host name in the table. It finds more than `check_client_access` only for names with several addresses, so it is rarely needed. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. Clients without a verified name are passed over.",
      ja: 'クライアントのホスト名が持つすべてのアドレスをテーブルで検索します。`check_client_access` より多く見つけられるのは複数のアドレスを持つ名前だけなので、必要になることはまれです。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。確認できた名前のないクライアントは調べません。',
    },
  },
  check_client_access: {
    about: 'client',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    text: {
      en: 'Looks up the client: its verified host name, the domains above it, then its address and the networks around it (`192.0.2`). For networks such as `192.0.2.0/25` use a `cidr:` table. A client whose name cannot be verified is looked up as `unknown`, so an entry by name fails while the DNS does. `OK` in front of `reject_unauth_destination` lets that client send to anywhere.',
      ja: 'クライアントをテーブルで検索します。確認できたホスト名、その上位ドメイン、アドレス、それを含むネットワーク（`192.0.2`）の順に調べます。`192.0.2.0/25` のようなネットワークには `cidr:` のテーブルを使います。名前を確認できないクライアントは `unknown` で検索するので、名前で書いた項目は DNS の障害中は当てはまりません。`reject_unauth_destination` より前で `OK` にすると、そのクライアントはどこへでも送信できます。',
    },
  },
  check_client_mx_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the mail servers (MX) of the client's host name in the table, each by name and by address. A name without MX record counts as its own mail server, and most client names are like that: `check_sender_mx_access` is usually the one that is meant. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. A DNS failure is logged and decides nothing.",
      ja: 'クライアントのホスト名のメールサーバー（MX）を、名前とアドレスの両方でテーブルから検索します。MX レコードのない名前は、それ自身をメールサーバーとみなします。クライアントの名前はほとんどがそうなので、たいていは `check_sender_mx_access` のほうが目的に合います。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。DNS の検索に失敗したときは、ログに残すだけで判断しません。',
    },
  },
  check_client_ns_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the name servers (NS) of the client's host name, or of the domain above it, each by name and by address. It catches senders of spam that change their names but not their DNS. Beware of listing a large DNS provider: thousands of innocent domains use the same servers. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`.",
      ja: 'クライアントのホスト名、またはその上位ドメインのネームサーバー（NS）を、名前とアドレスの両方で検索します。名前は変えても DNS は変えない迷惑メールの送信元を見つけられます。大手の DNS サービスは無関係な多数のドメインも使っているので、テーブルに書かないよう注意してください。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。',
    },
  },
  check_etrn_access: {
    about: 'etrn',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    text: {
      en: 'Looks up the domain for which a client asks, by the ETRN command, that waiting mail be sent now. It only matters in `smtpd_etrn_restrictions`; in the lists for mail it decides nothing. ETRN works for the domains in `fast_flush_domains` only.',
      ja: 'クライアントが ETRN コマンドで待機中のメールの配送を求めてきたドメインを、テーブルで検索します。意味があるのは `smtpd_etrn_restrictions` の中だけで、メールのための制限では何も判断しません。ETRN を使えるのは `fast_flush_domains` のドメインだけです。',
    },
  },
  check_helo_a_access: {
    since: '3.0',
    about: 'helo',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: 'Looks up the addresses of the name that the client gives with HELO. It catches names that lead to `127.0.0.1` or to this server, which no stranger has reason to give; an address in brackets is looked up as it is. Let `permit_mynetworks` come first. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. Clients skip the test by giving no name unless `smtpd_helo_required` is `yes`.',
      ja: 'クライアントが HELO で名乗った名前のアドレスを検索します。`127.0.0.1` やこのサーバー自身を指す名前を見つけられます。外部のクライアントがそう名乗る理由はありません。角かっこで囲んだアドレスはそのまま検索します。`permit_mynetworks` を先に書いてください。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。`smtpd_helo_required` が `yes` でないと、名乗らないクライアントは検査を避けられます。',
    },
  },
  check_helo_access: {
    about: 'helo',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    text: {
      en: 'Looks up the name that the client gives with HELO, then the domains above it. Clients may give any name: refuse by it those who pose as this server or as `localhost`, but never write `OK` in front of `reject_unauth_destination`. Let `permit_mynetworks` come first, because programs on this machine do give its name. Clients skip the test by giving no name unless `smtpd_helo_required` is `yes`.',
      ja: 'クライアントが HELO で名乗った名前と、その上位ドメインを検索します。名前は自由に名乗れます。このサーバーや `localhost` をかたるクライアントを拒否するために使い、`reject_unauth_destination` より前で `OK` を返してはいけません。このマシンのプログラムは実際にその名前を名乗るので、`permit_mynetworks` を先に書きます。`smtpd_helo_required` が `yes` でないと、名乗らないクライアントは検査を避けられます。',
    },
  },
  check_helo_mx_access: {
    since: '2.1',
    about: 'helo',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: 'Looks up the mail servers (MX) of the name that the client gives with HELO, each by name and by address. A name without MX record counts as its own mail server, so in practice its addresses are looked up as by `check_helo_a_access`. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. Clients skip the test by giving no name unless `smtpd_helo_required` is `yes`.',
      ja: 'クライアントが HELO で名乗った名前のメールサーバー（MX）を、名前とアドレスの両方で検索します。MX レコードのない名前は、それ自身をメールサーバーとみなします。そのため実際には、`check_helo_a_access` と同じようにその名前のアドレスを調べることがほとんどです。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。`smtpd_helo_required` が `yes` でないと、名乗らないクライアントは検査を避けられます。',
    },
  },
  check_helo_ns_access: {
    since: '2.1',
    about: 'helo',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: 'Looks up the name servers (NS) of the name that the client gives with HELO, or of the domain above it, each by name and by address. An address in brackets has none and passes; a DNS failure is logged and decides nothing. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. Clients skip the test by giving no name unless `smtpd_helo_required` is `yes`.',
      ja: 'クライアントが HELO で名乗った名前、またはその上位ドメインのネームサーバー（NS）を、名前とアドレスの両方で検索します。角かっこで囲んだアドレスにはネームサーバーがないので通ります。DNS の検索に失敗したときは、ログに残すだけで判断しません。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。`smtpd_helo_required` が `yes` でないと、名乗らないクライアントは検査を避けられます。',
    },
  },
  check_policy_service: {
    since: '2.1',
    about: 'generic',
    argument: 'policy service',
    can: ['permit', 'reject', 'defer'],
    text: {
      en: 'Asks a policy server, and does what it answers. Place it after `reject_unauth_destination`: in front of it, an `OK` from the server would let strangers relay. Where the server cannot be reached, clients are told to come back later; from 3.0 `smtpd_policy_service_default_action` can say otherwise.',
      ja: 'ポリシーサーバーに問い合わせ、その答えに従います。`reject_unauth_destination` より後ろに書いてください。前に書くと、サーバーが `OK` と答えたときに第三者の中継を許すことになります。サーバーにつながらないときは、クライアントに後で来るよう伝えます。3.0 以降は `smtpd_policy_service_default_action` でこれを変えられます。',
    },
  },
  check_recipient_a_access: {
    since: '3.0',
    about: 'recipient',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the addresses of the recipient's domain in the table. Most domains receive their mail elsewhere, at the hosts of their MX records: `check_recipient_mx_access` is usually the one that is meant. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`.",
      ja: '宛先ドメインのアドレスをテーブルで検索します。ほとんどのドメインは MX レコードにある別のホストでメールを受け取るので、たいていは `check_recipient_mx_access` のほうが目的に合います。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。',
    },
  },
  check_recipient_access: {
    about: 'recipient',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    text: {
      en: 'Looks up the recipient address, then its domain, the domains above that, and `user@`. `REJECT` closes an address; a restriction as the result gives an address rules of its own. `OK` in front of `reject_unauth_destination` lets strangers relay to what the entry matches: `postmaster@ OK` opens the server for the postmasters of all domains.',
      ja: '宛先アドレス、そのドメイン、上位ドメイン、`user@` の順に検索します。`REJECT` でアドレスを閉じられ、結果に制限を書けば、そのアドレスだけの規則になります。`reject_unauth_destination` より前で `OK` にすると、その項目に当てはまる宛先へは第三者も中継できます。たとえば `postmaster@ OK` は、あらゆるドメインの postmaster への中継を許します。',
    },
  },
  check_recipient_maps: { aliasOf: 'reject_unlisted_recipient', about: 'recipient', can: ['reject', 'defer'] },
  check_recipient_mx_access: {
    since: '2.1',
    about: 'recipient',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the mail servers (MX) of the recipient's domain, each by name and by address; a domain without MX record counts as its own mail server. In front of `permit_mynetworks` it refuses at once what your users write to domains whose MX leads to a loopback or private address. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. A DNS failure is logged and decides nothing.",
      ja: '宛先ドメインのメールサーバー（MX）を、名前とアドレスの両方で検索します。MX レコードのないドメインは、それ自身をメールサーバーとみなします。`permit_mynetworks` より前に書くと、MX がループバックやプライベートアドレスを指しているドメインへの利用者のメールを、その場で拒否できます。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。DNS の検索に失敗したときは、ログに残すだけで判断しません。',
    },
  },
  check_recipient_ns_access: {
    since: '2.1',
    about: 'recipient',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the name servers (NS) of the recipient's domain, or of the domain above it, each by name and by address. It keeps users from answering to whole families of fraudulent domains that share their DNS. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. A DNS failure is logged and decides nothing.",
      ja: '宛先ドメイン、またはその上位ドメインのネームサーバー（NS）を、名前とアドレスの両方で検索します。DNS を共有する一群の詐欺ドメインに、利用者が返信するのを防げます。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。DNS の検索に失敗したときは、ログに残すだけで判断しません。',
    },
  },
  check_relay_domains: {
    removed: '3.9',
    about: 'recipient',
    can: ['permit', 'reject'],
    endsList: true,
    guardsRelay: true,
    deprecated: { warnedSince: '2.2', instead: ['permit_mynetworks', 'reject_unauth_destination'] },
    text: {
      en: 'Permitted recipients in the domains that this server receives or relays for, and clients whose host name lies in `relay_domains`; all others were rejected. From 3.9 it answers every recipient with a temporary error instead. Write `permit_mynetworks` and `reject_unauth_destination`.',
      ja: 'このサーバーが受け取りや中継を行うドメイン宛てと、ホスト名が `relay_domains` に含まれるクライアントを許可し、ほかをすべて拒否する制限でした。3.9 以降では、どの宛先も一時的なエラーで拒否します。`permit_mynetworks` と `reject_unauth_destination` を使ってください。',
    },
  },
  check_reverse_client_hostname_a_access: {
    since: '3.0',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the addresses of the client's name from reverse DNS. The name is not verified, so the client's own address need not be among them. It catches names that lead to loopback or private networks. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. Clients without such a name are passed over.",
      ja: 'クライアントの逆引きで得た名前のアドレスを検索します。名前は確認していないので、クライアント自身のアドレスが含まれるとは限りません。ループバックやプライベートネットワークを指す名前を見つけられます。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。逆引きの名前がないクライアントは調べません。',
    },
  },
  check_reverse_client_hostname_access: {
    since: '2.6',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the client's name from reverse DNS without verifying it, then its address, each with what lies above. It sees a name such as `7.dynamic.example.net` where `check_client_access` knows only `unknown`, because the name does not lead back. Whoever runs the reverse DNS may claim any name, so `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`.",
      ja: 'クライアントの逆引きで得た名前を確認せずに検索し、次にアドレスを検索します。それぞれ上位ドメインやネットワークも調べます。正引きが一致せず `check_client_access` では `unknown` になる場合でも、`7.dynamic.example.net` のような名前が見えます。逆引きを管理する人はどんな名前でも名乗れるので、テーブルに `OK` と書くと設定エラーとして一時的に拒否されます。例外は `DUNNO` と書きます。',
    },
  },
  check_reverse_client_hostname_mx_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the mail servers (MX) of the client's name from reverse DNS, each by name and by address. The name is not verified; without an MX record it counts as its own mail server. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. Hardly anybody needs it: `check_reverse_client_hostname_access` looks at the name itself.",
      ja: 'クライアントの逆引きで得た名前のメールサーバー（MX）を、名前とアドレスの両方で検索します。名前は確認しません。MX レコードがなければ、その名前自身をメールサーバーとみなします。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。必要になることはまれで、名前そのものを調べるなら `check_reverse_client_hostname_access` を使います。',
    },
  },
  check_reverse_client_hostname_ns_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the name servers (NS) of the client's name from reverse DNS, or of the domain above it, each by name and by address. Unlike `check_client_ns_access` it does not require that the name leads back to the client. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. Clients without a name in reverse DNS are passed over.",
      ja: 'クライアントの逆引きで得た名前、またはその上位ドメインのネームサーバー（NS）を、名前とアドレスの両方で検索します。`check_client_ns_access` と違い、その名前の正引きがクライアントと一致しなくても調べます。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。逆引きの名前がないクライアントは調べません。',
    },
  },
  check_sasl_access: {
    since: '2.11',
    about: 'client',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    needs: 'SASL',
    text: {
      en: 'Looks up the name with which the client has logged in, such as `taro`, in full only. The log shows the exact form as `sasl_username=`. In front of `permit_sasl_authenticated`, `REJECT` stops an account whose password was stolen; a restriction as the result gives an account rules of its own. Clients that have not logged in are passed over, and without `smtpd_sasl_auth_enable` it is ignored with a warning.',
      ja: 'クライアントがログインした `taro` などの名前を、そのままの形でだけ検索します。正確な形はログの `sasl_username=` で分かります。`permit_sasl_authenticated` より前に書けば、パスワードを盗まれたアカウントを `REJECT` で止められます。結果に制限を書けば、そのアカウントだけの規則になります。ログインしていないクライアントは調べません。`smtpd_sasl_auth_enable` がなければ、警告を出して無視します。',
    },
  },
  check_sender_a_access: {
    since: '3.0',
    about: 'sender',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the addresses of the sender's domain in the table. Most domains receive their mail elsewhere, at the hosts of their MX records: `check_sender_mx_access` is usually the one that is meant. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. The empty sender of error notices is passed over.",
      ja: '送信者のドメインのアドレスをテーブルで検索します。ほとんどのドメインは MX レコードにある別のホストでメールを受け取るので、たいていは `check_sender_mx_access` のほうが目的に合います。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。エラーメールの空の送信者は調べません。',
    },
  },
  check_sender_access: {
    about: 'sender',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    text: {
      en: 'Looks up the envelope sender: the address, then its domain, the domains above that, and `user@`. The empty sender of error notices has the key `<>` (`smtpd_null_access_lookup_key`). Anybody can give any sender, so `OK` in front of `reject_unauth_destination` lets whoever claims that address relay; write `DUNNO` to except an address from a wider entry.',
      ja: 'エンベロープの送信者を検索します。アドレス、そのドメイン、上位ドメイン、`user@` の順に調べます。エラーメールの空の送信者のキーは `<>` です（`smtpd_null_access_lookup_key`）。送信者は誰でも自由に名乗れるため、`reject_unauth_destination` より前で `OK` にすると、そのアドレスをかたる第三者も中継できるようになります。広い範囲の項目から一部を除くには `DUNNO` と書きます。',
    },
  },
  check_sender_mx_access: {
    since: '2.1',
    about: 'sender',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the mail servers (MX) of the sender's domain, each by name and by address; a domain without MX record counts as its own mail server. With a `cidr:` table it refuses senders that could never get an answer, because their servers lie in loopback or private networks, or that use the servers of a known spammer. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`. A DNS failure is logged and decides nothing.",
      ja: '送信者のドメインのメールサーバー（MX）を、名前とアドレスの両方で検索します。MX レコードのないドメインは、それ自身をメールサーバーとみなします。`cidr:` のテーブルを使うと、サーバーがループバックやプライベートネットワークにあって返信できない送信者や、迷惑メール業者のサーバーを使う送信者を拒否できます。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。DNS の検索に失敗したときは、ログに残すだけで判断しません。',
    },
  },
  check_sender_ns_access: {
    since: '2.1',
    about: 'sender',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
    text: {
      en: "Looks up the name servers (NS) of the sender's domain, or of the domain above it, each by name and by address. It catches spammers who buy new domains every day but keep their DNS. Beware of listing a large DNS provider: thousands of innocent domains use the same servers. `OK` in the table is an error that refuses the mail for now; exceptions are written `DUNNO`.",
      ja: '送信者のドメイン、またはその上位ドメインのネームサーバー（NS）を、名前とアドレスの両方で検索します。毎日新しいドメインを買っても DNS は変えない迷惑メール業者を見つけられます。大手の DNS サービスは無関係な多数のドメインも使っているので、テーブルに書かないよう注意してください。テーブルに `OK` と書くと設定エラーとして一時的に拒否されるため、例外は `DUNNO` と書きます。',
    },
  },
  defer: {
    about: 'generic',
    can: ['defer'],
    endsList: true,
    guardsRelay: true,
    codeParameter: 'defer_code',
    text: {
      en: 'Refuses for now everything that got this far, with the reply code in `defer_code`. Clients keep the mail and try again, so nothing is lost while you set up a server or try out a list. Left there, it only delays the error notice to the sender by days: write `reject` in the end.',
      ja: 'ここまで来たものをすべて、`defer_code` の応答コードで一時的に拒否します。クライアントはメールを残して送り直すので、サーバーの準備中や制限を試す間にメールが失われません。そのままにすると送信者へのエラー通知が何日も遅れるだけなので、最後には `reject` に替えます。',
    },
  },
  defer_if_permit: {
    about: 'generic',
    can: ['defer'],
    guardsRelay: true,
    text: {
      en: 'Turns permission into a temporary refusal: if nothing that follows rejects the recipient, the client must come back later. A later rejection stays what it is, also one by the lists that come after. Postfix does the same by itself when a test such as `reject_unknown_sender_domain` cannot get an answer from the DNS; it is more often the result of a table or policy server than written in a list.',
      ja: '許可を一時的な拒否に変えます。この後のどの制限も宛先を拒否しなければ、クライアントは後で送り直すことになります。後の制限による拒否は、次のリストのものも含め、そのまま有効です。`reject_unknown_sender_domain` などで DNS の答えが得られないとき、Postfix は自動的に同じことをします。リストに直接書くより、テーブルやポリシーサーバーの結果として使うことが多い制限です。',
    },
  },
  defer_if_reject: {
    about: 'generic',
    can: ['defer'],
    text: {
      en: 'Turns a permanent rejection further on in its list into a temporary one; what would be permitted is still permitted. It is meant for the case that a list of friends could not be asked: better to let the client come back than to reject a friend. Postfix does this by itself when `permit_dnswl_client` gets no answer.',
      ja: '同じリストのこの先で起こる恒久的な拒否を、一時的な拒否に変えます。許可されるものは許可されたままです。許可すべき相手かどうかを調べられなかったときに、誤って拒否するより、後で送り直してもらうためのものです。`permit_dnswl_client` で答えが得られないとき、Postfix は自動的にこれを行います。',
    },
  },
  defer_unauth_destination: {
    since: '2.10',
    about: 'recipient',
    can: ['defer'],
    guardsRelay: true,
    text: {
      en: 'Like `reject_unauth_destination`, but refuses for now only, so that a mistake in the configuration loses no mail. It is in the default of `smtpd_relay_restrictions`. Once everything works, write `reject_unauth_destination`: clients then learn at once that coming back is useless.',
      ja: '`reject_unauth_destination` と同じ働きですが、一時的な拒否にとどめます。設定に間違いがあってもメールは失われません。`smtpd_relay_restrictions` の既定値に含まれています。問題なく動くようになったら `reject_unauth_destination` に替えると、送り直しても無駄だとクライアントにすぐ伝わります。',
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
  permit_auth_destination: {
    about: 'recipient',
    can: ['permit'],
    text: {
      en: 'Permits recipients in the domains that this server receives or relays for, by the same test as `reject_unauth_destination`. Other recipients go on to the next restriction, so it is no guard by itself: end the list with `reject`. In `smtpd_recipient_restrictions` it ends the list for your own domains, and spam tests after it see none of their mail.',
      ja: 'このサーバーが受け取りや中継を行うドメインの宛先を許可します。判定は `reject_unauth_destination` と同じです。ほかの宛先は次の制限に進むため、これだけでは中継を止められません。リストの最後に `reject` を書いてください。`smtpd_recipient_restrictions` では自分のドメイン宛てについてリストがここで終わり、後ろに書いた迷惑メールの検査は行われません。',
    },
  },
  permit_dnswl_client: {
    since: '2.8',
    about: 'client',
    argument: 'dns list',
    can: ['permit', 'defer'],
    text: {
      en: 'Permits clients whose address is on a DNS list of good senders, such as `list.dnswl.org`. Write it in front of the block lists that must not hit them. It never opens a relay: for recipients elsewhere it decides nothing. When the list gives no answer, later rejections become temporary. Like block lists, such lists may refuse queries that come by public resolvers.',
      ja: 'アドレスが `list.dnswl.org` のような、信頼できる送信元の DNS リストにあるクライアントを許可します。誤って拒否させたくないブロックリストより前に書きます。ほかのドメインの宛先については判断しないので、中継を許すことはありません。リストの答えが得られないときは、後の拒否が一時的なものになります。ブロックリストと同じく、公開リゾルバー経由の問い合わせに答えないリストもあります。',
    },
  },
  permit_inet_interfaces: {
    since: '2.2',
    about: 'client',
    can: ['permit'],
    text: {
      en: 'Permits clients whose address is one on which this machine receives mail, by `inet_interfaces`. It trusts this machine alone, where `permit_mynetworks` trusts whole networks. Behind a proxy on the same machine that hides the addresses of clients, every stranger looks like the machine itself and may relay.',
      ja: '`inet_interfaces` に従ってこのマシンがメールを受け取るアドレスから接続してきたクライアントを許可します。ネットワーク全体を信頼する `permit_mynetworks` と違い、このマシンだけを信頼します。クライアントのアドレスを隠すプロキシが同じマシンにあると、誰からの接続もこのマシン自身からに見え、中継を許してしまいます。',
    },
  },
  permit_mx_backup: {
    about: 'recipient',
    can: ['permit', 'defer'],
    uses: ['permit_mx_backup_networks'],
    deprecated: { warnedSince: '3.9', parameter: 'relay_domains' },
    text: {
      en: "Permits recipients for whose domain the DNS names this server as a backup MX, and those of this server's own domains. Anybody can name your server in the DNS and use it; `permit_mx_backup_networks` limits this to domains whose main servers lie in certain networks. Mail to unknown users is accepted and comes back later. List the domains in `relay_domains` instead, with `relay_recipient_maps`.",
      ja: 'DNS でこのサーバーが予備の MX になっているドメインの宛先と、このサーバー自身のドメインの宛先を許可します。誰でも DNS にあなたのサーバーを書いて利用できてしまいます。`permit_mx_backup_networks` を設定すると、主サーバーが決まったネットワークにあるドメインだけに限れます。存在しない利用者宛てのメールも受け取り、後で送り返すことになります。代わりにドメインを `relay_domains` に書き、`relay_recipient_maps` も用意してください。',
    },
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
    text: {
      en: 'Permitted clients that gave a bare address such as `192.0.2.1` with HELO instead of a name. Any client can do that, so whatever came after it in the list was open to everybody. From 3.9 it answers with a temporary error. Remove it; your own users pass by `permit_mynetworks` and `permit_sasl_authenticated`.',
      ja: 'HELO で名前の代わりに `192.0.2.1` のようなアドレスをそのまま名乗るクライアントを許可する制限でした。どのクライアントにもできることなので、リストのこれより後ろの制限は誰でも避けられました。3.9 以降では一時的なエラーを返します。削除してください。自分の利用者は `permit_mynetworks` と `permit_sasl_authenticated` で許可します。',
    },
  },
  permit_rhswl_client: {
    since: '2.8',
    about: 'client',
    argument: 'dns list',
    can: ['permit', 'defer'],
    text: {
      en: 'Permits clients whose verified host name is on a DNS list of good names. Write it in front of the block lists that must not hit them, and for nothing else: while the DNS fails to verify a name, its owner counts as a stranger. It never opens a relay; for recipients elsewhere it decides nothing. When the list gives no answer, later rejections become temporary.',
      ja: '確認できたホスト名が、信頼できる名前の DNS リストにあるクライアントを許可します。誤って拒否させたくないブロックリストより前に書くだけにします。DNS の障害で名前を確認できない間は、登録済みの相手も見知らぬ相手として扱われるためです。ほかのドメインの宛先については判断しないので、中継を許すことはありません。リストの答えが得られないときは、後の拒否が一時的なものになります。',
    },
  },
  permit_sasl_authenticated: {
    about: 'client',
    can: ['permit'],
    needs: 'SASL',
    text: {
      en: 'Permits clients that have logged in. Nobody can log in where `smtpd_sasl_auth_enable` is `no` for the service. It has to stand before `reject_unauth_destination` to let users send to other domains.',
      ja: 'ログインしたクライアントを許可します。サービスの `smtpd_sasl_auth_enable` が `no` なら、誰もログインできません。利用者がほかのドメインへ送れるようにするには、`reject_unauth_destination` より前に書きます。',
    },
  },
  permit_tls_all_clientcerts: {
    since: '2.2',
    about: 'client',
    can: ['permit'],
    needs: 'TLS',
    text: {
      en: 'Permits clients with a TLS certificate that one of the trusted authorities has signed. With the usual public authorities that is anybody who owns a certificate: use it only with an authority of your own as the only one in `smtpd_tls_CAfile` or `smtpd_tls_CApath`, and with `tls_append_default_CA = no`. It needs `smtpd_tls_ask_ccert`. For a few machines `permit_tls_clientcerts` is safer.',
      ja: '信頼する認証局が署名した TLS 証明書を持つクライアントを許可します。一般の認証局を信頼していると、証明書を持つ人なら誰でも許可されます。`smtpd_tls_CAfile` や `smtpd_tls_CApath` に自分の認証局だけを置き、`tls_append_default_CA = no` とした場合に限って使ってください。`smtpd_tls_ask_ccert` が必要です。台数が少なければ `permit_tls_clientcerts` のほうが安全です。',
    },
  },
  permit_tls_clientcerts: {
    since: '2.2',
    about: 'client',
    can: ['permit'],
    needs: 'TLS',
    uses: ['relay_clientcerts'],
    text: {
      en: 'Permits clients whose TLS certificate, or its public key (from 2.9), has its fingerprint in `relay_clientcerts`. That lets machines with changing addresses relay without a password; a certificate that they signed themselves will do. It needs `smtpd_tls_ask_ccert`, and fingerprints made with the digest in `smtpd_tls_fingerprint_digest`. A renewed certificate has a new fingerprint; that of the key stays if the key does.',
      ja: 'TLS 証明書またはその公開鍵（2.9 以降）のフィンガープリントが `relay_clientcerts` にあるクライアントを許可します。アドレスの変わるマシンに、パスワードなしで中継を許すときに使えます。自己署名の証明書でもかまいません。`smtpd_tls_ask_ccert` と、`smtpd_tls_fingerprint_digest` の方式で作ったフィンガープリントが必要です。証明書を更新するとフィンガープリントは変わりますが、鍵を変えなければ公開鍵のものは変わりません。',
    },
  },
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
    text: {
      en: 'Rejects a sender address that does not belong to the user who has logged in, according to `smtpd_sender_login_maps`. An address that is not in the table belongs to nobody and is rejected too: with an empty table nobody who has logged in can send. Place it before `permit_sasl_authenticated`. It looks at the envelope, so the `From:` header is not bound by it.',
      ja: '`smtpd_sender_login_maps` で、ログインした利用者のものになっていない送信者アドレスを拒否します。テーブルにないアドレスは誰のものでもないとみなして拒否するため、テーブルが空だと、ログインした利用者は誰も送信できません。`permit_sasl_authenticated` より前に書きます。調べるのはエンベロープなので、`From:` ヘッダーは縛られません。',
    },
  },
  reject_invalid_helo_hostname: {
    since: '2.3',
    about: 'helo',
    can: ['reject'],
    codeParameter: 'invalid_hostname_reject_code',
    text: {
      en: 'Rejects clients that give a malformed name, or a malformed address in brackets, with HELO. Only the form is looked at, without any DNS query, and a short name without a dot passes; `reject_non_fqdn_helo_hostname` is stricter. Clients skip the test by giving no name unless `smtpd_helo_required` is `yes`.',
      ja: 'HELO で、書式の誤った名前や、角かっこの中が誤ったアドレスを名乗るクライアントを拒否します。DNS には問い合わせず、書式だけを調べます。ドットのない短い名前は通ります。`reject_non_fqdn_helo_hostname` のほうが厳しい検査です。`smtpd_helo_required` が `yes` でないと、名乗らないクライアントは検査を避けられます。',
    },
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
    text: {
      en: 'Reserves the sender addresses in `smtpd_sender_login_maps` for their owners, who must have logged in. Addresses that are not in the table may be used by everybody. On port 25 this also refuses mail that comes back legitimately: what one of your users writes to an address elsewhere that is forwarded to another of them. Without `smtpd_sasl_auth_enable` it is ignored with a warning.',
      ja: '`smtpd_sender_login_maps` にある送信者アドレスを、ログインした持ち主だけが使えるようにします。テーブルにないアドレスは誰でも使えます。25番ポートでは、正当に戻ってくるメールも拒否されます。たとえば、利用者が外部のアドレスに送り、そこから別の利用者に転送されたメールです。`smtpd_sasl_auth_enable` がなければ、警告を出して無視します。',
    },
  },
  reject_maps_rbl: {
    removed: '3.9',
    about: 'client',
    can: ['reject'],
    uses: ['maps_rbl_domains'],
    codeParameter: 'maps_rbl_reject_code',
    deprecated: { warnedSince: '2.1', instead: ['reject_rbl_client'] },
    text: {
      en: 'Rejected clients that were on one of the DNS block lists in `maps_rbl_domains`. From 3.9 it refuses everybody with a temporary error. Write one `reject_rbl_client` for each list instead.',
      ja: '`maps_rbl_domains` のどれかの DNS ブロックリストに載っているクライアントを拒否する制限でした。3.9 以降では、すべてを一時的なエラーで拒否します。代わりに、リストごとに `reject_rbl_client` を書いてください。',
    },
  },
  reject_multi_recipient_bounce: {
    since: '2.1',
    about: 'sender',
    can: ['reject'],
    codeParameter: 'multi_recipient_bounce_reject_code',
    text: {
      en: 'Rejects mail with the empty sender, that of error notices, to more than one recipient. A real notice goes to one person; exceptions are rare. Write it in `smtpd_data_restrictions`: while recipients are still being named, only the second and later ones would be refused.',
      ja: '空の送信者、つまりエラーメールの形で、複数の宛先に送られるメールを拒否します。本物の通知は一人に送られるもので、例外はまれです。`smtpd_data_restrictions` に書いてください。宛先を受け付ける段階では、二人目以降の宛先しか拒否できません。',
    },
  },
  reject_non_fqdn_helo_hostname: {
    since: '2.3',
    about: 'helo',
    can: ['reject'],
    codeParameter: 'non_fqdn_reject_code',
    text: {
      en: 'Rejects clients whose HELO name is neither a full one such as `mail.example.jp` nor an address in brackets. Servers pass, but PCs and phones often give short names: let `permit_mynetworks` and `permit_sasl_authenticated` come first, and keep it off the submission ports. Clients skip the test by giving no name unless `smtpd_helo_required` is `yes`.',
      ja: 'HELO で名乗る名前が `mail.example.jp` のような完全な名前でも、角かっこで囲んだアドレスでもないクライアントを拒否します。サーバーは通りますが、パソコンやスマートフォンは短い名前を名乗ることがよくあります。`permit_mynetworks` と `permit_sasl_authenticated` を先に書き、サブミッションポートでは使わないでください。`smtpd_helo_required` が `yes` でないと、名乗らないクライアントは検査を避けられます。',
    },
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
      en: 'Rejects recipient addresses whose domain is not written in full, such as `taro@mail`. An address in brackets instead of a domain passes, and `postmaster` alone is always accepted. It costs no query, so it can stand near the beginning; in front of `permit_mynetworks` it also catches the mistakes of your own users.',
      ja: '`taro@mail` のように、ドメインが完全な形（FQDN）で書かれていない宛先アドレスを拒否します。ドメインの代わりに角かっこで囲んだアドレスは通り、`postmaster` だけの宛先は必ず受け付けられます。問い合わせが不要なので、リストの初めのほうに書けます。`permit_mynetworks` より前に書けば、自分の利用者の間違いも見つけられます。',
    },
  },
  reject_non_fqdn_sender: {
    about: 'sender',
    can: ['reject'],
    codeParameter: 'non_fqdn_reject_code',
    text: {
      en: 'Rejects sender addresses whose domain is missing or not written in full, such as `root@localhost`. Nobody could answer them. The empty sender of error notices passes. Programs and devices in your network often write such senders: let `permit_mynetworks` come first.',
      ja: '`root@localhost` のように、ドメインがないか、完全な形で書かれていない送信者アドレスを拒否します。そのようなアドレスには誰も返信できません。エラーメールの空の送信者は通ります。自分のネットワークのプログラムや機器はこうした送信者をよく使うので、`permit_mynetworks` を先に書きます。',
    },
  },
  reject_plaintext_session: {
    since: '2.3',
    about: 'generic',
    can: ['reject'],
    codeParameter: 'plaintext_reject_code',
    text: {
      en: 'Rejects clients that have not switched to TLS. It makes encryption a condition for some of them, for instance as the result of `check_sender_access`; to require it of all, set `smtpd_tls_security_level = encrypt` for the service. For everybody on port 25 it would shut out servers without TLS. With `smtpd_delay_reject = no` it must not stand in the lists for client and HELO, where it strikes before STARTTLS.',
      ja: 'TLS に切り替えていないクライアントを拒否します。`check_sender_access` の結果に書くなどして、一部の相手にだけ暗号化を求めるときに使います。全員に求めるなら、サービスに `smtpd_tls_security_level = encrypt` を設定します。25番ポートで全員に使うと、TLS に対応していないサーバーからのメールを受け取れません。`smtpd_delay_reject = no` のときは、クライアントや HELO の制限に書くと STARTTLS の前に拒否してしまいます。',
    },
  },
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
      en: 'Rejects clients whose address is listed under this DNS domain; `zen.spamhaus.org=127.0.0.[2..11]` (from 2.8) accepts certain answers only. Let your own users pass first: the addresses of homes are often listed. Some large lists answer queries from public resolvers such as `8.8.8.8` with a special code; without the pattern that counts as listed, and every client is rejected. Use a resolver on this machine. A list that gives no answer decides nothing.',
      ja: 'この DNS ドメインに登録されているアドレスのクライアントを拒否します。`zen.spamhaus.org=127.0.0.[2..11]` と書くと（2.8 以降）、特定の応答だけを登録とみなします。家庭の回線のアドレスはよく登録されているので、自分の利用者を先に許可してください。大手のリストには、`8.8.8.8` などの公開リゾルバーからの問い合わせに特別な値を返すものがあります。範囲を書かないとそれも登録とみなされ、すべてのクライアントが拒否されます。リゾルバーをこのマシンで動かしてください。答えが得られないときは何も判断しません。',
    },
  },
  reject_rhsbl_client: {
    about: 'client',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
    text: {
      en: 'Rejects clients whose verified host name is listed under this DNS domain. Clients without a verified name are passed over, and many sources of spam have none; `reject_rhsbl_reverse_client` looks at more of them. It wants a list of names, not of addresses, and asks for the whole name, not for the domains above it. When the list gives no answer, it decides nothing.',
      ja: '確認できたホスト名が、この DNS ドメインに登録されているクライアントを拒否します。確認できた名前のないクライアントは調べません。名前を確認できない迷惑メールの送信元は多いため、`reject_rhsbl_reverse_client` のほうが多くを調べられます。アドレスではなく名前のリストを書きます。問い合わせるのは名前全体で、上位ドメインは調べません。リストの答えが得られないときは何も判断しません。',
    },
  },
  reject_rhsbl_helo: {
    since: '2.1',
    about: 'helo',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
    text: {
      en: 'Rejects clients that give a name with HELO which is listed under this DNS domain. It wants a list of names such as `dbl.spamhaus.org`; addresses in brackets are passed over. When the list gives no answer, it decides nothing. Clients skip the test by giving no name unless `smtpd_helo_required` is `yes`.',
      ja: 'HELO で名乗る名前が、この DNS ドメインに登録されているクライアントを拒否します。`dbl.spamhaus.org` のような名前のリストを書きます。角かっこで囲んだアドレスは調べません。リストの答えが得られないときは何も判断しません。`smtpd_helo_required` が `yes` でないと、名乗らないクライアントは検査を避けられます。',
    },
  },
  reject_rhsbl_recipient: {
    about: 'recipient',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
    text: {
      en: 'Rejects recipients whose domain is listed under this DNS domain. For mail that you receive this is your own domain; it is of use only in front of the restrictions that permit your users, to stop what they write to listed domains. It wants a list of names. When the list gives no answer, it decides nothing.',
      ja: 'ドメインがこの DNS ドメインに登録されている宛先を拒否します。受け取るメールの宛先は自分のドメインなので、役立つのは、自分の利用者を許可する制限より前に書いて、登録されたドメインへの送信を止めるときだけです。名前のリストを書きます。リストの答えが得られないときは何も判断しません。',
    },
  },
  reject_rhsbl_reverse_client: {
    since: '2.8',
    about: 'client',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
    text: {
      en: 'Rejects clients whose name from reverse DNS is listed under this DNS domain. The name need not lead back to the client, so it sees more clients than `reject_rhsbl_client`. It wants a list of names, not of addresses. Clients without a name are passed over, and when the list gives no answer, it decides nothing.',
      ja: '逆引きで得た名前が、この DNS ドメインに登録されているクライアントを拒否します。正引きの結果がクライアントと一致しなくても調べるので、`reject_rhsbl_client` より多くのクライアントが対象になります。アドレスではなく名前のリストを書きます。名前のないクライアントは調べません。リストの答えが得られないときは何も判断しません。',
    },
  },
  reject_rhsbl_sender: {
    about: 'sender',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
    text: {
      en: 'Rejects senders whose domain is listed under this DNS domain, for instance `dbl.spamhaus.org`. It wants a list of names, not of addresses, and asks for the whole domain, not for those above it. The empty sender of error notices is passed over. When the list gives no answer, it decides nothing.',
      ja: 'ドメインが `dbl.spamhaus.org` などの DNS ドメインに登録されている送信者を拒否します。アドレスではなく名前のリストを書きます。問い合わせるのはドメイン全体で、上位ドメインは調べません。エラーメールの空の送信者は調べません。リストの答えが得られないときは何も判断しません。',
    },
  },
  reject_sender_login_mismatch: {
    about: 'sender',
    can: ['reject'],
    needs: 'SASL',
    uses: ['smtpd_sender_login_maps'],
    standsFor: ['reject_authenticated_sender_login_mismatch', 'reject_unauthenticated_sender_login_mismatch'],
    text: {
      en: 'Binds sender addresses to logins by `smtpd_sender_login_maps`: who has logged in may use only their own addresses, and who has not may use none of those in the table. It is `reject_authenticated_sender_login_mismatch` and `reject_unauthenticated_sender_login_mismatch` in one. An address that is not in the table is refused to all who have logged in. Place it before `permit_sasl_authenticated`.',
      ja: '`smtpd_sender_login_maps` によって送信者アドレスをログインに結び付けます。ログインした利用者は自分のアドレスしか使えず、ログインしていない人はテーブルのアドレスを使えません。`reject_authenticated_sender_login_mismatch` と `reject_unauthenticated_sender_login_mismatch` を合わせたものです。テーブルにないアドレスは、ログインした利用者の誰も使えません。`permit_sasl_authenticated` より前に書きます。',
    },
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
  reject_unauth_pipelining: {
    about: 'generic',
    can: ['reject'],
    text: {
      en: 'Rejects clients that send commands without waiting where they have to, as hasty spam programs do. Once is enough: it remembers what happened earlier in the session. From 3.9 `smtpd_forbid_unauth_pipelining` hangs up on such clients by default, so it is hardly needed there. In older versions `smtpd_data_restrictions` is the place for it.',
      ja: '待つべきところで応答を待たずにコマンドを送るクライアントを拒否します。急いで送る迷惑メールのプログラムによく見られます。そのセッションで一度でもあれば拒否します。3.9 以降は既定で `smtpd_forbid_unauth_pipelining` がそのようなクライアントを切断するので、必要になることはまれです。古いバージョンでは `smtpd_data_restrictions` に書きます。',
    },
  },
  reject_unauthenticated_sender_login_mismatch: {
    since: '2.1',
    about: 'sender',
    can: ['reject'],
    needs: 'SASL',
    uses: ['smtpd_sender_login_maps'],
    text: {
      en: 'Rejects sender addresses in `smtpd_sender_login_maps` from clients that have not logged in. It keeps strangers from writing under the names of your users. Mail that comes back legitimately with such a sender, forwarded by another server, is refused as well. Without `smtpd_sasl_auth_enable` it is ignored with a warning.',
      ja: '`smtpd_sender_login_maps` にある送信者アドレスを、ログインしていないクライアントが使うのを拒否します。第三者が自分の利用者をかたるのを防げます。別のサーバーから転送されて正当に戻ってくる、そのような送信者のメールも拒否されます。`smtpd_sasl_auth_enable` がなければ、警告を出して無視します。',
    },
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
      en: 'Rejects clients whose address and name do not lead to each other in the DNS. Many honest servers are set up like that, so it turns away wanted mail too; `reject_unknown_reverse_client_hostname` asks only for a name. By default this refuses for now only, by `unknown_client_reject_code`. When the DNS gives no answer, the client is told at once to come back later.',
      ja: 'アドレスと名前が DNS で互いに対応しないクライアントを拒否します。正当なサーバーにもそのようなものは多く、必要なメールまで拒否することがあります。`reject_unknown_reverse_client_hostname` は、名前があることだけを求めます。既定では `unknown_client_reject_code` によって一時的な拒否になります。DNS の答えが得られないときは、その場で一時的に拒否します。',
    },
  },
  reject_unknown_helo_hostname: {
    since: '2.3',
    about: 'helo',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_hostname_reject_code',
    tempfailParameter: 'unknown_helo_hostname_tempfail_action',
    text: {
      en: 'Rejects clients that give a name with HELO for which the DNS has neither an address nor an MX record. Many honest servers give an internal name, so it costs wanted mail; let `permit_mynetworks` and `permit_sasl_authenticated` come first. By default it refuses for now only, by `unknown_hostname_reject_code`. Clients skip the test by giving no name unless `smtpd_helo_required` is `yes`.',
      ja: 'HELO で名乗る名前に、アドレスも MX レコードもないクライアントを拒否します。内部の名前を名乗る正当なサーバーも多く、必要なメールを失うことがあります。`permit_mynetworks` と `permit_sasl_authenticated` を先に書いてください。既定では `unknown_hostname_reject_code` によって一時的な拒否になります。`smtpd_helo_required` が `yes` でないと、名乗らないクライアントは検査を避けられます。',
    },
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
    text: {
      en: 'Rejects recipients in domains for which the DNS has neither MX record nor address. In front of `permit_mynetworks` it tells users at once of a mistyped domain. By default `unknown_address_reject_code` makes that a refusal for now; with `550` it is final. The domains for which this server is the destination pass, but those in `relay_domains` are asked for too: one that only `transport_maps` knows is refused.',
      ja: 'MX レコードもアドレスも DNS にないドメインの宛先を拒否します。`permit_mynetworks` より前に書けば、利用者にドメインの打ち間違いをその場で知らせられます。既定では `unknown_address_reject_code` によって一時的な拒否になり、`550` にすると確定した拒否になります。このサーバーが最終的な宛先となるドメインは通ります。`relay_domains` のドメインは調べるため、`transport_maps` にしかないドメインは拒否されます。',
    },
  },
  reject_unknown_reverse_client_hostname: {
    since: '2.3',
    about: 'client',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_client_reject_code',
    text: {
      en: 'Rejects clients whose address has no name at all in reverse DNS. Unlike `reject_unknown_client_hostname` it does not ask whether the name leads back, so it hits few honest servers. By default this refuses for now only, by `unknown_client_reject_code`. When the DNS gives no answer, the client is told at once to come back later.',
      ja: '逆引きの名前がまったくないアドレスのクライアントを拒否します。`reject_unknown_client_hostname` と違い、名前の正引きが一致するかは調べないので、正当なサーバーを拒否することは少なくなります。既定では `unknown_client_reject_code` によって一時的な拒否になります。DNS の答えが得られないときは、その場で一時的に拒否します。',
    },
  },
  reject_unknown_sender_domain: {
    about: 'sender',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_address_reject_code',
    tempfailParameter: 'unknown_address_tempfail_action',
    text: {
      en: 'Rejects senders in domains for which the DNS has neither MX record nor address: nobody could answer them. By default this refuses for now only, by `unknown_address_reject_code`. When the DNS gives no answer, `unknown_address_tempfail_action` decides. The empty sender of error notices and the domains for which this server is the destination pass.',
      ja: 'MX レコードもアドレスも DNS にないドメインの送信者を拒否します。そのような送信者には誰も返信できません。既定では `unknown_address_reject_code` によって一時的な拒否になります。DNS の答えが得られないときは `unknown_address_tempfail_action` に従います。エラーメールの空の送信者と、このサーバーが最終的な宛先となるドメインは通ります。',
    },
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
  reject_unlisted_sender: {
    since: '2.1',
    about: 'sender',
    can: ['reject', 'defer'],
    text: {
      en: 'Rejects senders that claim an address in one of your domains which does not exist, by the same tables as `reject_unlisted_recipient`. Senders in other domains pass. Programs that write as `noreply@` need an alias or are refused; `smtpd_reject_unlisted_sender = yes` does the same at the end of `smtpd_sender_restrictions`, for everybody.',
      ja: '自分のドメインに存在しないアドレスを名乗る送信者を、`reject_unlisted_recipient` と同じルックアップテーブルで調べて拒否します。ほかのドメインの送信者は通ります。`noreply@` などで送るプログラムも、別名などでそのアドレスを用意しておかないと拒否されます。`smtpd_reject_unlisted_sender = yes` とすると、`smtpd_sender_restrictions` の最後で、すべての送信者について同じことを行います。',
    },
  },
  reject_unverified_recipient: {
    since: '2.1',
    about: 'recipient',
    can: ['reject', 'defer'],
    codeParameter: 'unverified_recipient_reject_code',
    tempfailParameter: 'unverified_recipient_tempfail_action',
    text: {
      en: 'Rejects recipients that the server responsible for them refuses: Postfix finds out by starting a delivery without a message, and remembers the result (`address_verify_map`). It serves a gateway that has no list of the users behind it. Place it after `reject_unauth_destination`, or strangers make you probe other servers. By default `unverified_recipient_reject_code` refuses for now only; until a probe has an answer, the client is told to come back.',
      ja: '担当のサーバーが受け付けない宛先を拒否します。Postfix は本文を送らずに配送を試して調べ、結果を記憶します（`address_verify_map`）。背後のサーバーの利用者の一覧がないゲートウェイで役立ちます。`reject_unauth_destination` より後ろに書かないと、第三者が他人のサーバーを調べさせることができます。既定では `unverified_recipient_reject_code` によって一時的な拒否になります。結果がまだ分からない間は、クライアントに後で来るよう伝えます。',
    },
  },
  reject_unverified_sender: {
    since: '2.1',
    about: 'sender',
    can: ['reject', 'defer'],
    codeParameter: 'unverified_sender_reject_code',
    tempfailParameter: 'unverified_sender_tempfail_action',
    text: {
      en: 'Rejects senders to whom mail cannot be delivered: Postfix finds out by starting a delivery to the address without a message, and remembers the result (`address_verify_map`). Most senders of spam are forged, so you bother servers that have nothing to do with it, and may end on a block list yourself. Use it for a few domains only, as the result of `check_sender_access`. The empty sender of error notices is passed over.',
      ja: 'メールを届けられない送信者を拒否します。Postfix は本文を送らずにそのアドレスへの配送を試して調べ、結果を記憶します（`address_verify_map`）。迷惑メールの送信者はほとんどが偽りなので、無関係なサーバーに負担をかけ、自分がブロックリストに載ることもあります。`check_sender_access` の結果に書き、一部のドメインだけに使ってください。エラーメールの空の送信者は調べません。',
    },
  },
  sleep: {
    since: '2.2',
    about: 'generic',
    argument: 'seconds',
    can: [],
    text: {
      en: 'Waits the given number of seconds, then goes on with the next restriction. In front of `reject_unauth_pipelining`, in `smtpd_client_restrictions` and with `smtpd_delay_reject = no`, it exposes programs that cannot wait for their turn. An SMTP server process is busy all the while, so a rush of clients soon uses up all of them; `postscreen` does the same work at less cost.',
      ja: '指定した秒数だけ待ってから、次の制限に進みます。`smtpd_delay_reject = no` として `smtpd_client_restrictions` の `reject_unauth_pipelining` より前に書くと、順番を待てないプログラムを見つけられます。待つ間は SMTPサーバーのプロセスを一つ占有するので、接続が増えるとすぐに使い切ります。`postscreen` なら同じことを少ない負担で行えます。',
    },
  },
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

const facts: Readonly<Record<string, RestrictionFacts>> = RESTRICTIONS;

const byName = new Map<string, NamedRestriction>(
  Object.entries(facts).map(([name, own]) => {
    const text = own.text ?? facts[own.aliasOf ?? '']?.text;
    return [name, { name, ...own, ...(text && { text }) }];
  }),
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
