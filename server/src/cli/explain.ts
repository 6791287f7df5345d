import { createConfiguration } from '../engine/configuration/configuration';
import { parameterHelp } from '../engine/help/parameterHelp';
import { restrictionHelp } from '../engine/help/restrictionHelp';
import { ruleHelp } from '../engine/help/ruleHelp';
import { parametersOf } from '../engine/knowledge/parameters';
import { nearestName } from '../engine/nearest';
import { rules } from '../engine/rules/index';
import { findTarget, load } from './load';
import type { Options } from './options';
import { UsageError } from './options';
import { USAGE } from './usage';

/** `postfix-config explain`: the page of a rule, a parameter (with its value in /etc/postfix) or a restriction. */
export async function explain({ names, version, locale }: Options): Promise<number> {
  if (names.length === 0) throw new UsageError(USAGE[locale].explainWhat);
  const target = await findTarget(version);
  const loaded = load('/etc/postfix', target);
  const configuration = loaded.failures.length > 0 ? createConfiguration(target) : loaded.configuration;
  let status = 0;
  const pages: string[] = [];
  for (const name of names) {
    const rule = rules.find(({ id }) => id === name);
    const page = rule
      ? ruleHelp(rule, locale)
      : (parameterHelp(configuration, name, { locale }) ?? restrictionHelp(name, locale));
    if (page !== undefined) {
      pages.push(page);
      continue;
    }
    const known = [...rules.map(({ id }) => id), ...parametersOf(target.version).keys()];
    process.stderr.write(`postfix-config: ${USAGE[locale].unknownName(name, nearestName(name, known))}\n`);
    status = 2;
  }
  if (pages.length > 0) process.stdout.write(`${pages.join('\n\n---\n\n')}\n`);
  return status;
}
