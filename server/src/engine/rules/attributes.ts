import { type AttributeFacts, attributesOf, type ProgramFacts, programNamed } from '../knowledge/services';
import type { PostfixVersion } from '../knowledge/version';
import { withoutBraces } from '../syntax/list';
import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { strayWordsOf } from './strayWords';

/** `user=vmail` after the options of a service. */
export interface Attribute {
  readonly name: string;
  readonly facts: AttributeFacts;
  readonly word: Slice;
  readonly value: Slice;
}

/** What a service passes to a program that reads attributes: pipe(8), spawn(8), and since 3.5 smtp(8). */
export interface Attributes {
  /** Those that the program knows. */
  readonly known: ReadonlyMap<string, AttributeFacts>;
  /** In their order. */
  readonly all: readonly Attribute[];
  /** The words of the command: what follows `argv=`, and all words after it. */
  readonly command: readonly CommandWord[];
}

export interface CommandWord {
  readonly word: Slice;
  /** As the command gets it: master(8) takes it out of its braces. */
  readonly content: Slice;
}

/**
 * The attributes of a service, as get_service_attr in pipe.c and its sisters read them; undefined where its program has
 * none, or dies before it has read them all. Made once for each service, since several rules ask.
 */
export function attributesIn(service: ServiceEntry, version: PostfixVersion): Attributes | undefined {
  let read = cache.get(service);
  if (read?.version !== version) {
    read = { version, attributes: readAttributes(service, version) };
    cache.set(service, read);
  }
  return read.attributes;
}
const cache = new WeakMap<
  ServiceEntry,
  { readonly version: PostfixVersion; readonly attributes: Attributes | undefined }
>();

function readAttributes(service: ServiceEntry, version: PostfixVersion): Attributes | undefined {
  const program = programNamed(programOf(service));
  if (!program?.attributes || strayWordsOf(service, version).length > 0) return undefined;
  const known = knownAttributes(program, version);
  if (known.size === 0) return undefined;
  const words = service.arguments.flatMap((argument) =>
    argument.kind === 'argument' ? [{ word: argument.slice, content: argument.content }] : [],
  );
  const all: Attribute[] = [];
  for (const [i, { word, content }] of words.entries()) {
    const text = textOf(content);
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(0, equals)).toLowerCase();
    const facts = known.get(name);
    if (!facts) break;
    const value = subSlice(content, equals + 1, text.length);
    all.push({ name, facts, word, value });
    if (facts.isLast) return { known, all, command: [{ word, content: value }, ...words.slice(i + 1)] };
  }
  return { known, all, command: [] };
}

/** The attributes of a program, made once for each version. */
function knownAttributes(program: ProgramFacts, version: PostfixVersion): ReadonlyMap<string, AttributeFacts> {
  let known = attributesOfProgram.get(program);
  if (known?.version !== version) {
    known = { version, attributes: attributesOf(program, version) ?? new Map() };
    attributesOfProgram.set(program, known);
  }
  return known.attributes;
}
const attributesOfProgram = new WeakMap<
  ProgramFacts,
  { readonly version: PostfixVersion; readonly attributes: ReadonlyMap<string, AttributeFacts> }
>();

/** The attributes of a name. */
export function attributesNamed({ all }: Attributes, name: string): Attribute[] {
  return all.filter((attribute) => attribute.name === name);
}

/** Whether a word stood in braces. */
export function isBraced({ word }: CommandWord): boolean {
  return withoutBraces(word) !== undefined;
}
