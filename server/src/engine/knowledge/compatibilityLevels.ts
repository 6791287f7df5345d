import type { Text } from '../locale';
import { existsIn, type Lifetime, type PostfixVersion } from './version';

/** What `compatibility_level` changes where it reaches a level; higher ones keep the changes of the lower. */
export interface CompatibilityLevel extends Lifetime {
  readonly level: string;
  /** The parameters whose default, as postconf(1) prints it, is another from this level on. */
  readonly parameters: readonly string[];
  /** The columns of master.cf in which `-` means something else from this level on. */
  readonly columns?: readonly string[];
  /** What we say of it. The first sentence is the summary. */
  readonly text: Text;
}

/** The levels at which a default changes, in their order, by `check_legacy_defaults` and mail_params.h. */
export const COMPATIBILITY_LEVELS: readonly CompatibilityLevel[] = [
  {
    level: '0',
    since: '3.0',
    parameters: [],
    text: {
      en: 'Keeps the defaults of old releases, and logs `using backwards-compatible default setting` where that makes a difference. It is in force where main.cf does not set a level: right after an upgrade, until you have looked at these messages. `smtpd_relay_restrictions` is then empty, so `smtpd_recipient_restrictions` must keep strangers from relaying. A new server should not use it.',
      ja: '古いリリースの初期値を保ち、それで違いが出る場面では `using backwards-compatible default setting` とログに記録します。main.cf にレベルの指定がなければこれになります。アップグレードの直後、このログを確かめ終えるまでのものです。`smtpd_relay_restrictions` が空になるので、第三者の中継は `smtpd_recipient_restrictions` で止めなければなりません。新しいサーバーでは使いません。',
    },
  },
  {
    level: '1',
    since: '3.0',
    parameters: ['append_dot_mydomain', 'smtpd_relay_restrictions', 'smtputf8_enable'],
    columns: ['chroot'],
    text: {
      en: 'Takes the first defaults that were changed in 3.0. `append_dot_mydomain = no`: `taro@mail` is no longer completed with your domain. `smtpd_relay_restrictions` lets only `mynetworks` and users who log in relay. `smtputf8_enable = yes`: SMTPUTF8 is offered to clients, and addresses that are not valid UTF-8 are refused. In the chroot column of master.cf, `-` means `n`.',
      ja: '3.0 で変わった初期値のうち、最初の組を使います。`append_dot_mydomain = no` となり、`taro@mail` に自分のドメインは補われません。`smtpd_relay_restrictions` は、`mynetworks` とログインした利用者だけに中継を許します。`smtputf8_enable = yes` となり、SMTPUTF8 への対応をクライアントに知らせ、UTF-8 として正しくないアドレスは拒否されます。master.cf の chroot 列では `-` が `n` の意味になります。',
    },
  },
  {
    level: '2',
    since: '3.0',
    parameters: ['mynetworks_style', 'relay_domains'],
    text: {
      en: 'Takes the other defaults that were changed in 3.0. `mynetworks_style = host`: only the machine itself may relay without login, no longer its whole subnet. `relay_domains` is empty in place of `$mydestination`: mail to subdomains of your domains is refused unless you list them. Where machines nearby send through this server, set `mynetworks` first.',
      ja: '3.0 で変わった残りの初期値を使います。`mynetworks_style = host` となり、ログインなしで中継できるのは、同じサブネットのマシンを含まず、このマシン自身だけです。`relay_domains` は `$mydestination` ではなく空になり、自分のドメインのサブドメイン宛ては、並べておかないと拒否されます。近くのマシンがこのサーバーから送信している場合は、先に `mynetworks` を設定してください。',
    },
  },
  {
    level: '3.6',
    since: '3.6',
    parameters: [
      'lmtp_tls_fingerprint_digest',
      'respectful_logging',
      'smtp_tls_fingerprint_digest',
      'smtpd_relay_before_recipient_restrictions',
      'smtpd_tls_fingerprint_digest',
    ],
    text: {
      en: 'Takes the defaults of 3.6. Certificate fingerprints are made by `sha256` in place of `md5`, so tables with the old ones no longer match. `smtpd_relay_restrictions` come before `smtpd_recipient_restrictions`, no longer after them. The log says `allowlist` and `denylist`; programs that evaluate logs may have to be told.',
      ja: '3.6 の初期値を使います。証明書のフィンガープリントは `md5` ではなく `sha256` で作られるため、古い値を書いたテーブルとは一致しなくなります。`smtpd_relay_restrictions` は、`smtpd_recipient_restrictions` の後ではなく前に調べられます。ログには `allowlist` や `denylist` と記録されるので、ログを解析するプログラムの調整が必要かもしれません。',
    },
  },
  {
    level: '3.11',
    since: '3.11',
    // And smtp_tlsrpt_skip_reused_handshakes, which smtp(8) sets by itself: postconf(1) always prints the new default.
    parameters: ['smtp_tls_security_level'],
    text: {
      en: 'Takes the defaults of 3.11. `smtp_tls_security_level = may`: mail goes out encrypted wherever the other server offers TLS, no longer always in the clear. For that Postfix must be built with TLS. `smtp_tlsrpt_skip_reused_handshakes` is `no`, so TLS reports also count sessions that are resumed.',
      ja: '3.11 の初期値を使います。`smtp_tls_security_level = may` となり、それまで常に平文だった送信が、相手のサーバーが TLS に対応していれば暗号化されます。これは TLS 付きでビルドされた Postfix の場合です。`smtp_tlsrpt_skip_reused_handshakes` は `no` となり、TLS のレポートに再開したセッションも含まれます。',
    },
  },
];

/** The level of that name in any version. */
export function compatibilityLevelNamed(level: string): CompatibilityLevel | undefined {
  return COMPATIBILITY_LEVELS.find((known) => known.level === level);
}

/** The levels that a version of Postfix knows; it takes any other number too. */
export function compatibilityLevelsOf(version: PostfixVersion): CompatibilityLevel[] {
  return COMPATIBILITY_LEVELS.filter((level) => existsIn(level, version));
}
