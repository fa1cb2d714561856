/** The last part of the full name of a form field, which its groups stand before: `form1[0].page1[0].iban[0]` is `iban`. */
export function lastPart(name: string): string {
  const part = name.split('.').findLast((text) => text !== '') ?? '';
  return part.replace(/\[\d+\]$/, '');
}
