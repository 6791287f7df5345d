import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** Imports point one way: what each folder may import, as docs/architecture.md says. Later lines win. */
const root = path.join(__dirname, '../..');
const ENGINE = 'server/src/engine';
const ALLOWED: readonly (readonly [folder: string, allowed: readonly string[]])[] = [
  [`${ENGINE}/syntax`, [`${ENGINE}/syntax`, `${ENGINE}/ownCopy`]],
  [`${ENGINE}/knowledge`, [`${ENGINE}/knowledge`, `${ENGINE}/locale`]],
  [`${ENGINE}/configuration`, [`${ENGINE}/configuration`, `${ENGINE}/syntax`, `${ENGINE}/knowledge`]],
  [`${ENGINE}/access`, [`${ENGINE}/access`, `${ENGINE}/configuration`, `${ENGINE}/syntax`, `${ENGINE}/knowledge`]],
  [`${ENGINE}/rules`, [ENGINE]],
  [`${ENGINE}/help`, [ENGINE]],
  [
    'server/src/features',
    [
      ENGINE,
      'server/src/features',
      'server/src/files',
      'vscode-languageserver-types',
      'vscode-languageserver-textdocument',
    ],
  ],
  ['client/src', ['client/src', 'vscode', 'vscode-languageclient', 'node:']],
];

function sources(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(name);
    return name.endsWith('.ts') ? [name] : [];
  });
}

/** The modules that a file imports: relative ones as paths from the root. */
function importsOf(file: string): string[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name,
  );
}

describe('imports', () => {
  for (const [folder, allowed] of ALLOWED) {
    it(`${folder} imports only what it may`, () => {
      for (const file of sources(folder)) {
        for (const name of importsOf(file)) {
          assert.ok(
            allowed.some((prefix) => name === prefix || name.startsWith(prefix.endsWith(':') ? prefix : `${prefix}/`)),
            `${file} imports ${name}`,
          );
        }
      }
    });
  }

  it('the engine imports nothing from outside', () => {
    for (const file of sources(ENGINE)) {
      for (const name of importsOf(file)) assert.ok(name.startsWith(`${ENGINE}/`), `${file} imports ${name}`);
    }
  });

  it('no rule imports another rule', () => {
    const ids = new Set(importsOf(`${ENGINE}/rules/index.ts`));
    for (const file of sources(`${ENGINE}/rules`)) {
      if (file.endsWith('/index.ts')) continue;
      for (const name of importsOf(file)) {
        assert.ok(!ids.has(name) || name.endsWith('/rule'), `${file} imports ${name}`);
      }
    }
  });
});
