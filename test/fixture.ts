/**
 * Fixtures are Postfix configurations with marks in them, so that the same text can be given to the real postconf(1).
 *
 * `-- master.cf --` begins a file (main.cf when absent), `<|>` is the cursor, and `#   ^^^^ label` labels the characters
 * above the carets; a `#` that touches the first caret counts as one, for column 0.
 */
export interface Fixture {
  /** File name → text, marks included. */
  readonly files: Readonly<Record<string, string>>;
  readonly marks: readonly Mark[];
  readonly cursor?: { readonly file: string; readonly offset: number };
}

export interface Mark {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export function parseFixture(source: string): Fixture {
  const files: Record<string, string> = {};
  let name = 'main.cf';
  for (const line of source.split(/(?<=\n)/)) {
    const header = /^-- (\S+) --\r?\n?$/.exec(line);
    if (header) {
      name = header[1] as string;
      files[name] = '';
    } else {
      files[name] = (files[name] ?? '') + line;
    }
  }
  let cursor: Fixture['cursor'];
  for (const [file, text] of Object.entries(files)) {
    const offset = text.indexOf('<|>');
    if (offset < 0) continue;
    cursor = { file, offset };
    files[file] = text.slice(0, offset) + text.slice(offset + 3);
  }
  const marks = Object.entries(files).flatMap(([file, text]) => marksIn(file, text));
  return { files, marks, ...(cursor && { cursor }) };
}

const MARK = /^#( *)(\^+) +(\S+)\s*$/;

function marksIn(file: string, text: string): Mark[] {
  const marks: Mark[] = [];
  let offset = 0;
  let marked = 0;
  for (const line of text.split('\n')) {
    const mark = MARK.exec(line);
    if (mark) {
      const [, blanks = '', carets = '', label = ''] = mark;
      const start = marked + (blanks === '' ? 0 : 1 + blanks.length);
      marks.push({ file, start, end: start + carets.length + (blanks === '' ? 1 : 0), label });
    } else {
      marked = offset;
    }
    offset += line.length + 1;
  }
  return marks;
}

/** A text without its marks. */
export function withoutMarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !MARK.test(line))
    .join('\n');
}
