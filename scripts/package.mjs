// `npm run package`: builds the extension, packs it as postfix-config-<version>.vsix and checks what got in.
import fs from 'node:fs';
import path from 'node:path';
import { installModules, root, run, runMain, Stop, say, secondsSince, tail } from './steps.mjs';
import { readVsix } from './vsix.mjs';

const sizeLimit = 1_000_000;

/** What must never be shipped. */
const unwanted = [/\.map$/, /(^|\/)node_modules\//, /\.test\.[cm]?[jt]s$/, /(^|\/)tests?\//, /\.tsx?$/, /(^|\/)\./];

const manifest = () => JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Where the package is written. */
export const vsixFile = () => path.join(root, `${manifest().name}-${manifest().version}.vsix`);

/** Builds the package and hands back its path. */
export async function buildPackage() {
  const since = Date.now();
  say('Building and packaging the extension …');
  const file = vsixFile();
  const unfinished = `${file}.part`;
  const build = await run(process.execPath, ['esbuild.mjs']);
  if (!build.ok) throw new Stop(`esbuild failed:\n${tail(build.output, 40)}`);
  removeOlder(path.join(root, 'dist'), since);
  const vsce = await run(process.execPath, [
    path.join(root, 'node_modules/@vscode/vsce/vsce'),
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    ...['--out', unfinished],
  ]);
  if (!vsce.ok || !fs.existsSync(unfinished)) throw new Stop(`vsce failed:\n${tail(vsce.output, 40)}`);
  for (const name of fs.readdirSync(root)) if (name.endsWith('.vsix')) fs.rmSync(path.join(root, name));
  fs.renameSync(unfinished, file);
  say(`  done in ${secondsSince(since)} s`);
  return file;
}

/** Removes what an earlier build left behind: it would be shipped. @param {string} folder @param {number} since */
function removeOlder(folder, since) {
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    if (fs.statSync(file).mtimeMs < since - 1000) fs.rmSync(file, { recursive: true });
  }
}

/** The files that package.json refers to. @param {any} source a parsed package.json */
function namedFiles({ main, bin = {}, icon, contributes = {} }) {
  const { languages = [], grammars = [], snippets = [] } = contributes;
  const paths = [
    main,
    icon,
    ...Object.values(bin),
    ...languages.flatMap((/** @type {any} */ { configuration, icon }) => [configuration, icon?.light, icon?.dark]),
    ...grammars.map((/** @type {any} */ { path }) => path),
    ...snippets.map((/** @type {any} */ { path }) => path),
  ];
  return paths.filter(Boolean).map((name) => path.posix.normalize(name));
}

/** The pictures that a page refers to, as paths in the package. @param {string} markdown */
const pictures = (markdown) =>
  [...markdown.matchAll(/!\[[^\]]*\]\(([^)\s]+)|<img[^>]*\ssrc="([^"]+)"/g)]
    .map(([, inMarkdown, inHtml]) => inMarkdown ?? inHtml)
    .filter((target) => !/^[a-z]+:/i.test(target))
    .map((target) => path.posix.normalize(target));

/** @param {string} file @returns {string[]} one sentence for each thing that is wrong with the package */
export function checkPackage(file) {
  const problems = [];
  const { size } = fs.statSync(file);
  if (size >= sizeLimit) problems.push(`The package has ${size} bytes; it must stay under ${sizeLimit}.`);
  const files = readVsix(file);
  const names = [...files.keys()].filter((name) => name.startsWith('extension/')).map((name) => name.slice(10));
  for (const name of names) {
    if (unwanted.some((pattern) => pattern.test(name))) problems.push(`The package must not contain ${name}.`);
  }
  // vsce gives some files a name of its own: readme.md, changelog.md, LICENSE.txt.
  const present = new Set(names.map((name) => name.toLowerCase()));
  const wanted = [
    ...namedFiles(manifest()),
    ...['readme.md', 'README.ja.md'].flatMap((page) => pictures(files.get(`extension/${page}`)?.toString() ?? '')),
    'readme.md',
    'README.ja.md',
    'changelog.md',
    'LICENSE.txt',
    'package.nls.json',
    'package.nls.ja.json',
  ];
  for (const name of new Set(wanted)) {
    if (!present.has(name.toLowerCase())) problems.push(`The package lacks ${name}.`);
  }
  return problems;
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    await installModules();
    const file = await buildPackage();
    const problems = checkPackage(file);
    for (const problem of problems) say(problem);
    say(`${path.basename(file)}: ${fs.statSync(file).size} bytes, ${readVsix(file).size} files`);
    return problems.length > 0 ? 1 : 0;
  });
}
