import { TABLE_CLIENTS } from '../knowledge/tableClients';
import { TABLE_TYPES, type TableTypeFacts } from '../knowledge/tableTypes';
import type { Text } from '../locale';
import { code } from './markdown';
import { manualUrl, needsNotes } from './tableHelp';
import type { Topic } from './topic';

/** The types of lookup tables, and what the settings file of a database client may say. */
export function tableTopics(): Topic[] {
  return Object.entries(TABLE_TYPES).map(([name, facts]) => ({
    kind: 'table type',
    name,
    page: 'tables',
    life: facts,
    text: facts.text,
    notes: [...buildNotes(name, facts), ...needsNotes(facts)],
    words: Object.entries(TABLE_CLIENTS[name] ?? {}).map(([setting, about]) => ({
      name: setting,
      life: about,
      text: about.text,
    })),
    manual: manualUrl(facts),
  }));
}

function buildNotes(type: string, { suffixes, patterns }: TableTypeFacts): Text[] {
  const notes: Text[] = [];
  if (suffixes) {
    const files = suffixes.map((suffix) => code(`name${suffix}`));
    notes.push({
      en: `Built by ${code(`postmap ${type}:name`)}, as ${files.join(' and ')}.`,
      ja: `${code(`postmap ${type}:name`)} で作り、${files.join(' と ')} ができます。`,
    });
  }
  if (patterns) {
    notes.push({
      en: 'Its keys are patterns; the first that matches wins.',
      ja: 'キーはパターンで、最初に一致したものを使います。',
    });
  }
  return notes;
}
