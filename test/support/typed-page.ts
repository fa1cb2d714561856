import type { PageInk } from '../../src/stages/tables/page-ink.ts';
import { inkOf } from '../../src/stages/tables/page-ink.ts';
import type { Line, Page, Word } from '../../src/model/page.ts';

/** In points: the size of the type, the width of a letter and the distance of lines. */
const size = 10;
const letter = 5;
const leading = 12;

/** A page as it would come from a typewriter: where a word stands in the text is where it stands on the page. */
export function typedText(text: string, page = 1): Page {
  const lines = rowsOf(text).flatMap((row, at) => (isRule(row) || row.trim() === '' ? [] : [lineOf(row, topOf(at))]));
  return { page, width: 612, height: 842, rotation: 0, method: 'text', text, lines };
}

/** The same with its ink: rows of `=` are rules. */
export function typedPage(text: string): PageInk {
  const edges = rowsOf(text).flatMap((row, at) =>
    isRule(row)
      ? [...row.matchAll(/=+/g)].map((run) => ({
          way: 'h' as const,
          at: topOf(at) + leading / 2,
          from: left(run.index),
          to: left(run.index + run[0].length),
          thickness: 1,
        }))
      : [],
  );
  return inkOf(typedText(text), { edges, fills: [], images: [], strokes: [], ignored: 0 });
}

function rowsOf(text: string): string[] {
  return text.replace(/^\n/, '').split('\n');
}

function isRule(row: string): boolean {
  return /^[\s=]*=[\s=]*$/.test(row);
}

function lineOf(row: string, y: number): Line {
  const words = [...row.matchAll(/\S+/g)].map((match): Word => ({
    text: match[0],
    box: [left(match.index), y, left(match.index + match[0].length), y + size],
  }));
  return { text: row.trim(), box: [words[0]?.box[0] ?? 0, y, words.at(-1)?.box[2] ?? 0, y + size], words, size };
}

function left(column: number): number {
  return 50 + letter * column;
}

function topOf(row: number): number {
  return 50 + leading * row;
}
