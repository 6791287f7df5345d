import assert from 'node:assert/strict';
import { parameterNamed, parametersOf, serviceParameters } from '../../server/src/engine/knowledge/parameters';
import { parameterText } from '../../server/src/engine/knowledge/sharedTexts';
import type { PostfixVersion } from '../../server/src/engine/knowledge/version';
import { ours } from './ours';
import { configurationDirectory, installedVersion, postconf, removeDirectory } from './postconf';

/** Every program that adds parameters for its services, once. */
const MASTER = ['local', 'virtual', 'smtp', 'lmtp', 'error', 'pipe', 'spawn']
  .map(
    (program) =>
      `${program} unix - n n - - ${program}${/pipe|spawn/.test(program) ? ' user=mail argv=/bin/true' : ''}\n`,
  )
  .join('');

describe('what we know of every parameter, beside the real postconf', function () {
  this.timeout(60_000);
  const version = installedVersion as PostfixVersion;
  let theirs: Map<string, string>;
  let mine: Map<string, string>;

  before(async function () {
    if (!installedVersion) {
      console.log('skipped: there is no postconf on the PATH');
      return this.skip();
    }
    const directory = configurationDirectory({ 'main.cf': '', 'master.cf': MASTER });
    try {
      const answer = await postconf('-c', directory, '-d');
      theirs = defaultsIn(answer.stdout);
      mine = defaultsIn(await ours({ 'main.cf': '', 'master.cf': MASTER }, directory, 'd', answer.pid));
      console.log(`      Postfix ${version}: ${theirs.size} parameters`);
    } finally {
      removeDirectory(directory);
    }
  });

  it('it has those names and no others', () => {
    assert.deepEqual([...mine.keys()].sort(), [...theirs.keys()].sort());
    assert.ok(theirs.size > 850, `${theirs.size} names`);
  });

  it('they have those defaults', () => {
    for (const [name, value] of theirs) assert.equal(mine.get(name), value, name);
  });

  it('each is explained in both languages, and has a type', () => {
    for (const name of theirs.keys()) {
      const parameter = parameterNamed(name) ?? parameterNamed(serviceParameters(name)[0]?.defaultsTo ?? '');
      assert.ok(parameter, name);
      assert.ok(parameter.type, name);
      const text = parameterText(parameter);
      assert.ok(text?.en && text.ja, name);
    }
  });

  it('a name that only older or newer versions have is not among them', () => {
    for (const name of parametersOf(version).keys()) {
      if (!theirs.has(name)) assert.ok(parameterNamed(name)?.legacySince, name);
    }
  });
});

/** `name = value`, one for each line. */
function defaultsIn(printed = ''): Map<string, string> {
  const lines = printed.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' =')), line.slice(line.indexOf(' =') + 2).trim()]));
}
