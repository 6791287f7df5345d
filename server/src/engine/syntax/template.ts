/** Stands for a character that is not known before a template is filled in. */
export const UNKNOWN = '…';

/** How the markup of template languages begins and ends: Jinja, Go templates, Mustache, ERB, EPP, autoconf. */
const TAGS: readonly { readonly open: string; readonly close: string }[] = [
  { open: '{{', close: '}}' },
  { open: '{%', close: '%}' },
  { open: '{#', close: '#}' },
  { open: '<%', close: '%>' },
];

/** Words of Go templates and Mustache in `{{ … }}` that print nothing. */
const CONTROL =
  /^\{\{[-~]?\s*(?:[#/^!]|(?:if|else|end|range|with|define|block|template|break|continue|for|unless|each)\b)/;

/** `@NAME@` of autoconf, `%%NAME%%`. */
const NAMES = /@[A-Z][A-Z0-9_]*@|%%[A-Za-z_]\w*%%/g;

interface Tag {
  readonly start: number;
  readonly end: number;
}

/**
 * Replaces the markup of a template by text of the same length, so that all places stay where they are: a line of nothing
 * but control statements becomes a comment, and everything else that is filled in becomes `UNKNOWN`. Linear.
 */
export function withoutMarkup(text: string): string {
  const tags = tagsIn(text);
  const characters = text.split('');
  for (const tag of tags) {
    if (!isControl(text, tag)) fill(characters, tag, UNKNOWN);
  }
  for (const line of controlLines(text, tags)) comment(characters, line);
  for (const tag of tags) {
    if (isControl(text, tag) && characters[tag.start] === text[tag.start]) fill(characters, tag, UNKNOWN);
  }
  return characters.join('').replace(NAMES, (name) => UNKNOWN.repeat(name.length));
}

function tagsIn(text: string): Tag[] {
  const tags: Tag[] = [];
  // Where each kind of tag has no end any more, it has none further on either.
  const ended = new Set<string>();
  for (let at = 0; at < text.length - 1; at++) {
    const kind = TAGS.find(({ open }) => text.startsWith(open, at));
    if (!kind || ended.has(kind.close) || isMacro(text, at)) continue;
    const close = text.indexOf(kind.close, at + 2);
    if (close < 0) {
      ended.add(kind.close);
      continue;
    }
    tags.push({ start: at, end: close + 2 });
    at = close + 1;
  }
  return tags;
}

/** `${{left} == {right} ? …}` is Postfix's own. */
function isMacro(text: string, at: number): boolean {
  return text[at - 1] === '$' && /^\{\{[^{}]*\}\s*[=!<>]/.test(text.slice(at, at + 200));
}

/** Whether a tag prints nothing: a statement or a comment. */
function isControl(text: string, { start, end }: Tag): boolean {
  if (text.startsWith('{{', start)) return CONTROL.test(text.slice(start, end));
  if (text.startsWith('<%', start)) return text[start + 2] !== '=';
  return true;
}

/** The lines, or groups of them, on which nothing stands but control tags. */
function controlLines(text: string, tags: readonly Tag[]): Tag[] {
  const lines: Tag[] = [];
  for (let i = 0; i < tags.length; i++) {
    const start = text.lastIndexOf('\n', (tags[i] as Tag).start - 1) + 1;
    let end = start;
    let isOnlyControl = true;
    for (; i < tags.length; i++) {
      const tag = tags[i] as Tag;
      isOnlyControl &&= isControl(text, tag) && text.slice(end, tag.start).trim() === '';
      end = tag.end;
      const next = tags[i + 1];
      if (!next || text.slice(end, next.start).includes('\n')) break;
    }
    const newline = text.indexOf('\n', end);
    const lineEnd = newline < 0 ? text.length : newline;
    if (isOnlyControl && text.slice(end, lineEnd).trim() === '') lines.push({ start, end: lineEnd });
  }
  return lines;
}

function fill(characters: string[], { start, end }: Tag, character: string): void {
  for (let at = start; at < end; at++) if (characters[at] !== '\n') characters[at] = character;
}

/** Each physical line becomes `#` and blanks. */
function comment(characters: string[], { start, end }: Tag): void {
  let isLineStart = true;
  for (let at = start; at < end; at++) {
    if (characters[at] === '\n') {
      isLineStart = true;
      continue;
    }
    characters[at] = isLineStart ? '#' : ' ';
    isLineStart = false;
  }
}
