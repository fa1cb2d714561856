/**
 * The first place below `length` where something holds that then holds at all later places, found by halving; `length` where it holds nowhere. For what is
 * looked up again and again: going through it from the start each time would take time by the square.
 */
export function firstPlace(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
