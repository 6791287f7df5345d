import assert from 'node:assert/strict';
import { textsOf, withTexts } from '../../server/src/engine/configuration/configuration';
import { applySafeFixes, type Change, type MendedTexts } from '../../server/src/engine/fixes';
import { rules } from '../../server/src/engine/rules/index';
import { type LogicalLine, spanOf, textOf, wholeLine } from '../../server/src/engine/syntax/logicalLine';
import { parseMainCf } from '../../server/src/engine/syntax/mainCf';
import { parseMasterCf } from '../../server/src/engine/syntax/masterCf';
import { configurationOf, problemsIn } from '../check';
import { parseFixture, withoutMarks } from '../fixture';
import { places } from './places';
import { configurationDirectory, installedVersion, postconf, removeDirectory } from './postconf';

type Texts = Readonly<Record<string, string>>;

/** What postconf(1) says of each name, or of each service; undefined where it refuses to say anything. */
type Said = ReadonlyMap<string, string> | undefined;

const QUESTIONS = ['-n', '-x', '-M', '-P'] as const;

describe('a fix changes nothing but what it edits, as postconf sees it', function () {
  this.timeout(60_000);
  before(function () {
    if (!installedVersion) {
      console.log('skipped: there is no postconf on the PATH');
      this.skip();
    }
  });

  describe('in the examples of the rules', () => {
    for (const { id, examples } of rules) {
      examples.forEach(({ before, version }, i) => {
        const files = unmarked(parseFixture(before).files);
        const mended = mend(files, version);
        if (mended.applied.length > 0) it(`${id}, example ${i + 1}`, () => compare(files, mended));
      });
    }
  });

  describe('in real configurations', () => {
    for (const { name, files: bytes } of places()) {
      // The command refuses to write what is no UTF-8.
      const isText = Object.values(bytes).every((content) => Buffer.from(content.toString()).equals(content));
      const files = { 'main.cf': bytes['main.cf'].toString(), 'master.cf': bytes['master.cf'].toString() };
      const mended = isText ? mend(files, installedVersion) : undefined;
      if (mended && mended.applied.length > 0) it(name, () => compare(files, mended));
    }
  });
});

function unmarked(files: Texts): Texts {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, withoutMarks(text)]));
}

function mend(files: Texts, version = installedVersion): MendedTexts {
  const configuration = configurationOf(files, version === undefined ? {} : { version });
  return applySafeFixes(textsOf(configuration), (texts) => problemsIn(withTexts(configuration, texts)));
}

async function compare(before: Texts, { texts: after, changes }: MendedTexts): Promise<void> {
  const [then, now] = await Promise.all([ask(before), ask(after as Texts)]);
  const names = touchedNames(before['main.cf'] ?? '', after['main.cf'] ?? '', changes['main.cf']);
  const services = touchedServices(before['master.cf'] ?? '', after['master.cf'] ?? '', changes['master.cf']);
  const gone = new Set([...names].filter((name) => then['-n']?.has(name) && !now['-n']?.has(name)));
  for (const question of QUESTIONS) {
    const [old, said] = [then[question], now[question]];
    if (!old) continue;
    assert.ok(said, `postconf ${question} refuses what it did not refuse before`);
    const touched = question === '-M' || question === '-P' ? services : names;
    for (const name of new Set([...old.keys(), ...said.keys()])) {
      if (old.get(name) === said.get(name) || touched.has(name)) continue;
      // An expanded value shows what others say; it must not lose them.
      const isExpanded = question === '-x' && [then, now].every((answers) => !refersTo(name, gone, answers['-n']));
      if (isExpanded && [then, now].some((answers) => refersTo(name, names, answers['-n']))) continue;
      assert.fail(`postconf ${question} ${name}\n  before: ${old.get(name)}\n  after:  ${said.get(name)}`);
    }
  }
}

async function ask(files: Texts): Promise<Record<(typeof QUESTIONS)[number], Said>> {
  // Without one of the files postconf(1) answers nothing at all.
  const directory = configurationDirectory({ 'main.cf': '', 'master.cf': '', ...files });
  try {
    const says = async (options: readonly string[], nameOf: (line: string) => string): Promise<Said> => {
      const { status, stdout, pid } = await postconf('-c', directory, ...options);
      if (status !== 0) return undefined;
      const lines = new Map<string, string>();
      for (const line of stdout.split('\n').filter((text) => text !== '')) {
        const name = nameOf(line);
        // Its directory and process id are parameters, and others each time.
        const words = line.replaceAll(directory, '').replaceAll(` ${pid} `, ' ');
        lines.set(name, lines.has(name) ? `${lines.get(name)}\n${words}` : words);
      }
      return lines;
    };
    const parameter = (line: string) => line.slice(0, line.indexOf(' '));
    const service = (line: string) => line.split(/\s+/, 2).join('/');
    const [n, x, M, P] = await Promise.all([
      says(['-n'], parameter),
      says(['-n', '-x'], parameter),
      says(['-M'], service),
      says(['-P'], (line) => line.split('/', 2).join('/')),
    ]);
    return { '-n': n, '-x': x, '-M': M, '-P': P };
  } finally {
    removeDirectory(directory);
  }
}

function refersTo(name: string, names: ReadonlySet<string>, said: Said, seen = new Set<string>()): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  const value = said?.get(name) ?? '';
  return [...value.matchAll(/\$[({]?\s*(\w+)/g)].some(
    ([, other = '']) => names.has(other) || refersTo(other, names, said, seen),
  );
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where changes are in the text before and after them. */
function stretchesOf(before: string, after: string, changes: readonly Change[]): { old: Stretch[]; now: Stretch[] } {
  const [old, now]: [Stretch[], Stretch[]] = [[], []];
  let shift = 0;
  for (const { start, end, newText } of changes) {
    const from = start + shift;
    shift += newText.length - (end - start);
    const [gone, come] = [stretchIn(before, start, end), stretchIn(after, from, end + shift)];
    // Whole lines that come or go touch none of the others.
    if (start < end || !come.isWholeLines) old.push(gone);
    if (newText !== '' || !gone.isWholeLines) now.push(come);
  }
  return { old, now };
}

/** The newline at the end of whole lines is no part of the next one. */
function stretchIn(text: string, start: number, end: number): Stretch & { isWholeLines: boolean } {
  const isWholeLines = start < end && (start === 0 || text[start - 1] === '\n') && text[end - 1] === '\n';
  return { start, end: isWholeLines ? end - 1 : end, isWholeLines };
}

function isTouched(line: LogicalLine, stretches: readonly Stretch[]): boolean {
  const { start, end } = spanOf(wholeLine(line));
  return stretches.some((stretch) => stretch.start <= end && stretch.end >= start);
}

function touchedNames(before: string, after: string, changes: readonly Change[]): Set<string> {
  const { old, now } = stretchesOf(before, after, changes);
  const named = (text: string, stretches: readonly Stretch[]) =>
    parseMainCf(text)
      .entries.filter(({ name }) => isTouched(name.line, stretches))
      .map(({ name }) => textOf(name));
  return new Set([...named(before, old), ...named(after, now)]);
}

function touchedServices(before: string, after: string, changes: readonly Change[]): Set<string> {
  const { old, now } = stretchesOf(before, after, changes);
  const named = (text: string, stretches: readonly Stretch[]) =>
    parseMasterCf(text)
      .services.filter(({ line }) => isTouched(line, stretches))
      .map(({ service, type }) => `${textOf(service)}/${textOf(type)}`);
  return new Set([...named(before, old), ...named(after, now)]);
}
