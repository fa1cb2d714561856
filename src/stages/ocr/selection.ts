/** Is a page among those of a selection such as `1-3,7` or `5-`? All are where there is none. */
export function isSelected(page: number, selection: string | undefined): boolean {
  if (selection === undefined) return true;
  return selection.split(',').some((range) => {
    const [first = '', last = first] = range.split('-');
    return page >= Number(first) && (last === '' || page <= Number(last));
  });
}
