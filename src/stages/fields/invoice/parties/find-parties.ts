import type { Box } from '../../../../model/page.ts';
import type { Candidate } from '../../../../values/candidate.ts';
import type { PageLabels } from '../../labels/bind.ts';
import { foldedPhrase } from '../../labels/folded-tokens.ts';
import type { Segment } from '../../labels/page-segments.ts';
import type { TitleLine } from '../title-line.ts';
import { lineKind } from './address-lines.ts';
import { labelledParties } from './labelled-parties.ts';
import { legalFormEnd } from './legal-forms.ts';
import type { Party, Role } from './party.ts';
import { isName, nameIn, partyOf } from './party.ts';
import { senderIn } from './sender-line.ts';
import type { TextBlock } from './text-blocks.ts';
import { textBlocksOf } from './text-blocks.ts';

/** A party and how sure it is that it is the one. */
export interface Ranked {
  party: Party;
  score: number;
}

/** Who sends an invoice and who receives it. */
export interface Parties {
  vendor?: Ranked;
  customer?: Ranked;
}

/** How sure a name is by where it stands alone. */
const worth = { sender: 0.8, underSender: 0.8, window: 0.55, letterhead: 0.4, companyOnTop: 0.6, company: 0.35, domain: 0.3 };
/** Parts of the page's height: letterheads end, address windows end. */
const letterheadEnd = 0.2;
const windowEnd = 0.45;

/** The parties of an invoice: by their labels, the envelope's window and its sender line, the letterhead, and where a company names itself. */
export function findParties(pages: readonly PageLabels[], candidates: readonly Candidate[], title: TitleLine | undefined): Parties {
  const [first] = pages;
  if (first === undefined) return {};
  const blocksByPage = pages.map((labels) => textBlocksOf(labels.map, (segment) => isHeading(segment, labels, title)));
  const labelled = pages.flatMap((labels, at) => labelledParties(labels, blocksByPage[at] ?? []));
  const pick = (role: Role): Ranked[] => labelled.filter((found) => found.role === role);
  const blocks = blocksByPage[0] ?? [];
  const own = ownContacts(candidates);
  const window = windowParties(blocks, first, own);
  const customers = ranked([...pick('customer'), ...window]);
  const domains = domainsOf(candidates);
  const companies = blocksByPage.flatMap((list, at) => companiesIn(list, pages[at]?.map.page.height ?? 1));
  const vendors = ranked([...pick('vendor'), ...senders(blocks), ...companies, ...letterheads(blocks, first)]).map((vendor) => ({
    ...vendor,
    score: domains.some((domain) => foldedPhrase(nameOf(vendor)).startsWith(domain)) ? 1 - (1 - vendor.score) * (1 - worth.domain) : vendor.score,
  }));
  return bestPair(vendors, customers, ranked(pick('customer')));
}

/** Labels that stand alone, and the line that names the document, head a block and are no part of it. */
function isHeading({ page, line, from, to }: Segment, { byLine }: PageLabels, title: TitleLine | undefined): boolean {
  if (page === title?.page && line === title.line && from <= title.word && title.word < to) return true;
  return (byLine.get(line) ?? []).some((hit) => hit.from === from && hit.to === to && hit.rest === undefined);
}

/** The two that are surest together, and not the same: who is labelled as the customer is hardly the vendor, too. */
function bestPair(vendors: readonly Ranked[], customers: readonly Ranked[], labelled: readonly Ranked[]): Parties {
  let best: { parties: Parties; sum: number } = { parties: {}, sum: 0 };
  const asCustomer = (vendor: Ranked): number => labelled.find((one) => foldedPhrase(nameOf(one)) === foldedPhrase(nameOf(vendor)))?.score ?? 0;
  for (const vendor of [undefined, ...vendors.slice(0, 6)]) {
    for (const customer of [undefined, ...customers.slice(0, 6)]) {
      if (vendor !== undefined && customer !== undefined && foldedPhrase(nameOf(vendor)) === foldedPhrase(nameOf(customer))) continue;
      const sum = (vendor === undefined ? 0 : vendor.score * (1 - asCustomer(vendor))) + (customer?.score ?? 0);
      if (sum > best.sum) best = { parties: { ...(vendor && { vendor }), ...(customer && { customer }) }, sum };
    }
  }
  return best.parties;
}

function nameOf({ party }: Ranked): string {
  return String(party.name.value);
}

/** Each name once, the surer the more places give it; with the address of whichever place has one. */
function ranked(found: readonly Ranked[]): Ranked[] {
  const byName = Map.groupBy(found, (one) => foldedPhrase(nameOf(one)));
  return [...byName.values()]
    .map((same): Ranked => {
      const inTurn = same.toSorted((a, b) => b.score - a.score);
      const score = 1 - inTurn.slice(0, 3).reduce((doubt, one) => doubt * (1 - one.score), 1);
      const address = inTurn.find(({ party }) => party.address !== undefined)?.party.address;
      return { party: { name: inTurn[0]!.party.name, ...(address && { address }) }, score: Math.min(0.97, score) };
    })
    .sort((a, b) => b.score - a.score);
}

function senders(blocks: readonly TextBlock[]): Ranked[] {
  return blocks.flatMap(({ lines }) => lines.flatMap((line) => partyScore(senderIn(line), worth.sender)));
}

function partyScore(party: Party | undefined, score: number): Ranked[] {
  return party === undefined ? [] : [{ party, score }];
}

/** Address blocks in the upper part of the first page that hold nobody's phone, tax or account number. */
function windowParties(blocks: readonly TextBlock[], { map, hits }: PageLabels, own: ReadonlySet<string>): Ranked[] {
  const elsewhere = hits.filter(({ claims }) => claims[0]?.field === 'delivery_address').map(({ box }) => box);
  const senderLines = blocks.flatMap(({ lines }) => lines.filter((line) => senderIn(line) !== undefined));
  return blocks.flatMap(({ lines }) => {
    const usable = lines.filter((line) => senderIn(line) === undefined);
    const [first] = usable;
    if (first === undefined || first.box[1] > windowEnd * map.page.height || !usable.some(({ text }) => lineKind(text) === 'postal')) return [];
    if (usable.some((line) => own.has(`${line.page}:${line.line}:${line.from}`) || lineKind(line.text) === 'contact')) return [];
    if (elsewhere.some((box) => isBelow(first.box, box, reach.heading) && box[2] > first.box[0] && box[0] < first.box[2])) return [];
    const sender = senderLines.some(({ box }) => isBelow(first.box, box, reach.senderLine) && Math.abs(box[0] - first.box[0]) < sameEdge);
    return partyScore(partyOf(usable, 'customer'), sender ? worth.underSender : worth.window);
  });
}

/** Points from a line to what stands below it and belongs to it. */
const reach = { heading: 30, senderLine: 60 };
/** Points by which boxes of lines that stand close overlap. */
const overlap = 2;
/** Points by which the left edges of a sender's line and of the address below it differ at most. */
const sameEdge = 60;

function isBelow(box: Box, above: Box, within: number): boolean {
  const gap = box[1] - above[3];
  return gap >= -overlap && gap < within;
}

/** Where a phone, an account or a tax number stands, a company speaks of itself. */
function ownContacts(candidates: readonly Candidate[]): Set<string> {
  return new Set(
    candidates
      .filter(({ kind }) => kind === 'iban' || kind === 'tax_id' || kind === 'email')
      .map(({ page, line, words }) => `${page}:${line}:${words[0]}`),
  );
}

/** The first lines of the first page: whoever writes names himself there. */
function letterheads(blocks: readonly TextBlock[], { map, byLine }: PageLabels): Ranked[] {
  const top = blocks.filter(({ box }) => box[1] < letterheadEnd * map.page.height).flatMap(({ lines }) => lines.slice(0, 1));
  const names = top.filter((line) => isName(line.text) && !(byLine.get(line.line) ?? []).some(({ from }) => from >= line.from && from < line.to));
  const largest = Math.max(0, ...names.map(({ box }) => box[3] - box[1]));
  return names.slice(0, 3).flatMap((line, at) => {
    const party = partyOf(blocks.find(({ lines }) => lines.includes(line))?.lines ?? [], 'vendor');
    const large = line.box[3] - line.box[1] >= largest - 0.5;
    return partyScore(party, worth.letterhead * (at === 0 ? 1 : 0.7) * (large ? 1 : 0.7));
  });
}

/** Lines that end as names of companies do. */
function companiesIn(blocks: readonly TextBlock[], height: number): Ranked[] {
  return blocks.flatMap(({ lines }) =>
    lines.flatMap((line, at) => {
      if (legalFormEnd(line.text) === undefined || !isName(nameIn(line.text))) return [];
      // Two lines alone are one name.
      const party = partyOf(at === 1 && lines.length === 2 ? lines : [{ ...line, text: nameIn(line.text) }, ...lines.slice(at + 1)], 'vendor');
      return partyScore(party, line.box[1] < letterheadEnd * height ? worth.companyOnTop : worth.company);
    }),
  );
}

/** Names of mail and web domains without what they end in: a company is often called as its domain. */
function domainsOf(candidates: readonly Candidate[]): string[] {
  const hosts = candidates.filter(({ kind }) => kind === 'email' || kind === 'url').map(({ value }) => String(value));
  const names = hosts.map((host) =>
    host
      .replace(/^[a-z]+:\/\//i, '')
      .replace(/^.*@/, '')
      .split(/[/?:]/)[0]!
      .split('.'),
  );
  return [...new Set(names.map((labels) => foldedPhrase(labels.at(-2) ?? '')))].filter((domain) => domain.length >= 4);
}
