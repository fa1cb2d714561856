import { expect, it } from 'vitest';
import { numberedCandidates } from '../../src/model/note.ts';
import type { Note } from '../../src/model/note.ts';

const region = (rule: string): Note => ({ stage: 'tables', kind: 'region', box: [0, 0, 1, 1], accepted: false, rule });

// A finder that goes over a page twice refuses the same thing twice.
it('candidates are numbered in their order, what was said twice once, and nothing else is a candidate', () => {
  const notes: Note[] = [region('prose'), { stage: 'tables', kind: 'edge', box: [0, 0, 1, 0] }, region('list'), region('prose')];
  expect(numberedCandidates(notes).map(({ number, rule }) => [number, rule])).toEqual([
    [1, 'prose'],
    [2, 'list'],
  ]);
});
