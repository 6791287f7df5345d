/** A modified Postfix that had parameters of its own. */
export type Patch = 'VDA' | 'Apple';

const NAMES: Readonly<Record<Patch, readonly string[]>> = {
  // Quotas for virtual(8): maintained up to Postfix 2.11. Its first parameters had other names.
  VDA: [
    'virtual_create_maildirsize',
    'virtual_mailbox_extended',
    'virtual_mailbox_limit_inbox',
    'virtual_mailbox_limit_maps',
    'virtual_mailbox_limit_override',
    'virtual_maildir_extended',
    'virtual_maildir_filter',
    'virtual_maildir_filter_maps',
    'virtual_maildir_limit_message',
    'virtual_maildir_limit_message_maps',
    'virtual_maildir_suffix',
    'virtual_overquota_bounce',
    'virtual_trash_count',
    'virtual_trash_name',
  ],
  // Older macOS and its Server app.
  Apple: [
    'enable_server_options',
    'imap_submit_cred_file',
    'mydomain_fallback',
    'smtpd_pw_server_security_options',
    'smtpd_use_pw_server',
  ],
};

const byName = new Map<string, Patch>();
for (const [patch, names] of Object.entries(NAMES)) for (const name of names) byName.set(name, patch as Patch);

/** Whose parameter a name is that Postfix itself never had; undefined for any other name. */
export function patchWith(name: string): Patch | undefined {
  return byName.get(name);
}
