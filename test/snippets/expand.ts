import * as fs from 'node:fs';
import * as path from 'node:path';

export const ROOT = path.join(__dirname, '../../..');

export interface Snippet {
  name: string;
  prefix: string[];
  description: string;
  body: string;
}

type Part = string | { stop: number; inside: Part[] | undefined; choices: string[] | undefined };

/** Reads the part of the TextMate snippet syntax that our snippets use; anything else is an error. */
class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  all(): Part[] {
    const parts = this.parts('');
    if (this.at < this.text.length) throw new Error(`unexpected ${this.text[this.at]} in ${this.text}`);
    return parts;
  }

  private parts(close: string): Part[] {
    const parts: Part[] = [];
    while (this.at < this.text.length && this.text[this.at] !== close) parts.push(this.part());
    return parts;
  }

  private part(): Part {
    const rest = this.text.slice(this.at);
    const plain = /^(?:\\[\\$}]|[^\\$}])/u.exec(rest) ?? /^\}/.exec(rest);
    if (plain) {
      this.at += plain[0].length;
      return plain[0].replace(/^\\/, '');
    }
    const simple = /^\$(?:(\d+)|\{(\d+)\})/.exec(rest);
    if (simple) {
      this.at += simple[0].length;
      return { stop: Number(simple[1] ?? simple[2]), inside: undefined, choices: undefined };
    }
    const choice = /^\$\{(\d+)\|([^|]*)\|\}/.exec(rest);
    if (choice) {
      this.at += choice[0].length;
      return { stop: Number(choice[1]), inside: undefined, choices: (choice[2] ?? '').split(',') };
    }
    return this.placeholder(rest);
  }

  private placeholder(rest: string): Part {
    const open = /^\$\{(\d+):/.exec(rest);
    if (!open) throw new Error(`a $ that is neither escaped nor a tab stop: ${rest}`);
    this.at += open[0].length;
    const inside = this.parts('}');
    if (this.text[this.at] !== '}') throw new Error(`unclosed placeholder: ${rest}`);
    this.at++;
    return { stop: Number(open[1]), inside, choices: undefined };
  }
}

function collect(parts: Part[], values: Map<number, string>): void {
  for (const part of parts) {
    if (typeof part === 'string') continue;
    if (part.choices) values.set(part.stop, part.choices[0] ?? '');
    if (part.inside) {
      collect(part.inside, values);
      values.set(part.stop, render(part.inside, values));
    }
  }
}

function render(parts: Part[], values: Map<number, string>): string {
  return parts.map((part) => (typeof part === 'string' ? part : (values.get(part.stop) ?? ''))).join('');
}

/** The text the editor inserts when the user accepts every default; `chosen` replaces single tab stops. */
export function expand(body: string, chosen: Record<number, string> = {}): string {
  const parts = new Reader(body).all();
  const values = new Map<number, string>();
  collect(parts, values);
  for (const [stop, value] of Object.entries(chosen)) values.set(Number(stop), value);
  return render(parts, values);
}

/** The choices of every tab stop that offers some. */
export function choices(body: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const part of new Reader(body).all()) {
    if (typeof part !== 'string' && part.choices) found.set(part.stop, part.choices);
  }
  return found;
}

export function snippets(file: 'main' | 'master'): Snippet[] {
  const text = fs.readFileSync(path.join(ROOT, 'snippets', `${file}.cf.json`), 'utf8');
  const parsed = JSON.parse(text) as Record<string, { prefix: string[]; description: string; body: string[] }>;
  return Object.entries(parsed).map(([name, entry]) => ({ ...entry, name, body: entry.body.join('\n') }));
}

/** The default text of the snippet whose first prefix is `prefix`. */
export function snippet(file: 'main' | 'master', prefix: string): string {
  const found = snippets(file).find((entry) => entry.prefix[0] === prefix);
  if (!found) throw new Error(`no snippet ${prefix} for ${file}.cf`);
  return expand(found.body);
}
