// A postconf that leaves a mark when it is run: the tests see whether the extension ran it.
import fs from 'node:fs';
import path from 'node:path';

const program = `#!/bin/sh
echo "$*" >> "$POSTCONF_MARKER"
case " $* " in
  *" -h "*) echo 3.7.11 ;;
  *) echo 'mail_version = 3.7.11' ;;
esac
`;

/** The environment in which it is found first. @param {string} folder for the program and its mark */
export function fakePostconf(folder) {
  const programs = path.join(folder, 'bin');
  const marks = path.join(folder, 'marks');
  fs.mkdirSync(programs, { recursive: true });
  fs.mkdirSync(marks, { recursive: true });
  fs.writeFileSync(path.join(programs, 'postconf'), program, { mode: 0o755 });
  return { POSTCONF_MARKER: path.join(marks, 'postconf'), PATH: `${programs}${path.delimiter}${process.env.PATH}` };
}
