import {
  type AttributeFacts,
  COLUMNS,
  DAEMON_OPTIONS,
  PROGRAMS,
  type ProgramFacts,
  SERVICE_TYPES,
} from '../knowledge/services';
import { INET_SERVICES, LOCAL_SERVICES, type StockService } from '../knowledge/stockServices';
import type { Lifetime } from '../knowledge/version';
import type { Text } from '../locale';
import { code } from './markdown';
import type { Topic, TopicWord } from './topic';

const PAGE = 'services';

/** What stands in master.cf: columns, service types, options, programs with their attributes, stock services. */
export function serviceTopics(): Topic[] {
  return [
    ...Object.entries(COLUMNS).map(([name, { text, values }]) => ({
      ...topicOf('column', name, text),
      words: wordsOf(values ?? {}),
    })),
    ...Object.entries(SERVICE_TYPES).map(([name, facts]) => ({
      ...topicOf('service type', name, facts.text),
      life: facts,
    })),
    ...Object.entries(DAEMON_OPTIONS).map(([letter, { text }]) => topicOf('option', `-${letter}`, text)),
    ...Object.entries(PROGRAMS).map(([name, facts]) => programTopic(name, facts)),
    ...Object.entries(INET_SERVICES).map(([name, service]) => stockTopic(`${name} inet`, service)),
    ...Object.entries(LOCAL_SERVICES).map(([name, service]) =>
      stockTopic(`${name} ${service.entries.at(-1)?.type}`, service),
    ),
  ];
}

function topicOf(kind: Topic['kind'], name: string, text: Text): Topic {
  return { kind, name, page: PAGE, life: {}, text, notes: [] };
}

function wordsOf(values: Readonly<Record<string, Lifetime & { readonly text: Text }>>, prefix = ''): TopicWord[] {
  return Object.entries(values).map(([name, facts]) => ({ name: prefix + name, life: facts, text: facts.text }));
}

function programTopic(name: string, facts: ProgramFacts): Topic {
  const { attributes = {}, sameAs } = facts;
  return {
    ...topicOf('program', name, facts.text),
    life: facts,
    notes: requirementNotes(facts),
    words: Object.entries(attributes).flatMap(([attribute, about]) => attributeWords(attribute, about)),
    manual: `https://www.postfix.org/${sameAs ?? name}.8.html`,
  };
}

/** An attribute, the letters of its value, and the names that are replaced in it. */
function attributeWords(name: string, facts: AttributeFacts): TopicWord[] {
  return [
    { name: `${name}=`, life: facts, text: facts.text },
    ...wordsOf(facts.letters ?? {}, `${name}=`),
    ...Object.entries(facts.macros ?? {}).map(([macro, about]) => ({
      name: `\${${macro}}`,
      life: about,
      text: about.text,
    })),
  ];
}

/** What the columns must say. */
function requirementNotes({ requires }: ProgramFacts): Text[] {
  if (!requires) return [];
  const columns = [
    ...(requires.unprivileged ? [`unprivileged ${requires.unprivileged}`] : []),
    ...(requires.process_limit ? [`process_limit ${requires.process_limit}`] : []),
  ].map(code);
  return columns.length === 0
    ? []
    : [{ en: `Requires: ${columns.join(', ')}`, ja: `必要な設定: ${columns.join('、')}` }];
}

function stockTopic(name: string, { text, op25b, entries }: StockService): Topic {
  const first = entries[0];
  return {
    ...topicOf('service', name, text),
    life: first ?? {},
    ...(op25b && { op25b: { en: op25b.en, ja: op25b.ja } }),
    ...(op25b?.example && { examples: [{ label: 'copy', language: 'postfix-master', text: op25b.example }] }),
  };
}
