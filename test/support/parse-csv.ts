/** Rows of a CSV text as RFC 4180 reads it: the other way round from what the sink does, and by other means. */
export function parseCsv(text: string, delimiter = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length) throw new Error('a quote is not closed');
        cell += text.charAt(at);
        if (text[at] === '"') at++;
      }
      at++;
    } else while (at < text.length && text[at] !== delimiter && text.slice(at, at + 2) !== '\r\n') cell += text.charAt(at++);
    row.push(cell);
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`a cell is followed by ${JSON.stringify(text[at])}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
}
