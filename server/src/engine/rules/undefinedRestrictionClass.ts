import type { Configuration } from '../configuration/configuration';
import { effectiveValue, writtenEntry } from '../configuration/effective';
import { listElements } from '../configuration/listElements';
import { alikeSmtpdServices } from '../configuration/restrictionLists';
import { parameterIn } from '../knowledge/parameters';
import type { ServiceEntry } from '../syntax/masterCf';
import { isGarbled } from './garbled';
import { once } from './once';
import { rule } from './rule';
import { placeOf } from './values';

/** Reports restriction classes that nobody has defined: "restriction class `…' needs a definition". */
export const undefinedRestrictionClass = rule({
  id: 'undefined-restriction-class',
  severity: 'error',
  en: {
    title: 'Restriction class without a definition',
    why: 'Each name in `smtpd_restriction_classes` stands for a list of restrictions, which is set under that name as if it were a parameter: `greylist = check_policy_service unix:private/greylist`. smtpd(8) does not start while one of them is missing or empty, even if nothing uses it.',
    messages: {
      missing: ({ name }: { name: string }) =>
        `smtpd does not start: the restriction class \`${name}\` is listed, but \`${name} = …\` is not set.`,
      empty: ({ name }: { name: string }) => `smtpd does not start: the restriction class \`${name}\` is empty.`,
    },
  },
  ja: {
    title: '定義のない制限クラス',
    why: '`smtpd_restriction_classes` に並べた名前は、それぞれ制限のリストを表します。リストは `greylist = check_policy_service unix:private/greylist` のように、その名前のパラメータとして設定します。一つでも設定されていないか空のものがあると、どこでも使っていなくても smtpd(8) は起動しません。',
    messages: {
      missing: ({ name }) =>
        `smtpd が起動しません。制限クラス \`${name}\` がここに書かれていますが、\`${name} = …\` が設定されていません。`,
      empty: ({ name }) => `smtpd が起動しません。制限クラス \`${name}\` が空です。`,
    },
  },
  examples: [
    {
      before:
        'smtpd_restriction_classes = greylist, insiders\n#                                     ^^^^^^^^ undefined-restriction-class\ngreylist = check_policy_service unix:private/greylist\nsmtpd_client_restrictions = permit_mynetworks, greylist\n',
      proof: { by: 'smtpd', says: "restriction class `insiders' needs a definition" },
    },
    {
      before: 'smtpd_restriction_classes = greylist\ngreylist =\n#^^^^^^^ undefined-restriction-class\n',
      proof: { by: 'smtpd', says: "restriction class `greylist' needs a definition" },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_restriction_classes = insiders\ninsiders = $insiders_in_use\ninsiders_in_use = permit_mynetworks, reject\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_restriction_classes=own\n  -o own=permit_sasl_authenticated,reject\n  -o smtpd_sasl_auth_enable=yes\n',
    },
  ],
  check(configuration, report) {
    if (!configuration.main) return;
    const isFirst = once();
    for (const { first } of alikeSmtpdServices(configuration)) {
      for (const { text: name, at } of listElements(configuration, CLASSES, first) ?? []) {
        if (!at || isDefined(configuration, name, first)) continue;
        const entry = writtenEntry(configuration, name, first);
        const place = entry ? placeOf(entry) : at;
        const list = writtenEntry(configuration, CLASSES, first);
        if (!isFirst(place) || (list && isGarbled(list))) continue;
        report({ at: place, message: entry ? 'empty' : 'missing', values: { name } });
      }
    }
  },
});

const CLASSES = 'smtpd_restriction_classes';

/**
 * Whether smtpd(8) finds a value (mail_conf_lookup_eval). One with `$name` may be empty here only because we do not know
 * the machine; the parameters of Postfix have defaults.
 */
function isDefined(configuration: Configuration, name: string, service: ServiceEntry | undefined): boolean {
  if (parameterIn(configuration.version, name)) return true;
  const found = effectiveValue(configuration, name, service);
  return found !== undefined && (found.expanded !== '' || found.value.includes('$'));
}
