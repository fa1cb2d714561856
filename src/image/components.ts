import type { InkMask } from './ink-mask.ts';

/** Pixels of ink that touch each other: the corners of their box, the last ones included, and how many they are. */
export interface Component {
  left: number;
  top: number;
  right: number;
  bottom: number;
  ink: number;
}

/** A stretch of ink in one row, and the component that it was put to. */
interface Run {
  from: number;
  to: number;
  id: number;
}

/** Connected components, diagonal neighbours included, by runs and union–find (Rosenfeld and Pfaltz 1966), in no particular order. */
export function findComponents({ width, height, data }: InkMask): Component[] {
  const components: Component[] = [];
  const parents: number[] = [];
  let above: Run[] = [];
  for (let y = 0; y < height; y++) {
    const row = runsOf(data.subarray(y * width, (y + 1) * width));
    let first = 0;
    for (const run of row) {
      while (first < above.length && above[first]!.to < run.from - 1) first++;
      for (let i = first; i < above.length && above[i]!.from <= run.to + 1; i++) join(run, rootOf(parents, above[i]!.id), parents, components);
      if (run.id < 0) {
        run.id = parents.push(parents.length) - 1;
        components.push({ left: run.from, top: y, right: run.to, bottom: y, ink: 0 });
      }
      const component = components[run.id]!;
      component.left = Math.min(component.left, run.from);
      component.right = Math.max(component.right, run.to);
      component.bottom = y;
      component.ink += run.to - run.from + 1;
    }
    above = row;
  }
  return components.filter((_, id) => parents[id] === id);
}

function runsOf(row: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let from = row.indexOf(1); from >= 0;) {
    let to = from;
    while (row[to + 1] === 1) to++;
    runs.push({ from, to, id: -1 });
    from = row.indexOf(1, to + 2);
  }
  return runs;
}

function rootOf(parents: number[], id: number): number {
  let root = id;
  while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
  return root;
}

/** The run takes the component of the one above; when it has one already, the two become one. */
function join(run: Run, other: number, parents: number[], components: Component[]): void {
  if (run.id < 0) run.id = other;
  if (run.id === other) return;
  const [kept, gone] = [components[run.id]!, components[other]!];
  parents[other] = run.id;
  kept.left = Math.min(kept.left, gone.left);
  kept.top = Math.min(kept.top, gone.top);
  kept.right = Math.max(kept.right, gone.right);
  kept.bottom = Math.max(kept.bottom, gone.bottom);
  kept.ink += gone.ink;
}
