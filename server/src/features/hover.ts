import type { Hover } from 'vscode-languageserver-types';
import { expansionHelp, runTimeNameHelp } from '../engine/help/expansionHelp';
import { parameterHelp } from '../engine/help/parameterHelp';
import { argumentHelp, fieldHelp } from '../engine/help/serviceHelp';
import { valueHelp } from '../engine/help/valueHelp';
import { WORDS } from '../engine/help/words';
import { type Slice, spanOf, subSlice, textOf } from '../engine/syntax/logicalLine';
import { type UnderCursor, underCursor } from './cursor';
import { type FeatureRequest, rangeOf } from './request';

/** Explains what stands at an offset: a name, a word of a value, a field or an argument of a service. */
export function hover(request: FeatureRequest, offset: number): Hover | undefined {
  const { configuration, kind, locale } = request;
  const found = underCursor(configuration, kind, offset);
  if (!found) return undefined;
  switch (found.kind) {
    case 'parameter': {
      const options = { locale, ...(found.service && { service: found.service }) };
      return asHover(request, found.slice, parameterHelp(configuration, textOf(found.slice), options));
    }
    case 'reference':
      return asHover(request, found.slice, referenceHelp(request, found));
    case 'value':
      return valueHover(request, found);
    case 'field':
      return asHover(request, found.slice, fieldHelp(configuration, found.service, found.field, locale));
    case 'argument':
      return asHover(request, found.word, argumentHelp(configuration, found.service, found.word, locale));
  }
}

/** A name that is filled in when the value is used, one that has a value now, or one that has none. */
function referenceHelp(
  { configuration, locale }: FeatureRequest,
  { entry, slice, service }: UnderCursor & { kind: 'reference' },
): string {
  const name = textOf(slice);
  return (
    runTimeNameHelp(textOf(entry.name), name, locale) ??
    parameterHelp(configuration, name, { locale, ...(service && { service }) }) ??
    `**${name}** — ${WORDS[locale].undefinedName}`
  );
}

/** The word by itself; else the `$…` around the cursor; else the parameter whose value it is. */
function valueHover(request: FeatureRequest, found: UnderCursor & { kind: 'value' }): Hover | undefined {
  const { configuration, locale } = request;
  const { entry, word, position, service } = found;
  const options = { locale, parameter: textOf(entry.name), ...(service && { service }) };
  const form = expansionHelp(configuration, textOf(entry.value), position, options);
  if (form) return asHover(request, subSlice(entry.value, form.start, form.end), form.markdown);
  const help = valueHelp(configuration, found, locale) ?? parameterHelp(configuration, textOf(entry.name), options);
  return asHover(request, word, help);
}

function asHover({ document }: FeatureRequest, at: Slice, value: string | undefined): Hover | undefined {
  return value === undefined
    ? undefined
    : { contents: { kind: 'markdown', value }, range: rangeOf(document, spanOf(at)) };
}
