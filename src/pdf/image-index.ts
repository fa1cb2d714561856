import { indexObjects, references } from './object-index.ts';
import type { ObjectIndex } from './object-index.ts';

/** Says of a page, by the number of its object, whether it may show images. True as well when it cannot be told. */
export type PageImages = (pageObject: number) => boolean;

/**
 * Looks through the resources of pages, which name their images without drawing them: most pages of a file with a logo have none, and need not be parsed for
 * their drawing operations.
 */
export function indexImages(bytes: Buffer): PageImages {
  const named = namedImages(indexObjects(bytes));
  return (pageObject) => named(pageObject)?.length !== 0;
}

/** Gives the objects of the images that a page names, by the number of its object; undefined when it cannot be told. */
export function namedImages(objects: ObjectIndex): (pageObject: number) => number[] | undefined {
  return (pageObject) => {
    const page = objects.read(pageObject);
    if (page === '' || annotationsDraw(page, objects)) return undefined;
    const found: number[] = [];
    return collect(inherited(page, objects), objects, new Set(), found) ? found : undefined;
  };
}

/** Levels of the page tree. */
const deepestTree = 20;

function inherited(page: string, objects: ObjectIndex): string | undefined {
  let node = page;
  for (let depth = 0; depth < deepestTree; depth++) {
    const resources = entryOf(node, 'Resources', objects);
    if (resources !== undefined) return resources;
    const [parent] = references(/\/Parent\s+\d+\s+\d+\s+R/.exec(node)?.[0] ?? '');
    if (parent === undefined) return undefined;
    node = objects.read(parent);
  }
  return undefined;
}

/** Annotations may bring forms of their own, which the resources of the page do not name. */
function annotationsDraw(page: string, objects: ObjectIndex): boolean {
  const stated = /\/Annots\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(page)?.[1] ?? '';
  const named = stated.startsWith('[') ? references(stated) : references(stated).flatMap((list) => references(objects.read(list)));
  return stated.includes('<<') || named.some((annotation) => objects.read(annotation).includes('/AP'));
}

/** Adds the images that resources name to those `found`. False when there may be others. */
function collect(resources: string | undefined, objects: ObjectIndex, seen: Set<number>, found: number[]): boolean {
  // Patterns are seldom, and may hold anything.
  if (resources === undefined || resources.includes('/Pattern')) return false;
  const named = entryOf(resources, 'XObject', objects);
  return named === undefined || references(named).every((object) => collectObject(object, objects, seen, found));
}

function collectObject(number: number, objects: ObjectIndex, seen: Set<number>, found: number[]): boolean {
  if (seen.has(number)) return true;
  seen.add(number);
  const dictionary = /^[\s\S]*?(?=stream)/.exec(objects.read(number))?.[0];
  if (dictionary === undefined) return false;
  if (/\/Subtype\s*\/Form/.test(dictionary))
    return !dictionary.includes('/Resources') || collect(entryOf(dictionary, 'Resources', objects), objects, seen, found);
  found.push(number);
  return true;
}

/** The dictionary that stands under a key, directly or by reference. */
function entryOf(dictionary: string, key: string, objects: ObjectIndex): string | undefined {
  const found = new RegExp(String.raw`/${key}\s*(<<|\d+\s+\d+\s+R)`).exec(dictionary);
  if (found === null) return undefined;
  const [whole, value] = found;
  if (value !== '<<') return references(value ?? '').map(objects.read)[0];
  return dictionaryFrom(dictionary, found.index + whole.length);
}

function dictionaryFrom(text: string, start: number): string {
  let depth = 1;
  for (const mark of text.slice(start).matchAll(/<<|>>/g)) {
    depth += mark[0] === '<<' ? 1 : -1;
    if (depth === 0) return text.slice(start, start + mark.index);
  }
  return text.slice(start);
}
