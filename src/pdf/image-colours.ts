import { references } from './object-index.ts';
import type { ObjectIndex } from './object-index.ts';
import { stringBytes } from './string-bytes.ts';

/** What the numbers of an image mean: a grey, a colour of three, or a place in a palette of such colours. */
export type ImageColours = { channels: 1 | 3; palette?: Uint8Array };

/** Reads the colour space of an image from its dictionary (ISO 32000-1, 8.6), as far as it can be told from the text of the file; undefined for inks and all else. */
export function imageColours(dictionary: string, objects: ObjectIndex): ImageColours | undefined {
  const at = dictionary.indexOf('/ColorSpace');
  if (at < 0) return /\/ImageMask\s+true/.test(dictionary) ? { channels: 1 } : undefined;
  const space = resolved(dictionary.slice(at + '/ColorSpace'.length).trimStart(), objects);
  if (!/^\[\s*\/Indexed/.test(space)) {
    const channels = channelsOf(space, objects);
    return channels && { channels };
  }
  const [, base = '', table = ''] = indexed.exec(space) ?? [];
  const [channels, bytes] = [channelsOf(resolved(base, objects), objects), tableOf(table, objects)];
  return channels && bytes && { channels: 1, palette: channels === 3 ? lumas(bytes) : bytes };
}

/** Base, highest place, and the table as a string or in an object of its own. */
const indexed = /^\[\s*\/Indexed\s*(\/\w+|\[[^\]]*\]|\d+\s+\d+\s+R)\s*\d+\s*(<[0-9A-Fa-f\s]*>|\((?:[^\\)]|\\[\s\S])*\)|\d+\s+\d+\s+R)/;

function resolved(text: string, objects: ObjectIndex): string {
  const [reference] = /^\d+\s+\d+\s+R\b/.exec(text) ?? [];
  return reference === undefined ? text : references(reference).map(objects.read).join('').trim();
}

function channelsOf(space: string, objects: ObjectIndex): 1 | 3 | undefined {
  const family = /^\[?\s*\/(\w+)/.exec(space)?.[1] ?? '';
  const [profile] = family === 'ICCBased' ? references(space) : [];
  const components = profile === undefined ? undefined : /\/N\s+(\d)/.exec(objects.readPacked(profile)?.dictionary ?? '')?.[1];
  if (components === '1' || family === 'DeviceGray' || family === 'CalGray') return 1;
  return components === '3' || family === 'DeviceRGB' || family === 'CalRGB' ? 3 : undefined;
}

function tableOf(table: string, objects: ObjectIndex): Uint8Array | undefined {
  if (/^[<(]/.test(table)) return stringBytes(table);
  const [object] = references(table);
  return object === undefined ? undefined : objects.readStream(object);
}

/** As in ITU-R BT.601, of triples. */
function lumas(colours: Uint8Array): Uint8Array {
  return Uint8Array.from(
    { length: Math.floor(colours.length / 3) },
    (_, at) => 0.299 * colours[3 * at]! + 0.587 * colours[3 * at + 1]! + 0.114 * colours[3 * at + 2]!,
  );
}
