import {
  ACCESS_ACTIONS,
  type ActionFacts,
  CLIENT_HEADER_CHECK_ACTIONS,
  HEADER_CHECK_ACTIONS,
  OTHER_ACCESS_RESULTS,
  POSTSCREEN_ACCESS_ACTIONS,
} from '../knowledge/actions';
import type { Text } from '../locale';
import { code } from './markdown';
import type { Topic, TopicKind } from './topic';

/** What the right-hand side of an access table, of header and body checks, of the postscreen access list can say. */
export function actionTopics(): Topic[] {
  return [
    ...topicsOf('access action', { ...ACCESS_ACTIONS, ...OTHER_ACCESS_RESULTS }, 'access.5'),
    ...topicsOf('header check action', HEADER_CHECK_ACTIONS, 'header_checks.5'),
    ...topicsOf('postscreen access action', POSTSCREEN_ACCESS_ACTIONS, 'postconf.5'),
  ];
}

function topicsOf(kind: TopicKind, actions: Readonly<Record<string, ActionFacts>>, page: string): Topic[] {
  return Object.entries(actions).map(([name, facts]) => ({
    kind,
    name,
    page: 'actions',
    life: facts,
    text: facts.text,
    notes: notesOf(kind, name, facts),
    manual: `https://www.postfix.org/${page}.html`,
  }));
}

function notesOf(
  kind: TopicKind,
  name: string,
  { aliasOf, argument, form, codeParameter, notIn }: ActionFacts,
): Text[] {
  const notes: Text[] = [];
  const add = (en: string, ja: string) => notes.push({ en, ja });
  if (aliasOf) add(`The same as ${code(aliasOf)}.`, `${code(aliasOf)} と同じです。`);
  if (form && argument) {
    const { en, ja } = FORMS[form];
    add(
      `After it: ${en}${argument === 'optional' ? ', if you like' : ''}.`,
      `後ろに書くもの: ${ja}${argument === 'optional' ? '（省略できます）' : ''}。`,
    );
  }
  if (codeParameter) add(`Reply code: ${code(codeParameter)}.`, `応答コード: ${code(codeParameter)}。`);
  if (notIn) add(`Not in: ${notIn.map(code).join(', ')}.`, `使えないパラメータ: ${notIn.map(code).join('、')}。`);
  if (kind === 'header check action' && Object.hasOwn(CLIENT_HEADER_CHECK_ACTIONS, name)) {
    add(
      'Also in the checks of the SMTP client: `smtp_header_checks`, `smtp_body_checks` and their like.',
      '`smtp_header_checks` や `smtp_body_checks` など、SMTPクライアントの検査でも使えます。',
    );
  }
  return notes;
}

const FORMS: Readonly<Record<NonNullable<ActionFacts['form']>, Text>> = {
  'reply text': { en: 'the text of the reply', ja: '応答の文' },
  'log text': { en: 'text for the log', ja: 'ログに残す文' },
  address: { en: 'an address, `user@example.jp`', ja: 'アドレス（`user@example.jp`）' },
  transport: { en: '`transport:destination`', ja: '`transport:destination`' },
  header: { en: 'a header, `Name: value`', ja: 'ヘッダー（`Name: value`）' },
  restrictions: { en: 'names of restrictions', ja: '制限の名前' },
};
