import { lineKind } from './address-lines.ts';
import { isName, nameIn, type Party } from './party.ts';
import type { BlockLine } from './text-blocks.ts';

/** What parts name, street and town of a sender in one line. */
const separator = /\s+[●•·∙|–—-]\s+|\s*[●•·∙|]\s*|\s*,\s+/;
const mostParts = 8;

/** The small line above the window of an envelope: "Mill & Sons Ltd · 1 River Lane · 10115 Berlin". */
export function senderIn(line: BlockLine): Party | undefined {
  if (line.text.length > 160) return undefined;
  const parts = line.text.split(separator, mostParts + 1).map((part) => part.trim());
  const [first = '', ...rest] = parts;
  const address = rest.filter((part) => ['street', 'postal', 'country'].includes(lineKind(part)));
  if (parts.length < 3 || parts.length > mostParts || !isName(first) || !rest.some((part) => lineKind(part) === 'postal')) return undefined;
  const { page, line: at, from, to, box, text: raw } = line;
  const reading = { raw, page, line: at, words: [from, to] as const, box, checks: [] };
  return { name: { ...reading, value: nameIn(first) }, address: { ...reading, value: address.join(', ') } };
}
