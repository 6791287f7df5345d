import { type Configuration, overridesOf } from '../configuration/configuration';
import { addedByService, defaultFor, effectiveValue, expandedEntry, isReadOnly } from '../configuration/effective';
import { isRefusedBy } from '../configuration/expand';
import { namesOf } from '../configuration/names';
import { RUN_TIME_NAMES } from '../knowledge/expansions';
import {
  type Deprecation,
  type ParameterFacts,
  parameterNamed,
  parametersOf,
  serviceParameters,
  typeOf,
} from '../knowledge/parameters';
import { isSince, type PostfixVersion } from '../knowledge/version';
import { nearestName } from '../nearest';
import { forEachName, type ParameterNode, parseExpansion } from '../syntax/expansion';
import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import { type Setting, settingsInEffect } from './entries';
import { isGarbled } from './garbled';
import { nearestParameter } from './nearestParameter';
import { rule, type Severity } from './rule';
import { factsOf } from './shellHabits';
import { isReadBy } from './values';

/** Reports a `$name` that nothing sets, by the same test as postconf(1): "undefined parameter". */
export const undefinedName = rule({
  id: 'undefined-name',
  severity: 'warning',
  en: {
    title: '`$name` that nothing sets',
    why: 'A `$name` that is neither a parameter of Postfix nor set in main.cf becomes nothing. The programs say nothing of it; `postconf` warns, from Postfix 2.10 on. A restriction list that is only such a name is empty, and weaker than the default that it replaces. Environment variables and commands have no value here.',
    messages: {
      misspelt: ({ name, nearest, effect }: Finding & { nearest: string }) =>
        `Nothing sets \`${name}\`${effect.en}. Did you mean \`$${nearest}\`?`,
      unset: ({ name, effect }: Finding) => `Nothing sets \`${name}\`${effect.en}.`,
      newer: ({ name, since, version, effect }: Finding & { since: string; version: string }) =>
        `\`${name}\` came with Postfix ${since}; in Postfix ${version} nothing sets it${effect.en}.`,
      runTime: ({ name, parameters, effect }: Finding & { parameters: string }) =>
        `\`$${name}\` has a value in ${parameters} only; nothing sets it in this place${effect.en}.`,
      command: ({ name, effect }: Finding) =>
        `Postfix runs no commands: \`$(${name})\` is the value of a parameter \`${name}\`, which nothing sets${effect.en}.`,
      environment: ({ name, effect }: Finding) =>
        `Postfix reads no environment variable here. Nothing sets \`${name}\`${effect.en}.`,
      group: ({ name }: Finding) =>
        `Postfix takes \`$${name}\` for a parameter \`${name}\` that nothing sets, and removes it. For a dollar sign write \`$$\`.`,
      rename: ({ nearest }: { nearest: string }) => `Change to \`$${nearest}\``,
      double: () => 'Write `$$` for a dollar sign',
    },
  },
  ja: {
    title: 'どこにも設定のない `$名前`',
    why: 'Postfix のパラメータでもなく main.cf でも設定されていない `$名前` は、空になります。各プログラムは何も言わず、警告するのは `postconf`（2.10 以降）だけです。そのような名前だけの制限リストは空になり、置き換えた元の既定値より弱くなります。環境変数やコマンドの値は入りません。',
    messages: {
      misspelt: ({ name, nearest, effect }) =>
        `\`${name}\` はどこにも設定されていません。${effect.ja}\`$${nearest}\` の間違いではありませんか？`,
      unset: ({ name, effect }) => `\`${name}\` はどこにも設定されていません。${effect.ja}`,
      newer: ({ name, since, version, effect }) =>
        `\`${name}\` は Postfix ${since} で追加されたもので、Postfix ${version} にはありません。${effect.ja}`,
      runTime: ({ name, parameters, effect }) =>
        `\`$${name}\` に値が入るのは ${parameters} の中だけで、ここでは設定されていません。${effect.ja}`,
      command: ({ name, effect }) =>
        `Postfix はコマンドを実行しません。\`$(${name})\` はパラメータ \`${name}\` の値を表しますが、どこにも設定されていません。${effect.ja}`,
      environment: ({ name, effect }) =>
        `Postfix はここで環境変数を読みません。\`${name}\` はどこにも設定されていません。${effect.ja}`,
      group: ({ name }) =>
        `\`$${name}\` は、どこにも設定のないパラメータ \`${name}\` とみなされ、取り除かれます。ドル記号は \`$$\` と書いてください。`,
      rename: ({ nearest }) => `\`$${nearest}\` に変更`,
      double: () => 'ドル記号を `$$` と書く',
    },
  },
  examples: [
    {
      before: 'mydestination = $myhostnam, localhost\n#               ^^^^^^^^^^ undefined-name\n',
      after: 'mydestination = $myhostname, localhost\n',
      proof: { by: 'postconf', says: 'main.cf: undefined parameter: myhostnam' },
    },
    {
      before:
        'smtpd_helo_restrictions = reject_invalid_helo_hostname\n-- master.cf --\n127.0.0.1:10026 inet n - n - - smtpd\n  -o smtpd_relay_restrictions=permit_mynetworks,reject\n  -o smtpd_helo_restrictions=$mua_helo_restrictions\n#                            ^^^^^^^^^^^^^^^^^^^^^^ undefined-name\n',
      proof: { by: 'postconf', says: 'master.cf: undefined parameter: mua_helo_restrictions' },
    },
    {
      before:
        'smtpd_helo_required = $(hostname)\n#                     ^^^^^^^^^^^ undefined-name\nsmtpd_banner = $HOSTNAME ESMTP\n#              ^^^^^^^^^ undefined-name\n-- master.cf --\nsmtp unix - - n - - smtp\n',
      proof: { by: 'postconf', says: 'undefined parameter: hostname' },
    },
    {
      version: '3.7',
      before:
        'virtual_alias_maps = pcre:{{/^info@(.*)$$/ postmaster@$1}}\n#                                                     ^^ undefined-name\n',
      after: 'virtual_alias_maps = pcre:{{/^info@(.*)$$/ postmaster@$$1}}\n',
    },
    {
      before:
        'office = 192.0.2.0/24\nmynetworks = 127.0.0.0/8, $office\nsoft_bounce = ${stress?yes}${stress:no}\nluser_relay = $user@example.jp\n-- master.cf --\nrelay unix - - n - - smtp\n  -o syslog_name=${multi_instance_name?{$multi_instance_name}:{postfix}}/$service_name\n  -o prefix=mail\n  -o smtp_helo_name=$prefix.example.jp\n',
    },
  ],
  check(configuration, report) {
    if (!configuration.main) return;
    const { version, master } = configuration;
    const names = namesOf(configuration);
    const isDefined = definedNames(configuration);
    const nearestTo = nearestNames(configuration);
    for (const setting of settingsInEffect(configuration)) {
      const { name, entry, service } = setting;
      const text = textOf(entry.value);
      if (!text.includes('$') || parametersOf(version).get(name)?.raw || isReadOnly(name, version)) continue;
      const undefinedNodes: ParameterNode[] = [];
      forEachName(
        parseExpansion(text),
        (node) => {
          if (!isDefined(node.name, setting)) undefinedNodes.push(node);
        },
        isRefusedBy(version),
      );
      if (undefinedNodes.length === 0 || names.classOf(name, service) === 'unused' || isGarbled(entry)) continue;
      const whole = effectOn(configuration, setting);
      for (const node of undefinedNodes) {
        const effect = isTested(node) ? TESTED : whole;
        const at = placeOf(node, entry.value);
        const cause = causeOf(node, setting, configuration, nearestTo);
        const values = { name: node.name, effect };
        const { severity } = effect;
        switch (cause?.kind) {
          case 'group':
            report({ at, message: 'group', severity: 'error', values, fixes: isTested(node) ? [] : [doubled(at)] });
            break;
          case 'newer':
            report({ at, message: 'newer', severity, values: { ...values, since: cause.since, version } });
            break;
          case 'environment':
            // Most likely a script fills this file in before Postfix reads it.
            report({ at, message: 'environment', severity: 'info', values });
            break;
          case 'runTime':
            report({ at, message: 'runTime', severity, values: { ...values, parameters: cause.parameters } });
            break;
          case 'command':
            report({ at, message: 'command', severity, values });
            break;
          case 'misspelt': {
            const { nearest } = cause;
            const edits = [{ at: nameOf(node, entry.value), newText: nearest }];
            report({
              at,
              message: 'misspelt',
              severity: isTested(node) ? 'warning' : severity,
              values: { ...values, nearest },
              fixes: [{ title: 'rename', values: { nearest }, edits, safe: false }],
            });
            break;
          }
          default:
            // Without master.cf nobody can tell whether `-o` sets it there.
            if (master || severity === 'error') report({ at, message: 'unset', severity, values });
        }
      }
    }
  },
});

/** What may have been meant. */
type Cause =
  | { readonly kind: 'group' | 'environment' | 'command' }
  | { readonly kind: 'newer'; readonly since: string }
  | { readonly kind: 'runTime'; readonly parameters: string }
  | { readonly kind: 'misspelt'; readonly nearest: string };

function causeOf(
  node: ParameterNode,
  setting: Setting,
  { version }: Configuration,
  nearestTo: (name: string) => string | undefined,
): Cause | undefined {
  const { name, start } = node;
  if (/^[0-9]+$/.test(name)) return { kind: 'group' };
  const elsewhere = parameterNamed(name);
  if (elsewhere) {
    const { since } = elsewhere;
    return since !== undefined && !isSince(version, since) ? { kind: 'newer', since } : undefined;
  }
  if (/^[A-Z][A-Z0-9_]*$/.test(name)) return { kind: 'environment' };
  const parameters = parametersWith(name);
  if (parameters !== '') return { kind: 'runTime', parameters };
  const isInParentheses = !isTested(node) && textOf(setting.entry.value)[start + 1] === '(';
  if (isInParentheses && COMMANDS.has(name)) return { kind: 'command' };
  const nearest = nearestTo(name);
  if (nearest !== undefined && nearest !== setting.name) return { kind: 'misspelt', nearest };
  return isInParentheses ? { kind: 'command' } : undefined;
}

/** What a shell would run without an argument. */
const COMMANDS: ReadonlySet<string> = new Set(['date', 'dnsdomainname', 'domainname', 'hostname', 'pwd', 'whoami']);

interface Finding {
  readonly name: string;
  readonly effect: Effect;
}

/** What comes of it: the end of a sentence in English, one of its own in Japanese. */
interface Effect {
  readonly severity: Severity;
  readonly en: string;
  readonly ja: string;
}

const PARTLY: Effect = { severity: 'warning', en: ', so it becomes nothing here', ja: 'ここでは空になります。' };

const TESTED: Effect = {
  severity: 'hint',
  en: ', so the outcome of this condition never changes',
  ja: 'この条件の結果はいつも同じです。',
};

/** What it does to a value that a name in it becomes nothing. */
function effectOn(configuration: Configuration, setting: Setting): Effect {
  const { name, entry, service } = setting;
  const facts = factsOf(entry);
  // The lists of tables that proxymap(8) may open name whatever there might be.
  if (facts?.holds === 'proxymap list') return { ...PARTLY, severity: 'hint' };
  if (facts && service && !isReadBy(facts, service)) return { ...PARTLY, severity: 'info' };
  if (expandedEntry(configuration, entry, service)?.trim() !== '') return PARTLY;
  if (facts && mustNotBeEmpty(facts, configuration)) {
    return {
      severity: 'error',
      en: `: \`${name}\` is left without a value, and the programs that read it do not start`,
      ja: `\`${name}\` の値がなくなり、これを読むプログラムが起動しません。`,
    };
  }
  // Without the line the value would be the one of main.cf, or the default.
  const otherwise = service
    ? effectiveValue(configuration, name)?.expanded
    : defaultFor(configuration, name)?.value.trim();
  const severity = otherwise === '' ? 'info' : 'warning';
  return service
    ? {
        severity,
        en: `: \`${name}\` is empty for this service, whatever main.cf says`,
        ja: `main.cf の設定にかかわらず、このサービスの \`${name}\` は空になります。`,
      }
    : { severity, en: `: \`${name}\` is empty`, ja: `\`${name}\` は空になります。` };
}

function mustNotBeEmpty(facts: ParameterFacts, { version }: Configuration): boolean {
  switch (typeOf({ name: '', ...facts }, version)) {
    case 'string':
      return (facts.minLength ?? 0) > 0;
    case 'keyword':
      return !facts.mayBeEmpty;
    case 'keywords':
      return false;
    default:
      return !isIgnored(facts.deprecated, version);
  }
}

function isIgnored(deprecated: Deprecation | undefined, version: PostfixVersion): boolean {
  return deprecated?.ignoredSince !== undefined && isSince(version, deprecated.ignoredSince);
}

/**
 * Tells whether a name has a value somewhere: for postconf(1) a name in main.cf may also come from `-o` of a service
 * (pcf_flag_user_parameter).
 */
function definedNames(configuration: Configuration): (name: string, setting: Setting) => boolean {
  const { mainEntries, master, version } = configuration;
  const known = parametersOf(version);
  let overridden: ReadonlySet<string> | undefined;
  const isOverridden = (name: string) => {
    overridden ??= new Set((master?.services ?? []).flatMap((service) => [...overridesOf(service).keys()]));
    return overridden.has(name);
  };
  return (name, { service }) =>
    known.has(name) ||
    mainEntries.has(name) ||
    (service ? overridesOf(service).has(name) : isOverridden(name)) ||
    (master ? addedByService(configuration, name) !== undefined : serviceParameters(name).length > 0);
}

/** How many names are compared with the user's own: enough for any file that a person wrote. */
const PATIENCE = 50;

/** Finds the name that was most likely meant: one of the user's own, or of Postfix. Names are case-sensitive. */
function nearestNames({ mainEntries, version }: Configuration): (name: string) => string | undefined {
  const known = parametersOf(version);
  const asked = new Set<string>();
  let own: readonly string[] | undefined;
  return (name) => {
    const lowerCase = name.toLowerCase();
    if (known.has(lowerCase) || mainEntries.has(lowerCase)) return lowerCase;
    own ??= [...mainEntries.keys()].filter((other) => !known.has(other));
    const nearest = asked.size < PATIENCE ? nearestName(name, own) : undefined;
    asked.add(name);
    return nearest ?? nearestParameter(name, version);
  };
}

/** The parameters in which a program fills the name in. */
function parametersWith(name: string): string {
  const parameters = RUN_TIME_NAMES.flatMap(({ names, parameters = [] }) =>
    Object.hasOwn(names, name) ? parameters : [],
  );
  return [...new Set(parameters)].map((parameter) => `\`${parameter}\``).join(', ');
}

function isTested({ whenSet, whenEmpty }: ParameterNode): boolean {
  return whenSet !== undefined || whenEmpty !== undefined;
}

/** All of `$name`, or the name before `?` or `:`. */
function placeOf(node: ParameterNode, value: Slice): Slice {
  return isTested(node) ? nameOf(node, value) : subSlice(value, node.start, node.end);
}

function nameOf({ nameStart, name }: ParameterNode, value: Slice): Slice {
  return subSlice(value, nameStart, nameStart + name.length);
}

function doubled(at: Slice) {
  return { title: 'double', values: {}, edits: [{ at, newText: `$${textOf(at)}` }], safe: true } as const;
}
