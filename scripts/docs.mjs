// npm run docs: writes what is made of the engine's knowledge: the reference pages below docs/reference/, and the schema of
// .postfix-config.json. A test compares them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root, runMain, say } from './steps.mjs';

const target = path.join(root, 'docs/reference');

await runMain(() => {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], { cwd: root, stdio: 'inherit' });
  const { referencePages } = createRequire(import.meta.url)('../out/server/src/docs/pages.js');
  for (const locale of ['en', 'ja']) fs.rmSync(path.join(target, locale), { recursive: true, force: true });
  const pages = referencePages();
  for (const [file, text] of pages) {
    fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    fs.writeFileSync(path.join(target, file), text);
  }
  const { settingsSchema } = createRequire(import.meta.url)('../out/server/src/docs/schema.js');
  fs.writeFileSync(path.join(root, 'schemas/postfix-config.schema.json'), settingsSchema());
  say(`${pages.size} pages written to docs/reference/`);
});
