import { type PostfixVersion, parseVersion } from './knowledge/version';
import type { Severities } from './lint';
import type { Text } from './locale';
import { nearestName } from './nearest';
import { rules } from './rules/index';

/** The file beside main.cf that holds them. */
export const SETTINGS_FILE = '.postfix-config.json';

/** What a directory of configuration wants of every tool that reads it. */
export interface DirectorySettings {
  readonly postfixVersion?: PostfixVersion;
  readonly rules: Severities;
}

/** Something that is wrong in the settings; what is right in them holds all the same. */
export interface SettingsProblem {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly message: Text;
}

export interface ParsedSettings {
  readonly settings: DirectorySettings;
  readonly problems: readonly SettingsProblem[];
}

export const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'] as const;

/** Reads the settings of a directory. Total: what cannot be read is a problem, and left out. */
export function parseSettings(text: string): ParsedSettings {
  const reader = new Reader(text);
  const settings = reader.read();
  return { settings, problems: reader.problems };
}

/** Takes a rule's severity out of what a user wrote in an editor's settings; what is no severity is left out. */
export function severitiesIn(value: unknown): Severities {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([, severity]) => isSeverity(severity))) as Severities;
}

class Reader {
  readonly problems: SettingsProblem[] = [];

  constructor(private readonly text: string) {}

  read(): DirectorySettings {
    const value = this.json();
    if (value === undefined) return { rules: {} };
    if (!isObject(value)) {
      this.report(0, this.text.length, {
        en: 'The settings are an object: `{ "rules": { … } }`.',
        ja: '設定は `{ "rules": { … } }` のようなオブジェクトで書きます。',
      });
      return { rules: {} };
    }
    for (const key of Object.keys(value)) {
      if (!KEYS.includes(key)) this.unknownKey(key);
    }
    const version = this.version(value.postfixVersion);
    return { ...(version && { postfixVersion: version }), rules: this.rules(value.rules) };
  }

  /** Undefined where it is no JSON; an empty file is one that is about to be written. */
  private json(): unknown {
    if (this.text.trim() === '') return undefined;
    try {
      return JSON.parse(this.text.replace(/^\ufeff/, ''));
    } catch (error) {
      const position = /at position (\d+)/.exec((error as Error).message)?.[1];
      const last = this.text.trimEnd().length - 1;
      const at = position === undefined ? last : Math.min(Number(position), last);
      this.report(at, at + 1, { en: 'This is no valid JSON.', ja: 'JSON として正しくありません。' });
      return undefined;
    }
  }

  private unknownKey(key: string): void {
    const nearest = nearestName(key, KEYS);
    this.reportAt(key, {
      en: `There is no setting \`${key}\`.${nearest ? ` Did you mean \`${nearest}\`?` : ` There are: ${code(KEYS)}.`}`,
      ja: `\`${key}\` という設定はありません。${nearest ? `\`${nearest}\` の間違いではありませんか？` : `使えるのは ${code(KEYS)} です。`}`,
    });
  }

  private version(value: unknown): PostfixVersion | undefined {
    if (value === undefined || value === 'auto') return undefined;
    const version = typeof value === 'string' ? parseVersion(value) : undefined;
    if (!version) {
      this.reportAt('postfixVersion', {
        en: '`postfixVersion` is a version in quotes, such as `"3.7"` or `"3.7.11"`, or `"auto"`.',
        ja: '`postfixVersion` には `"3.7"` や `"3.7.11"` のようなバージョンか `"auto"` を引用符で囲んで書きます。',
      });
    }
    return version;
  }

  private rules(value: unknown): Severities {
    if (value === undefined) return {};
    if (!isObject(value)) {
      this.reportAt('rules', {
        en: '`rules` maps the name of each rule to its severity: `{ "rules": { "unknown-parameter": "warning" } }`.',
        ja: '`rules` には `{ "rules": { "unknown-parameter": "warning" } }` のように、ルール名と重大度を書きます。',
      });
      return {};
    }
    const known = rules.map(({ id }) => id);
    for (const [id, severity] of Object.entries(value)) {
      if (!known.includes(id)) this.unknownRule(id, nearestName(id, known));
      else if (!isSeverity(severity)) this.badSeverity(id);
    }
    return Object.fromEntries(Object.entries(severitiesIn(value)).filter(([id]) => known.includes(id)));
  }

  private unknownRule(id: string, nearest: string | undefined): void {
    this.reportAt(id, {
      en: `There is no rule \`${id}\`.${nearest ? ` Did you mean \`${nearest}\`?` : ''}`,
      ja: `\`${id}\` というルールはありません。${nearest ? `\`${nearest}\` の間違いではありませんか？` : ''}`,
    });
  }

  private badSeverity(id: string): void {
    this.reportAt(id, {
      en: `The severity of \`${id}\` is one of ${code(SEVERITIES)}.`,
      ja: `\`${id}\` の重大度は ${code(SEVERITIES)} のどれかです。`,
    });
  }

  /** Reports at a key, in its quotes. */
  private reportAt(key: string, message: Text): void {
    const quoted = JSON.stringify(key);
    const at = this.text.search(new RegExp(`${escaped(quoted)}\\s*:`));
    this.report(Math.max(at, 0), at < 0 ? this.text.length : at + quoted.length, message);
  }

  private report(start: number, end: number, message: Text): void {
    this.problems.push({ start, end: Math.min(end, this.text.length), message });
  }
}

/** `$schema` is for editors. */
const KEYS: readonly string[] = ['$schema', 'postfixVersion', 'rules'];

function code(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSeverity(value: unknown): boolean {
  return (SEVERITIES as readonly unknown[]).includes(value);
}
