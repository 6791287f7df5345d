import * as assert from 'node:assert/strict';
import { INITIAL, type ITokenTypeMap } from 'vscode-textmate';
import { grammar, type Language } from './tokens';

/** What package.json declares for both grammars (StandardTokenType.Other is 0). */
const TOKEN_TYPES: ITokenTypeMap = { 'string.unquoted': 0 };

const STRING_TYPE = 2;

async function types(language: Language, line: string, declared: ITokenTypeMap): Promise<Set<number>> {
  const loaded = await grammar(language, declared);
  const { tokens } = loaded.tokenizeLine2(line, INITIAL);
  const found = new Set<number>();
  // Each second number is the metadata; bits 8 and 9 hold the token type.
  for (let i = 1; i < tokens.length; i += 2) found.add(((tokens[i] ?? 0) >>> 8) & 3);
  return found;
}

describe('token types', () => {
  // VS Code offers no completion while typing inside strings, so plain words must not count as strings.
  for (const [language, line] of [
    ['main', 'myhostname = mail.example.jp [host]:25 /path lmdb:/x'],
    ['master', 'smtp inet n - n - - smtpd -o a=word extra'],
  ] as const) {
    it(`${language}.cf: words are no strings for the editor`, async () => {
      assert.ok((await types(language, line, {})).has(STRING_TYPE));
      assert.ok(!(await types(language, line, TOKEN_TYPES)).has(STRING_TYPE));
    });
  }
});
