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
  const isYes = (name: string) => ({ yes: true, no: false })[read(name)?.toLowerCase() ?? ''];
  const isWrapped = isYes(WRAPPERMODE);
  if (isWrapped === undefined) return undefined;
  if (isWrapped) return { use: 'wrapped', by: [WRAPPERMODE] };

  const level = isSince(version, '2.3') ? read(LEVEL) : '';
  if (level === undefined) return undefined;
  if (level !== '') {
    const use = USES.get(level.toLowerCase());
    return use && { use, by: [LEVEL] };
  }
  const isEnforced = isYes('smtpd_enforce_tls');
  const isUsed = isYes('smtpd_use_tls');
  if (isEnforced === undefined || isUsed === undefined) return undefined;
  if (isEnforced) return { use: 'required', by: ['smtpd_enforce_tls'] };
  return isUsed
    ? { use: 'offered', by: ['smtpd_use_tls'] }
    : { use: 'off', by: [LEVEL, 'smtpd_use_tls', 'smtpd_enforce_tls'] };
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
