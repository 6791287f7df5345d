import type { Configuration } from '../configuration/configuration';
import { listElements } from '../configuration/listElements';
import type { RestrictionList, WrittenRestriction } from '../configuration/restrictionLists';
import { textOf } from '../syntax/logicalLine';
import { type ListEdit, separatorIn, withoutElement } from './listEdits';

/** A fix that writes something else in place of a restriction, or takes it away; its rule has these two titles. */
export type Succession = {
  readonly edits: readonly ListEdit[];
  readonly safe: boolean;
} & (
  | { readonly title: 'change'; readonly values: { readonly text: string } }
  | { readonly title: 'remove'; readonly values: { readonly name: string } }
);

/**
 * How to be rid of a restriction that Postfix has removed, or is going to; undefined where nothing in the list can take
 * its place.
 */
export function successionOf(
  configuration: Configuration,
  { name, word, warnIfReject }: WrittenRestriction,
  { entry, service }: RestrictionList,
): Succession | undefined {
  if (textOf(word.at) !== word.text) return undefined;
  switch (name) {
    // The list has `permit_mynetworks`, the other half of it, in most cases already.
    case 'check_relay_domains':
      return changeTo('reject_unauth_destination', false);
    case 'reject_maps_rbl': {
      const { kind } = word.at.line.file;
      // In master.cf a blank would end the value.
      const blank = kind === 'main.cf' ? ' ' : ',';
      const domains = listElements(configuration, 'maps_rbl_domains', service) ?? [];
      const each = domains.map(({ text }) => `reject_rbl_client${blank}${text}`);
      const separator = separatorIn(kind) + (warnIfReject ? `warn_if_reject${blank}` : '');
      return each.length > 0 ? changeTo(each.join(separator), true) : undefined;
    }
    case 'permit_naked_ip_address':
      if (word.at !== word.inList || warnIfReject) return undefined;
      return {
        title: 'remove',
        values: { name: word.text },
        edits: [withoutElement(word.at, entry.value)],
        safe: false,
      };
    default:
      return undefined;
  }

  function changeTo(text: string, safe: boolean): Succession {
    return { title: 'change', values: { text }, edits: [{ at: word.at, newText: text }], safe };
  }
}
