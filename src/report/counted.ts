/** `1 page`, `2 pages`: a number with its noun, as a person says it. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
