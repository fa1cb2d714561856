import type { Component } from '../../image/components.ts';

/** Fewer letters with a neighbour than this do not tell in what direction lines run. */
const fewest = 20;

/** Share of the letters whose nearest neighbour lies above or below for lines to run downwards. */
const most = 0.6;

/**
 * Do lines run from top to bottom, as on a page that lies on its side? Within a line letters stand closer than lines to each other, so the nearest neighbours
 * of most letters tell (O'Gorman, The document spectrum for page layout analysis, 1993).
 */
export function runsDown(letters: readonly Component[]): boolean {
  let [across, down] = [0, 0];
  const byLeft = [...letters].sort((a, b) => a.left - b.left);
  byLeft.forEach((letter, at) => {
    const reach = 2 * Math.max(letter.right - letter.left, letter.bottom - letter.top);
    let [beside, below] = [Infinity, Infinity];
    for (let i = at + 1; i < byLeft.length && byLeft[i]!.left <= letter.right + reach; i++) beside = Math.min(beside, gapBeside(letter, byLeft[i]!));
    for (const other of around(byLeft, at, letter.right)) below = Math.min(below, gapBelow(letter, other));
    if (Math.min(beside, below) > reach) return;
    if (beside < below) across++;
    else if (below < beside) down++;
  });
  return across + down >= fewest && down > most * (across + down);
}

/** Letters that may stand above or below: those that begin before this one ends. */
function* around(byLeft: readonly Component[], at: number, right: number): Generator<Component> {
  const letter = byLeft[at]!;
  const widest = 3 * (letter.right - letter.left + 1);
  for (let i = at + 1; i < byLeft.length && byLeft[i]!.left <= right; i++) yield byLeft[i]!;
  for (let i = at - 1; i >= 0 && byLeft[i]!.left >= letter.left - widest; i--) yield byLeft[i]!;
}

function gapBeside(a: Component, b: Component): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const needed = 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
  return shared > needed && b.left > a.right ? b.left - a.right : Infinity;
}

function gapBelow(a: Component, b: Component): number {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const needed = 0.5 * Math.min(a.right - a.left, b.right - b.left);
  return shared > needed && b.top > a.bottom ? b.top - a.bottom : Infinity;
}
