import { ciiRoots, readCii } from './cii.ts';
import type { EInvoice } from './einvoice.ts';
import { readUbl, ublRoots } from './ubl.ts';
import { one, parseXml } from './xml.ts';

/** Whether a file that begins like this may be an electronic invoice: its first element is asked, not its name. */
export function mayBeEInvoice(head: string): boolean {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(head.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[1];
  return root !== undefined && (ciiRoots.has(root) || ublRoots.has(root));
}

/** Undefined for XML of another kind. Throws what `parseXml` throws. */
export function readEInvoice(bytes: Uint8Array): EInvoice | undefined {
  const { root, element } = parseXml(bytes);
  // Drafts of ZUGFeRD 1 call their root as UBL does.
  if (ciiRoots.has(root) || one(element, 'HeaderExchangedDocument') !== undefined) return readCii(element);
  return ublRoots.has(root) ? readUbl(element, root) : undefined;
}
