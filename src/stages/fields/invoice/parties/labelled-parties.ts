import type { LabelHit } from '../../labels/find-labels.ts';
import type { PageLabels } from '../../labels/bind.ts';
import { foldedPhrase } from '../../labels/folded-tokens.ts';
import type { PageMap } from '../../labels/page-map.ts';
import type { Segment } from '../../labels/page-segments.ts';
import { heightOf, placesOf } from '../../labels/places.ts';
import type { Party, Role } from './party.ts';
import { isName, partyOf } from './party.ts';
import type { BlockLine, TextBlock } from './text-blocks.ts';
import { isClose, textOf } from './text-blocks.ts';

/** A party that a label names. */
export interface LabelledParty {
  role: Role;
  party: Party;
  score: number;
}

/** How far below its heading a party's name may stand, in heights of the heading: numbers and codes may come first. */
const reach = 9;
/** What the row of a name is called inside a party's details. */
const nameKeys = new Set([
  'name',
  'firma',
  'firmenname',
  'companyname',
  'company',
  'nom',
  'raisonsociale',
  'nombre',
  'razonsocial',
  'nome',
  'ragionesociale',
  'denominazione',
  'denominacao',
  'naam',
  'bedrijfsnaam',
]);
const byPlace = { behind: 0.9, right: 0.8, below: 0.9 } as const;

/** Where the parties of one page are looked for. */
interface Search {
  labels: PageLabels;
  blocks: readonly TextBlock[];
  role: Role;
}

/** The parties that stand behind, beside or below labels such as "Bill to". */
export function labelledParties(labels: PageLabels, blocks: readonly TextBlock[]): LabelledParty[] {
  return labels.hits.flatMap((hit) =>
    hit.claims.flatMap(({ field, strength }) => {
      const role = field === 'vendor_name' ? 'vendor' : field === 'customer_name' ? 'customer' : undefined;
      if (role === undefined || hit.lead > 0) return [];
      const found = partyAt(hit, { labels, blocks, role });
      return found === undefined ? [] : [{ role, party: found.party, score: strength * byPlace[found.relation] }];
    }),
  );
}

function partyAt(hit: LabelHit, search: Search): { party: Party; relation: keyof typeof byPlace } | undefined {
  const { labels, blocks, role } = search;
  const places = placesOf(hit, labels.map, labels.byLine);
  const behind = places.find(({ relation }) => relation === 'behind');
  const text =
    behind === undefined
      ? ''
      : textOf(behind, labels.map)
          .slice(behind.offset)
          .replace(/^[\s:–-]+/, '');
  if (behind !== undefined && text !== '') {
    const line = { ...behind, text };
    const party = isName(text) && opens(hit, labels) ? partyOf([line, ...below(line, hit, blocks)], role) : undefined;
    return party && { party, relation: 'behind' };
  }
  const under = partyBelow(hit, search);
  if (under !== undefined) return { party: under, relation: 'below' };
  const right = places.find(({ relation }) => relation === 'right');
  const party = right && partyOf(linesFrom(right, blocks), role);
  return party && { party, relation: 'right' };
}

/** What follows is a value only behind a colon: "Customer service hours" names nobody. */
function opens(hit: LabelHit, { map }: PageLabels): boolean {
  const last = map.page.lines[hit.line]?.words[hit.to - 1]?.text ?? '';
  const next = map.page.lines[hit.line]?.words[hit.to]?.text ?? '';
  return /[:=]/.test(last) || /^[:=]/.test(next);
}

/** The lines that go on below a line whose beginning is the label itself. */
function below(line: Segment, hit: LabelHit, blocks: readonly TextBlock[]): BlockLine[] {
  for (const { page, lines } of blocks) {
    const at = page === hit.page ? lines.findIndex((other) => other.line === line.line && other.from <= line.from && line.to <= other.to) : -1;
    if (at >= 0) return lines.slice(at + 1);
  }
  return [];
}

function partyBelow(hit: LabelHit, { labels: { map, byLine }, blocks, role }: Search): Party | undefined {
  const height = heightOf(hit.box);
  const column = [hit.box[0] - 3 * height, hit.box[1], hit.box[2] + 3 * height, hit.box[3]] as const;
  for (const segment of map.below(column, reach * height)) {
    const label = (byLine.get(segment.line) ?? []).find(({ from }) => from === segment.from);
    if (label !== undefined && isParty(label)) return undefined;
    const text = textOf(segment, map);
    const named = nameKeys.has(foldedPhrase(text.split(':')[0] ?? '')) ? partyBeside(segment, text, { map, blocks, role }) : undefined;
    if (named !== undefined) return named;
    if (label === undefined && segment.box[0] < hit.box[2] + height && !text.includes(':')) {
      const party = partyOf(linesFrom(segment, blocks), role);
      if (party !== undefined) return party;
    }
  }
  return undefined;
}

/** The name in a row that is called so: "Name: Quill & Sons". */
function partyBeside(
  segment: Segment,
  text: string,
  { map, blocks, role }: { map: PageMap; blocks: readonly TextBlock[]; role: Role },
): Party | undefined {
  const behind = text.includes(':') ? text.slice(text.indexOf(':') + 1).trim() : '';
  if (behind !== '') return partyOf([{ ...segment, text: behind }], role);
  const [value] = map.rightOf(segment.box);
  return value && partyOf(cellOf(value, blocks), role);
}

function isParty({ claims }: LabelHit): boolean {
  return claims.some(({ field }) => field.endsWith('_name') || field.endsWith('_address'));
}

/** The lines of the block of a segment, from it on. */
function linesFrom(segment: Pick<Segment, 'page' | 'line' | 'from'>, blocks: readonly TextBlock[]): BlockLine[] {
  for (const { page, lines } of blocks) {
    if (page !== segment.page) continue;
    const at = lines.findIndex((line) => line.line === segment.line && line.from === segment.from);
    if (at >= 0) return lines.slice(at);
  }
  return [];
}

/** The lines of a table's cell of which one stands beside the name of the row: those that stand close above and below it. */
function cellOf(segment: Segment, blocks: readonly TextBlock[]): BlockLine[] {
  const lines = blocks.find((block) => linesFrom(segment, [block]).length > 0)?.lines ?? [];
  const at = lines.findIndex((line) => line.line === segment.line);
  const parts = lines.flatMap((line, next) => (isClose(lines[next - 1] ?? line, line) ? [] : [next]));
  return lines.slice(
    parts.findLast((part) => part <= at) ?? 0,
    parts.find((part) => part > at),
  );
}
