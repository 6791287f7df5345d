import type { Configuration } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import { isRefusedBy } from '../configuration/expand';
import { namesOf } from '../configuration/names';
import { type Deprecation, defaultOf, type Parameter, parameterIn } from '../knowledge/parameters';
import { isSince } from '../knowledge/version';
import { forEachName, parseExpansion } from '../syntax/expansion';
import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { removalOf } from './edits';
import { isRepeated, type Setting, settingsInEffect, settingsOf } from './entries';
import { rule } from './rule';

/** Reports parameters that have a successor, or no effect any more. */
export const deprecatedParameter = rule({
  id: 'deprecated-parameter',
  severity: 'info',
  isLocal: true,
  en: {
    title: 'Deprecated parameter',
    why: 'Postfix keeps old names for years beside their successors, then warns, then drops them. Where the successor is set too, it wins and the old line does nothing.',
    messages: {
      replaced: ({ name, instead, since }: { name: string; instead: string; since: string }) =>
        `\`${name}\` is deprecated since Postfix ${since}. Use ${instead}.`,
      restriction: ({ name, instead, since }: { name: string; instead: string; since: string }) =>
        `\`${name}\` is deprecated since Postfix ${since}. Use the restriction \`${instead}\`.`,
      overruled: ({ name, instead, value }: { name: string; instead: string; value: string }) =>
        `\`${name}\` has no effect: \`${instead}\` is \`${value}\`, and that wins.`,
      withoutEffect: ({ name, since }: { name: string; since: string }) =>
        `\`${name}\` has no effect since Postfix ${since}.`,
      obsolete: ({ name, since }: { name: string; since: string }) =>
        `\`${name}\` is deprecated since Postfix ${since} and has no successor.`,
      change: ({ setting }: { setting: string }) => `Change to \`${setting}\``,
      remove: () => 'Remove the line',
    },
  },
  ja: {
    title: '非推奨のパラメータ',
    why: 'Postfix は、後継のパラメータができても古い名前を何年も残し、やがて警告を出し、最後に廃止します。後継のパラメータも設定されていればそちらが優先され、古い行は効きません。',
    messages: {
      replaced: ({ name, instead, since }) =>
        `\`${name}\` は Postfix ${since} から非推奨です。${instead} を使ってください。`,
      restriction: ({ name, instead, since }) =>
        `\`${name}\` は Postfix ${since} から非推奨です。\`${instead}\` による制限を使ってください。`,
      overruled: ({ name, instead, value }) =>
        `\`${instead}\` が \`${value}\` に設定されていて優先されるため、\`${name}\` は効きません。`,
      withoutEffect: ({ name, since }) => `\`${name}\` は Postfix ${since} から何の効果もありません。`,
      obsolete: ({ name, since }) => `\`${name}\` は Postfix ${since} から非推奨です。後継のパラメータはありません。`,
      change: ({ setting }) => `\`${setting}\` に変更`,
      remove: () => 'この行を削除',
    },
  },
  examples: [
    {
      version: '3.7',
      before: 'smtp_use_tls = yes\n#^^^^^^^^^^^ deprecated-parameter\n',
      after: 'smtp_tls_security_level = may\n',
    },
    {
      before: 'smtp_use_tls = yes\n#^^^^^^^^^^^ deprecated-parameter\nsmtp_tls_security_level = encrypt\n',
      after: 'smtp_tls_security_level = encrypt\n',
    },
    {
      before: 'fallback_relay = [relay.example.jp]\n#^^^^^^^^^^^^^ deprecated-parameter\n',
      after: 'smtp_fallback_relay = [relay.example.jp]\n',
    },
    {
      before: 'smtpd_tls_eecdh_grade = strong\n#^^^^^^^^^^^^^^^^^^^^ deprecated-parameter\n',
      after: '',
    },
    { version: '2.2', before: 'smtp_use_tls = yes\n' },
  ],
  check(configuration, report) {
    const { version } = configuration;
    const names = namesOf(configuration);
    for (const setting of deprecatedSettings(configuration)) {
      const { name, entry, service } = setting;
      const parameter = parameterIn(version, name);
      const deprecated = parameter?.deprecated;
      if (!deprecated || !isSince(version, deprecated.since) || names.classOf(name, service) === 'unused') continue;
      const at = entry.name;
      const isAlone = !referencesOf(configuration).has(name);
      // An older Postfix may need the old name.
      const isKnown = !configuration.isVersionAssumed;
      const safe = isKnown && (isAlone || isDefault(setting, parameter, configuration));
      const removal = service
        ? []
        : [{ title: 'remove' as const, values: {}, edits: removalOf(entry.name.line), safe }];
      const { since, ignoredSince, restriction } = deprecated;
      if (ignoredSince && isSince(version, ignoredSince)) {
        report({ at, message: 'withoutEffect', values: { name, since: ignoredSince }, fixes: removal });
        continue;
      }
      // In a template the successor may stand in a line that will not be there.
      const overruling = configuration.isTemplate ? undefined : successorInEffect(setting, deprecated, configuration);
      if (overruling) {
        const severity = isWeaker(setting, deprecated, overruling.value, configuration) ? 'warning' : 'info';
        report({ at, message: 'overruled', severity, values: { name, ...overruling }, fixes: removal });
      } else if (deprecated.instead) {
        const instead = deprecated.instead.map((successor) => `\`${successor}\``).join(', ');
        const change = changeOf(setting, parameter, configuration);
        const edits = change && changeEdits(entry, change);
        report({
          at,
          message: 'replaced',
          values: { name, instead, since },
          fixes: edits
            ? [
                {
                  title: 'change',
                  values: { setting: `${change.name} = ${change.value}` },
                  edits,
                  safe:
                    isKnown &&
                    isAlone &&
                    isWellFormed(entry, configuration) &&
                    hasSameReaders(parameter, change.name, configuration),
                },
              ]
            : isDefault(setting, parameter, configuration)
              ? removal
              : [],
        });
      } else if (restriction) {
        report({ at, message: 'restriction', values: { name, instead: restriction, since } });
      } else {
        const fixes = removal.map((fix) => ({ ...fix, safe: isKnown && isDefault(setting, parameter, configuration) }));
        report({ at, message: 'obsolete', values: { name, since }, fixes });
      }
    }
  },
});

/**
 * The successor that makes the old name without effect. A security level that is not empty wins over the yes/no
 * parameters before it (pre_jail_init); a renamed parameter looks at the old name only in its default.
 */
function successorInEffect(
  { service }: Setting,
  { instead, mapping, sameValue }: Deprecation,
  configuration: Configuration,
): { instead: string; value: string } | undefined {
  const successor = instead?.[0];
  if (successor === undefined || !configuration.main) return undefined;
  const effective = effectiveValue(configuration, successor, service);
  const value = effective?.expanded;
  if (value === undefined) return undefined;
  const isSet = effective?.from.kind !== 'default';
  const wins = sameValue ? isSet : mapping !== undefined && successor.endsWith('_level') && value !== '';
  return wins ? { instead: successor, value } : undefined;
}

/** Whether the old name asks for TLS always, and the level that wins does not. */
function isWeaker(
  { name, entry, service }: Setting,
  { mapping, instead }: Deprecation,
  level: string,
  configuration: Configuration,
): boolean {
  const asked = mapping?.[textOf(entry.value).toLowerCase()]?.[instead?.[0] ?? ''];
  if (asked !== 'encrypt' || !name.endsWith('_enforce_tls') || !['none', 'may'].includes(level)) return false;
  return effectiveValue(configuration, 'smtpd_tls_wrappermode', service)?.expanded !== 'yes';
}

interface Change {
  readonly name: string;
  readonly value: string;
}

/** What says the same with the new name, where that is certain. */
function changeOf({ entry, service }: Setting, parameter: Parameter, configuration: Configuration) {
  const { deprecated } = parameter;
  const [successor, ...others] = deprecated?.instead ?? [];
  if (!deprecated || successor === undefined || !parameterIn(configuration.version, successor)) return undefined;
  const value = textOf(entry.value);
  if (deprecated.sameValue) return { name: successor, value };
  const mapped = value.toLowerCase() === 'yes' ? deprecated.mapping?.yes?.[successor] : undefined;
  if (mapped === undefined || others.length > 0 || defaultOf(parameter, configuration.version) !== 'no')
    return undefined;
  const isFree = effectiveValue(configuration, successor, service)?.expanded === '';
  return isFree && !hasSibling(entry, successor, configuration) ? { name: successor, value: mapped } : undefined;
}

/** Whether something else is set that the successor would overrule: `smtp_enforce_tls` beside `smtp_use_tls`, or `-o`. */
function hasSibling(entry: ParameterEntry, successor: string, configuration: Configuration): boolean {
  return deprecatedSettings(configuration).some(
    (other) =>
      other.entry !== entry && parameterIn(configuration.version, other.name)?.deprecated?.instead?.includes(successor),
  );
}

/** The deprecated parameters that are set; found once for each configuration. */
function deprecatedSettings(configuration: Configuration): readonly Setting[] {
  let known = cache.get(configuration);
  if (!known) {
    known = settingsInEffect(configuration).filter(({ name }) => parameterIn(configuration.version, name)?.deprecated);
    cache.set(configuration, known);
  }
  return known;
}
const cache = new WeakMap<Configuration, readonly Setting[]>();

/** The names that values refer to: such a value says something else without the parameter. */
function referencesOf(configuration: Configuration): ReadonlySet<string> {
  let known = references.get(configuration);
  if (!known) {
    const names = new Set<string>();
    for (const { entry } of settingsOf(configuration)) {
      const value = textOf(entry.value);
      if (value.includes('$')) forEachName(parseExpansion(value), ({ name }) => names.add(name));
    }
    known = names;
    references.set(configuration, known);
  }
  return known;
}
const references = new WeakMap<Configuration, ReadonlySet<string>>();

/** Whether the successor is for every program that read the old name: `disable_dns_lookups` is for lmtp too. */
function hasSameReaders({ usedBy }: Parameter, successor: string, { version }: Configuration): boolean {
  const readers = parameterIn(version, successor)?.usedBy ?? [];
  return usedBy.every((reader) => readers.includes(reader));
}

/** Whether Postfix can read the value: with a name that it looks at more often it would fail more often. */
function isWellFormed({ value }: ParameterEntry, { version }: Configuration): boolean {
  return forEachName(parseExpansion(textOf(value)), () => undefined, isRefusedBy(version));
}

function changeEdits({ name, value }: ParameterEntry, change: Change) {
  const isSameValue = textOf(value) === change.value;
  return [{ at: name, newText: change.name }, ...(isSameValue ? [] : [{ at: value, newText: change.value }])];
}

/** Whether the line says what is so without it. An earlier entry of the name would count again. */
function isDefault({ name, entry }: Setting, parameter: Parameter, configuration: Configuration): boolean {
  if (!configuration.main || isRepeated(configuration, name)) return false;
  return defaultOf(parameter, configuration.version) === textOf(entry.value).toLowerCase();
}
