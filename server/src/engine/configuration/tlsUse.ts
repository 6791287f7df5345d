import { isSince, type PostfixVersion } from '../knowledge/version';

/** STARTTLS is announced; or nothing else goes on before it; or TLS begins at once, without STARTTLS. */
export type TlsUse = 'off' | 'offered' | 'required' | 'wrapped';

/** Whether TLS comes before anything else (`var_smtpd_enforce_tls`). */
export function isTlsMandatory(use: TlsUse): boolean {
  return use === 'required' || use === 'wrapped';
}

/**
 * What smtpd(8) does about TLS, and the parameters that say so; as pre_jail_init in smtpd.c works it out: wrapper mode,
 * then the level, then the switches from before the level. Undefined where a value is none, or not certain.
 */
export function tlsUse(
  read: (name: string) => string | undefined,
  version: PostfixVersion,
): { readonly use: TlsUse; readonly by: readonly string[] } | undefined {
  const isWrapped = isYes(read(WRAPPERMODE));
  if (isWrapped === undefined) return undefined;
  if (isWrapped) return { use: 'wrapped', by: [WRAPPERMODE] };

  const level = isSince(version, '2.3') ? read(LEVEL) : '';
  if (level === undefined) return undefined;
  if (level !== '') {
    const use = USES.get(level.toLowerCase());
    return use && { use, by: [LEVEL] };
  }
  const isEnforced = isYes(read('smtpd_enforce_tls'));
  const isUsed = isYes(read('smtpd_use_tls'));
  if (isEnforced === undefined || isUsed === undefined) return undefined;
  if (isEnforced) return { use: 'required', by: ['smtpd_enforce_tls'] };
  return isUsed
    ? { use: 'offered', by: ['smtpd_use_tls'] }
    : { use: 'off', by: [LEVEL, 'smtpd_use_tls', 'smtpd_enforce_tls'] };
}

/** Whether clients are asked for a certificate (`ask_client_cert` in smtpd.c); undefined where that is not certain. */
export function asksForCertificate(read: (name: string) => string | undefined, use: TlsUse): boolean | undefined {
  const names = ['smtpd_tls_ask_ccert', ...(isTlsMandatory(use) ? ['smtpd_tls_req_ccert'] : [])];
  const asks = names.map((name) => isYes(read(name)));
  return asks.includes(true) ? true : asks.includes(undefined) ? undefined : false;
}

/**
 * Whether TLS can begin: there is a certificate, or `none` stands for one and clients are asked for none either (as
 * pre_jail_init in smtpd.c looks before it starts its TLS engine). Undefined where that is not certain.
 */
export function hasCertificate(read: (name: string) => string | undefined, use: TlsUse): boolean | undefined {
  const [certificate, ...others] = CERTIFICATES.map(read);
  if (certificate === undefined || others.includes(undefined)) return undefined;
  if (others.some((file) => file !== '')) return true;
  if (certificate.toLowerCase() !== 'none') return certificate !== '';
  const asks = asksForCertificate(read, use);
  return asks === undefined ? undefined : !asks;
}

const CERTIFICATES = [
  'smtpd_tls_cert_file',
  'smtpd_tls_eccert_file',
  'smtpd_tls_dcert_file',
  'smtpd_tls_chain_files',
] as const;

function isYes(value: string | undefined): boolean | undefined {
  return { yes: true, no: false }[value?.toLowerCase() ?? ''];
}

const WRAPPERMODE = 'smtpd_tls_wrappermode';
const LEVEL = 'smtpd_tls_security_level';

/** The levels of a server; those above `encrypt` are taken for it, with a warning. */
const USES: ReadonlyMap<string, TlsUse> = new Map([
  ['none', 'off'],
  ['may', 'offered'],
  ['encrypt', 'required'],
  ['fingerprint', 'required'],
  ['verify', 'required'],
  ['secure', 'required'],
]);
