// npm run docs: writes the reference pages below docs/reference/ from what the engine knows. A test compares them.
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
  say(`${pages.size} pages written to docs/reference/`);
});
