// `npm run test:desktop`: test/vscode/*.test.ts in a desktop VS Code, which is downloaded. For those who have a screen;
// `npm test` runs the same tests without one. An argument names the version: 1.96.4, stable, insiders.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildPackage } from './package.mjs';
import { installModules, root, run, runMain, Stop, tail } from './steps.mjs';
import { unpackVsix } from './vsix.mjs';

await runMain(async () => {
  await installModules();
  const compiled = await run(process.execPath, ['node_modules/typescript/bin/tsc', '-b']);
  if (!compiled.ok) throw new Stop(`The tests cannot be compiled:\n${tail(compiled.output, 40)}`);
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-config-desktop-'));
  try {
    const folder = path.join(work, 'workspace');
    fs.cpSync(path.join(root, 'test/vscode/workspace'), folder, { recursive: true });
    unpackVsix(await buildPackage(), path.join(work, 'extension'));
    return await runTests({
      version: process.argv[2] ?? 'stable',
      extensionDevelopmentPath: path.join(work, 'extension'),
      extensionTestsPath: path.join(root, 'out/test/vscode/index.js'),
      launchArgs: [
        folder,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--user-data-dir',
        path.join(work, 'data'),
      ],
    });
  } finally {
    fs.rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
