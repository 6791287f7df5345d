import * as fs from 'node:fs';
import * as path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import {
  type IEmbeddedLanguagesMap,
  type IGrammar,
  INITIAL,
  type ITokenTypeMap,
  parseRawGrammar,
  Registry,
  type StateStack,
} from 'vscode-textmate';

export const ROOT = path.join(__dirname, '../../..');

export type Language = 'main' | 'master';

export interface Token {
  text: string;
  scopes: string[];
}

let library: Promise<void> | undefined;

async function createRegistry(): Promise<Registry> {
  const wasm = fs.readFileSync(path.join(ROOT, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  library ??= loadWASM(new Uint8Array(wasm).buffer);
  await library;
  return new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const file = path.join(ROOT, 'syntaxes', `${scope.replace('source.', '')}.tmLanguage.json`);
      return fs.existsSync(file) ? parseRawGrammar(fs.readFileSync(file, 'utf8'), file) : null;
    },
  });
}

/** The grammar object VS Code would build. A registry keeps its first configuration, so each call has its own. */
export async function grammar(language: Language, tokenTypes: ITokenTypeMap = {}): Promise<IGrammar> {
  const embeddedLanguages: IEmbeddedLanguagesMap = {};
  const registry = await createRegistry();
  const loaded = await registry.loadGrammarWithConfiguration(`source.postfix-${language}`, 1, {
    embeddedLanguages,
    tokenTypes,
  });
  if (!loaded) throw new Error(`no grammar for ${language}`);
  return loaded;
}

const shared = new Map<Language, Promise<IGrammar>>();

function sharedGrammar(language: Language): Promise<IGrammar> {
  const loaded = shared.get(language) ?? grammar(language);
  shared.set(language, loaded);
  return loaded;
}

export async function tokenize(language: Language, text: string): Promise<Token[]> {
  const loaded = await sharedGrammar(language);
  const tokens: Token[] = [];
  let state: StateStack = INITIAL;
  for (const line of text.split('\n')) {
    const result = loaded.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const token of result.tokens) {
      tokens.push({ text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes });
    }
  }
  return tokens;
}

/** ASCII blanks carry no colour, so they are left out; other blanks are shown by their code point. */
function show(text: string): string {
  return text.replace(
    /[^\x20-\x7e]/gu,
    (ch) => `<U+${ch.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}

/** One string for each token: the text, two blanks, and the innermost scope without its common ending. */
export async function colours(language: Language, text: string): Promise<string[]> {
  const tokens = await tokenize(language, text);
  return tokens
    .filter((token) => /[^ \t\r]/.test(token.text))
    .map((token) => {
      const scope = token.scopes.at(-1) ?? '';
      const shown = scope.startsWith('source.') || scope.startsWith('meta.') ? '-' : scope.replace(/\.postfix$/, '');
      return `${show(token.text.replace(/^[ \t\r]+|[ \t\r]+$/g, ''))}  ${shown}`;
    });
}

/** Reads the expected side of a test: one token a line, indentation and empty lines do not count. */
export function expected(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
