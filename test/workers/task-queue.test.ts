import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TaskQueue } from '../../src/workers/task-queue.ts';

describe('the task queue', () => {
  it('gives a process more of the document that it has open, however old the others are', () => {
    const queue = queueOf('b', 'a1', 'a2');
    expect(queue.take(['a'], new Set())?.name).toBe('a1');
    expect(queue.take(['a'], new Set())?.name).toBe('a2');
    expect(queue.take(['a'], new Set())?.name).toBe('b');
    expect(queue.take(['a'], new Set())).toBeUndefined();
  });

  it('opens a document that nobody has open before it shares one', () => {
    const queue = queueOf('a1', 'a2', 'b1');
    expect(queue.take(['c'], new Set(['a']))?.name).toBe('b1');
    expect(queue.take(['c'], new Set(['a']))?.name).toBe('a1');
  });

  it('keeps the order of age within each rule', () => {
    const queue = queueOf('a1', 'b1', 'c1');
    expect(queue.take([], new Set(['a']))?.name).toBe('b1');
    expect(queue.oldest?.name).toBe('a1');
  });

  it('loses and doubles no task, whatever is added, taken and removed', () => {
    const step = fc.record({
      act: fc.constantFrom('add', 'take', 'remove'),
      document: fc.constantFrom('a', 'b', 'c'),
      open: fc.subarray(['a', 'b', 'c']),
      held: fc.subarray(['a', 'b', 'c']),
      pick: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const queue = new TaskQueue<{ document: string }>();
        let model: { document: string }[] = [];
        for (const { act, document, open, held, pick } of steps) {
          const added = { document };
          const chosen = model[pick % Math.max(model.length, 1)];
          if (act === 'add') {
            queue.add(added);
            model.push(added);
          } else if (act === 'remove' && chosen !== undefined) {
            queue.remove(chosen);
            model = model.filter((task) => task !== chosen);
          } else if (act === 'take') {
            const taken = queue.take(open, new Set(held));
            const own = model.filter((task) => open.includes(task.document));
            const free = model.filter((task) => !held.includes(task.document));
            expect(taken).toBe([...own, ...free, ...model][0]);
            model = model.filter((task) => task !== taken);
          }
          expect(queue.size).toBe(model.length);
        }
        expect(queue.removeAll()).toEqual(model);
      }),
    );
  });
});

/** Tasks of the document that is their first letter. */
function queueOf(...names: string[]): TaskQueue<{ document: string; name: string }> {
  const queue = new TaskQueue<{ document: string; name: string }>();
  for (const name of names) queue.add({ name, document: name.charAt(0) });
  return queue;
}
