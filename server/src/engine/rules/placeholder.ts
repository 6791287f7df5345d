/** `<domain>`, `@host@`, `{=name}`, `%HOST%`, `__HOST__`, `##HOST##`: a gap that somebody or something fills in later. */
const PLACEHOLDER = /[<>]|\{[^{}]*\}|@[\w.-]+@|%[\w.-]+%|%\(|__[A-Z]|##/;

/** Whether a text is no value yet. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
