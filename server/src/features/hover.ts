import type { Hover } from 'vscode-languageserver-types';
import { parameterHelp } from '../engine/help/parameterHelp';
import { fieldHelp, valueHelp } from '../engine/help/serviceHelp';
import { type Slice, spanOf } from '../engine/syntax/logicalLine';
import { underCursor } from './cursor';
import { type FeatureRequest, rangeOf } from './request';

/** Explains the parameter, the service field or the word at an offset. */
export function hover(request: FeatureRequest, offset: number): Hover | undefined {
  const { configuration, kind, locale } = request;
  const found = underCursor(configuration, kind, offset);
  if (!found) return undefined;
  const service = found.service && { service: found.service };
  switch (found.kind) {
    case 'parameter':
      return asHover(request, found.slice, parameterHelp(configuration, found.name, { locale, ...service }));
    case 'field':
      return asHover(request, found.slice, fieldHelp(found.service, found.field, locale));
    case 'value':
      return asHover(request, found.word, valueHelp(configuration, found.entry, found.word, locale));
  }
}

function asHover({ document }: FeatureRequest, at: Slice, value: string | undefined): Hover | undefined {
  return value === undefined
    ? undefined
    : { contents: { kind: 'markdown', value }, range: rangeOf(document, spanOf(at)) };
}
