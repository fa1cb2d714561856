import { readMarks } from './marked-content.ts';
import type { Mark } from './marked-content.ts';
import { indexObjects, references } from './object-index.ts';

/** Finds the marked content of a page by the number of its object. */
export type PageMarks = (pageObject: number) => readonly Mark[] | undefined;

/**
 * Makes an index of the file's objects, to read from the pages' own content what pdf.js passes over: /ActualText, by which a file
 * says what its glyphs mean. Newer versions of an object stand further back in a file, so the last one counts.
 */
export function indexMarks(bytes: Buffer): PageMarks {
  const objects = indexObjects(bytes);
  return (pageObject) => {
    const contents = contentsOf(objects.read(pageObject), objects.read).map(objects.readStream);
    if (contents.length === 0 || contents.includes(undefined)) return undefined;
    const marks = readMarks(contents.map((content) => content?.toString('latin1') ?? '').join('\n'));
    return marks.some((mark) => mark.actual !== undefined) ? marks : undefined;
  };
}

function contentsOf(page: string, read: (number: number) => string): number[] {
  const stated = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(page)?.[1] ?? '';
  const [single] = references(stated);
  if (stated.startsWith('[') || single === undefined) return references(stated);
  const target = read(single).trimStart();
  return target.startsWith('[') ? references(target) : [single];
}
