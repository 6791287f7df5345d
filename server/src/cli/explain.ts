import { type Configuration, createConfiguration } from '../engine/configuration/configuration';
import { parameterHelp } from '../engine/help/parameterHelp';
import { topicHelp } from '../engine/help/topicHelp';
import { allTopics, topicsNamed } from '../engine/help/topics';
import type { Locale } from '../engine/locale';
import { nearestName } from '../engine/nearest';
import { findTarget, load } from './load';
import type { Options } from './options';
import { UsageError } from './options';
import { USAGE } from './usage';

/** `postfix-config explain`: all that is known of a name; of a parameter also its value in /etc/postfix. */
export async function explain({ names, version, locale }: Options): Promise<number> {
  if (names.length === 0) throw new UsageError(USAGE[locale].explainWhat);
  const target = await findTarget(version);
  const loaded = load('/etc/postfix', target);
  const configuration = loaded.failures.length > 0 ? createConfiguration(target) : loaded.configuration;
  let status = 0;
  const pages: string[] = [];
  for (const name of names) {
    const found = pagesOf(configuration, name, locale);
    pages.push(...found);
    if (found.length > 0) continue;
    const known = allTopics().map((topic) => topic.name);
    process.stderr.write(`postfix-config: ${USAGE[locale].unknownName(name, nearestName(name, known))}\n`);
    status = 2;
  }
  if (pages.length > 0) process.stdout.write(`${pages.join('\n\n---\n\n')}\n`);
  return status;
}

/** The page of a parameter tells its value here; the same name may also be that of a service or a program. */
function pagesOf(configuration: Configuration, name: string, locale: Locale): string[] {
  const parameter = parameterHelp(configuration, name, { locale });
  const topics = topicsNamed(name).filter(({ kind }) => kind !== 'parameter');
  return [...(parameter === undefined ? [] : [parameter]), ...topics.map((topic) => topicHelp(topic, locale))];
}
