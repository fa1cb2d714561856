import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/model/page.ts';
import { mostOfAKind, openNotebook } from '../../src/workers/notebook.ts';

const box: Box = [1, 2, 3, 4];

describe('a notebook', () => {
  it('is closed unless somebody asks: the patch stays the very same, and so does the result', () => {
    const { task, signed } = openNotebook('tables', 1, false);
    const patch = { text: 'x' };
    expect(task.note).toBeUndefined();
    expect(signed(patch)).toBe(patch);
  });

  it('keeps what a stage notes, in its order and with its name, beside what else the stage says', () => {
    const { task, signed } = openNotebook('tables', 1, true);
    task.note?.({ kind: 'edge', box });
    task.note?.({ kind: 'region', box, accepted: false, rule: 'stream.prose', detail: '1 column' });
    expect(signed({ text: 'x' })).toEqual({
      text: 'x',
      findings: [],
      notes: [
        { stage: 'tables', kind: 'edge', box },
        { stage: 'tables', kind: 'region', box, accepted: false, rule: 'stream.prose', detail: '1 column' },
      ],
    });
  });

  it('is not filled up by ten thousand edges: the decision after them is still told, and a finding says what was cut', () => {
    const { task, signed } = openNotebook('tables', 7, true);
    for (let edge = 0; edge < 10_000; edge++) task.note?.({ kind: 'edge', box });
    task.note?.({ kind: 'region', box, accepted: true });
    const { notes = [], findings = [] } = signed({});
    expect(notes.filter(({ kind }) => kind === 'edge')).toHaveLength(mostOfAKind);
    expect(notes.at(-1)).toMatchObject({ kind: 'region', accepted: true });
    expect(findings).toMatchObject([{ code: 'explain.notes-cut', page: 7 }]);
    expect(findings[0]?.message).toContain('10000');
  });

  it('cuts texts that quote a whole page', () => {
    const { task, signed } = openNotebook('ocr', 1, true);
    task.note?.({ kind: 'route', box, rule: 'r'.repeat(10_000), detail: 'd'.repeat(100_000) });
    expect(JSON.stringify(signed({})).length).toBeLessThan(1_000);
  });
});
