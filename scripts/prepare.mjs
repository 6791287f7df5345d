// npm runs this where it installs from the repository: it builds the programs, which are not in it.
import { installModules, runMain } from './steps.mjs';

await runMain(async () => {
  // With --global, as pre-commit says it too, npm forgets the devDependencies: https://github.com/npm/cli/issues/8440
  delete process.env.npm_config_global;
  await installModules();
  await import('../esbuild.mjs');
});
