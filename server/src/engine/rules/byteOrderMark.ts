import { isBlank, type SourceFile, type Span } from '../syntax/document';
import { rule } from './rule';

/** Reports U+FEFF at the beginning of a file: Postfix takes it for the first character of the first word. */
export const byteOrderMark = rule({
  id: 'byte-order-mark',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Byte order mark',
    why: 'An editor saved the file as "UTF-8 with BOM". Postfix takes the invisible mark for text: a setting on the first line is lost, and with a comment there no Postfix program starts.',
    messages: {
      found: () =>
        'The file begins with an invisible byte order mark, which Postfix takes for part of the first word. Save it as UTF-8 without BOM.',
      remove: () => 'Remove the byte order mark',
    },
  },
  ja: {
    title: 'バイトオーダーマーク（BOM）',
    why: 'エディターがファイルを「BOM 付き UTF-8」で保存しています。Postfix はこの見えない文字も普通の文字として読むため、1行目の設定は失われます。1行目がコメントなら、Postfix は起動しません。',
    messages: {
      found: () =>
        'ファイルの先頭に見えない BOM があり、最初の単語の一部として読まれます。BOM なしの UTF-8 で保存してください。',
      remove: () => 'BOM を削除',
    },
  },
  examples: [
    {
      before: '\ufeffcompatibility_level = 3.6\n#^^^^^^^^^^^^^^^^^^^ byte-order-mark\n',
      after: 'compatibility_level = 3.6\n',
      proof: { by: 'postconf', says: 'unused parameter: ???compatibility_level=3.6' },
    },
    { before: 'compatibility_level = 3.6\n' },
  ],
  check({ main, master }, report) {
    for (const file of [main?.file, master?.file]) {
      if (!file?.text.startsWith('\ufeff')) continue;
      report({
        at: firstWord(file),
        message: 'found',
        values: {},
        fixes: [{ title: 'remove', values: {}, edits: [{ at: { file, start: 0, end: 1 }, newText: '' }], safe: true }],
      });
    }
  },
});

/** The mark alone has no width: nobody would see it underlined. */
function firstWord(file: SourceFile): Span {
  let end = 1;
  while (end < file.text.length && !isBlank(file.text.charCodeAt(end))) end++;
  return { file, start: 0, end };
}
