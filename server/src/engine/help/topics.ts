import { rules } from '../rules/index';
import { actionTopics } from './actionTopics';
import { expansionTopics, levelTopics } from './expansionTopics';
import { parameterTopics, serviceParameterTopics } from './parameterTopics';
import { restrictionTopics } from './restrictionHelp';
import { ruleTopic } from './ruleTopics';
import { serviceTopics } from './serviceTopics';
import { tableTopics } from './tableTopics';
import type { Topic } from './topic';

/** Everything that can be looked up, parameters first. */
export function allTopics(): Topic[] {
  return [
    ...parameterTopics(),
    ...serviceParameterTopics(),
    ...serviceTopics(),
    ...restrictionTopics(),
    ...actionTopics(),
    ...tableTopics(),
    ...expansionTopics(),
    ...levelTopics(),
    ...rules.map(ruleTopic),
  ];
}

/** The topics that a word on the command line names: `relayhost`, `$name`, `hash:`, `-o`, `submission` for `submission inet`. */
export function topicsNamed(word: string): Topic[] {
  const name = word.replace(/(?<=.):$/, '');
  return allTopics().filter(
    (topic) => topic.name === name || (topic.kind === 'service' && topic.name.split(' ')[0] === name),
  );
}
