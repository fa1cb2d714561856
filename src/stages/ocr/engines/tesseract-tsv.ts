import type { ReadLine, ReadWord } from '../engine.ts';

const columns = ['level', 'page_num', 'block_num', 'par_num', 'line_num', 'word_num', 'left', 'top', 'width', 'height', 'conf', 'text'];

/** Of a row that is a word; those above are pages, blocks, paragraphs and lines. */
const wordLevel = '5';

/**
 * Lines of words of what tesseract writes with `tessedit_create_tsv`: a row for each part of the page in reading order, boxes in pixels, confidence in per cent.
 * `width` and `height` are those of the raster that was read. Throws an `Error` at the first row that cannot be right.
 */
export function parseTsv(tsv: string, { width, height }: { width: number; height: number }): ReadLine[] {
  const [head, ...rows] = tsv.split('\n');
  if (head !== columns.join('\t')) throw new Error(`the first row is "${clip(head)}"`);
  if (rows.pop() !== '') throw new Error('the last row is cut off');
  const lines: ReadLine[] = [];
  let current = '';
  for (const row of rows) {
    const cells = row.split('\t');
    const [level, page, block, paragraph, line] = cells;
    if (cells.length !== columns.length) throw new Error(`a row has ${cells.length} columns: "${clip(row)}"`);
    if (level !== wordLevel) continue;
    const word = wordOf(cells, width, height);
    if (word.text === '') continue;
    const place = `${page}/${block}/${paragraph}/${line}`;
    if (place !== current) lines.push({ block: Number(block), words: [] });
    current = place;
    lines.at(-1)?.words.push(word);
  }
  return lines;
}

function wordOf(cells: readonly string[], width: number, height: number): ReadWord {
  const [left, top, across, down] = cells.slice(6, 10).map((cell) => (/^\d{1,6}$/.test(cell) ? Number(cell) : NaN)) as [
    number,
    number,
    number,
    number,
  ];
  const confidence = Math.round(Number(cells[10]) * 10) / 1000;
  // Written so that what is not a number is refused too.
  if (!(left + across <= width && top + down <= height && confidence >= 0 && confidence <= 1))
    throw new Error(`no word can be "${clip(cells.join(' '))}"`);
  return { text: (cells[11] ?? '').trim(), box: [left, top, left + across, top + down], confidence };
}

function clip(text = ''): string {
  return text.slice(0, 100);
}
