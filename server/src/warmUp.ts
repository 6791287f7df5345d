import { createConfiguration } from './engine/configuration/configuration';
import { NEWEST } from './engine/knowledge/version';
import { lint } from './engine/lint';
import { rules } from './engine/rules/index';
import { parseMainCf } from './engine/syntax/mainCf';
import { parseMasterCf } from './engine/syntax/masterCf';

/** Enough for V8 to compile what is used often; about a tenth of a second in all. */
const ROUNDS = 3;

/**
 * Checks the examples of the rules once the server has nothing else to do, so that the code is compiled before the first
 * keystroke: that one would take several times as long as the hundredth. One example at a time: a request that comes
 * meanwhile waits for less than a millisecond.
 */
export function warmUp(): void {
  const texts = rules.flatMap(({ examples }) => examples.map(({ before }) => before));
  let next = 0;
  const step = () => {
    const text = texts[next % texts.length];
    if (text === undefined || next++ >= texts.length * ROUNDS) return;
    checkExample(text);
    setImmediate(step);
  };
  setImmediate(step);
}

function checkExample(example: string): void {
  const [main = '', master] = example.split('-- master.cf --\n');
  const configuration = createConfiguration({
    version: NEWEST,
    main: parseMainCf(main),
    master: parseMasterCf(master ?? 'smtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\n'),
  });
  lint(configuration, { locale: 'en' });
}
