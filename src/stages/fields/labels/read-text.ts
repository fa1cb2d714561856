import { unionOf } from '../../../model/box.ts';
import type { PageMap } from './page-map.ts';
import type { Segment } from './page-segments.ts';
import type { HitsByLine, Place } from './places.ts';
import { heightOf } from './places.ts';
import type { Reading } from './reading.ts';

/** Most lines of an address. */
const mostLines = 6;
/** Widest blank between lines of an address, in heights of the type. */
const mostBlank = 0.8;
/** How far their left edges may differ, in heights of the type. */
const edge = 1;

/** All words of a place: names, remarks, whatever has no notation. */
export function readText(place: Place, map: PageMap): Reading | undefined {
  const words = map.page.lines[place.line]?.words.slice(place.from, place.to) ?? [];
  const raw = words.map(({ text }, at) => (at === 0 ? text.slice(place.offset) : text)).join(' ');
  const value = raw.replace(/^[\s:–-]+|[\s,;:]+$/g, '');
  if (!/[\p{L}\p{N}]/u.test(value)) return undefined;
  return { value, raw, page: place.page, line: place.line, words: [place.from, place.to], box: unionOf(words.map(({ box }) => box)), checks: [] };
}

/** The lines of an address: a place and what stands close below it, up to the next label. */
export function readLines(place: Place, map: PageMap, hits: HitsByLine): Reading | undefined {
  const first = readText(place, map);
  if (first === undefined) return undefined;
  const lines = [first];
  while (lines.length < mostLines) {
    const last = lines.at(-1)?.box ?? first.box;
    const next = map.below(last, mostBlank * heightOf(last)).find((segment) => Math.abs(segment.box[0] - first.box[0]) <= edge * heightOf(last));
    const reading = next && !isLabelled(next, hits) ? readText({ ...place, ...next, offset: 0 }, map) : undefined;
    if (reading === undefined) break;
    lines.push(reading);
  }
  const value = lines.map((line) => line.value).join(', ');
  return { ...first, value, raw: lines.map(({ raw }) => raw).join('\n'), box: unionOf(lines.map(({ box }) => box)) };
}

function isLabelled({ line, from }: Segment, hits: HitsByLine): boolean {
  return (hits.get(line) ?? []).some((hit) => hit.from === from);
}
