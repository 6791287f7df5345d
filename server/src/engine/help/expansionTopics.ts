import { COMPATIBILITY_LEVELS } from '../knowledge/compatibilityLevels';
import {
  EXPANSION_FORMS,
  type ExpansionForm,
  FUNCTIONS,
  LEVEL_SUFFIX,
  OPERATORS,
  RUN_TIME_NAMES,
  type RunTimeName,
} from '../knowledge/expansions';
import type { Lifetime } from '../knowledge/version';
import type { Text } from '../locale';
import { code } from './markdown';
import type { Topic, TopicKind } from './topic';

/** The forms of `$`, their operators and functions, and the names that are filled in when a value is used. */
export function expansionTopics(): Topic[] {
  return [
    ...Object.values<ExpansionForm>(EXPANSION_FORMS).map((facts) => ({
      ...topicOf('expansion', facts.form, facts),
      notes: [exampleNote(facts)],
    })),
    ...Object.entries(OPERATORS).map(([name, facts]) => topicOf('expansion', name, facts)),
    topicOf('expansion', LEVEL_SUFFIX.suffix, LEVEL_SUFFIX),
    ...Object.entries(FUNCTIONS).map(([name, facts]) => topicOf('expansion', name, facts)),
    ...runTimeNames().map(([name, facts]) => ({
      ...topicOf('run-time name', `$${name}`, facts),
      notes: whereNotes(name),
    })),
  ];
}

/** The same name in several groups means the same. */
function runTimeNames(): [string, RunTimeName][] {
  return Object.entries(Object.assign({}, ...RUN_TIME_NAMES.map(({ names }) => names)));
}

function topicOf(kind: TopicKind, name: string, facts: Lifetime & { readonly text: Text }): Topic {
  return {
    kind,
    name,
    page: 'expansions',
    life: facts,
    text: facts.text,
    notes: [],
    manual: 'https://www.postfix.org/postconf.5.html',
  };
}

function exampleNote({ example }: ExpansionForm): Text {
  const [value, result] = [code(example.value), example.result];
  return {
    en: `${value} comes to ${result === '' ? 'nothing' : code(result)}.`,
    ja: `${value} は${result === '' ? '空になります' : ` ${code(result)} になります`}。`,
  };
}

/** The parameters in whose values a name is filled in; none where it is in all. */
function whereNotes(name: string): Text[] {
  const groups = RUN_TIME_NAMES.filter(({ names }) => Object.hasOwn(names, name));
  const parameters = [...new Set(groups.flatMap(({ parameters }) => parameters ?? []))].map(code);
  if (parameters.length === 0) return [];
  return [{ en: `In: ${parameters.join(', ')}.`, ja: `使える所: ${parameters.join('、')}。` }];
}

/** The compatibility levels, and the defaults that change with each. */
export function levelTopics(): Topic[] {
  return COMPATIBILITY_LEVELS.map(({ level, text, parameters, columns = [], ...life }) => ({
    kind: 'compatibility level',
    name: level,
    page: 'compatibility',
    life,
    text,
    notes: changesNotes([...parameters, ...columns.map((column) => `master.cf: ${column}`)]),
    manual: 'https://www.postfix.org/COMPATIBILITY_README.html',
  }));
}

function changesNotes(names: readonly string[]): Text[] {
  if (names.length === 0) return [];
  const list = names.map(code);
  return [{ en: `Changes: ${list.join(', ')}.`, ja: `変わるもの: ${list.join('、')}。` }];
}
