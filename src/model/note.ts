import type { Box } from './page.ts';

/**
 * What a stage saw on a page and what it made of it, for a person who asks why: told only when a page is explained, never part of a result.
 */
export interface Note {
  stage: string;
  /** What it is about: an edge, a cell, a candidate of a region…; a template that was tried, what speaks for a document type. */
  kind: 'edge' | 'shading' | 'cell' | 'region' | 'word' | 'image' | 'route' | 'template' | 'evidence';
  /** Absent when it is about the document as a whole. */
  box?: Box;
  /** Whether it counted in the end; absent for what was only seen. */
  accepted?: boolean;
  /** The rule that decided, by its name, and the numbers it went by. */
  rule?: string;
  detail?: string;
}

/** A region that a stage weighed. */
export interface NumberedCandidate extends Note {
  box: Box;
  number: number;
}

/** Candidates numbered from 1 in the order in which they were told, each decision once: the terminal and the picture call them by the same numbers. */
export function numberedCandidates(notes: readonly Note[]): NumberedCandidate[] {
  const told = new Map(notes.filter(isRegion).map((note) => [JSON.stringify(note), note]));
  return [...told.values()].map((note, index) => ({ ...note, number: index + 1 }));
}

function isRegion(note: Note): note is Note & { box: Box } {
  return note.kind === 'region' && note.box !== undefined;
}
