import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/model/page.ts';
import type { Table } from '../../../src/model/table.ts';
import { render } from '../../../src/sink/markdown/render.ts';
import { documentOf } from '../../support/made-document.ts';
import { pageOf, setLines } from '../../support/set-lines.ts';

type Config = Parameters<typeof render>[0]['config'];

const file = { path: '/in/a.pdf', filename: 'a.pdf', sha256: 'cafe', bytes: 3, passwords: [] };

function markdown(pages: readonly Page[], tables: Table[] = [], config: Partial<Config> = {}): string {
  const whole: Config = { folder: '', tables: 'auto', page_breaks: 'comment', ...config };
  return render({ file, pipeline: { name: 'p', fingerprint: 'f' }, config: whole, document: documentOf({ pages: [...pages], tables }) }) as string;
}

const prose = (y: number, x = 50) =>
  setLines(
    [
      'The channel that carries a stream to the mill is called a mill-',
      'race, and what is left of the water leaves it by another one that',
      'leads back to the river.',
    ],
    { x, y },
  );

describe('the Markdown of a document', () => {
  it('has paragraphs whose lines are joined, with the words broken at their ends', () => {
    expect(markdown([pageOf([...prose(100), ...prose(160)])])).toBe(
      `${['', ''].map(() => 'The channel that carries a stream to the mill is called a millrace, and what is left of the water leaves it by another one that leads back to the river.').join('\n\n')}\n`,
    );
  });

  it('has headings by the size of their type, with the largest on top, also over two lines', () => {
    const lines = [
      ...setLines(['A Title That Is So Long', 'That It Needs Two Lines'], { y: 60, size: 20 }),
      ...setLines(['Section'], { y: 130, size: 14 }),
      ...prose(160),
      ...setLines(['Another'], { y: 230, size: 14 }),
      ...prose(260),
      ...setLines(['1 250 000'], { y: 320, size: 14 }),
    ];
    const titles = markdown([pageOf(lines)]).match(/^#.*$/gm);
    expect(titles).toEqual(['# A Title That Is So Long That It Needs Two Lines', '## Section', '## Another']);
  });

  it('has headings of the same size as the text, when they stand apart and are numbered or in capitals', () => {
    const lines = [
      ...setLines(['1. Scope'], { y: 60 }),
      ...prose(84),
      ...setLines(['1.1 Terms Used'], { y: 140 }),
      ...prose(164),
      ...setLines(['DEFINITIONS'], { y: 220 }),
      ...prose(244),
    ];
    expect(markdown([pageOf(lines)]).match(/^#.*$/gm)).toEqual(['# 1. Scope', '## 1.1 Terms Used', '# DEFINITIONS']);
  });

  it('has lists with their bullets, numbers and levels', () => {
    const lines = [
      ...setLines(['We need these things, and a few words of introduction here:'], { y: 60 }),
      ...setLines(['• a first one that goes on over the end of the line, since it', 'has much to say'], { y: 80, x: 60 }),
      ...setLines(['– within it'], { y: 104, x: 80 }),
      ...setLines(['• a second one'], { y: 116, x: 60 }),
      ...setLines(['And then, in order, with words enough to fill a line of it:'], { y: 150 }),
      ...setLines(['1. one', '2. two', '(a) two and a half', '3. three'], { y: 170, x: 60 }),
    ];
    expect(markdown([pageOf(lines)])).toBe(`We need these things, and a few words of introduction here:

- a first one that goes on over the end of the line, since it has much to say
  - within it
- a second one

And then, in order, with words enough to fill a line of it:

1. one
2. two
   - (a) two and a half
3. three
`);
  });

  it('keeps lines that end on purpose, as in an address', () => {
    expect(markdown([pageOf(setLines(['Mill Company Limited', 'Race 17', '12345 Streamtown upon the Water', 'Nowhere'], { y: 60 }))])).toBe(
      'Mill Company Limited\\\nRace 17\\\n12345 Streamtown upon the Water\\\nNowhere\n',
    );
  });

  it('keeps lines that are centred, or flush on the right side alone', () => {
    const texts = ['Race Lane', '12345 Streamtown', 'Mill Company'];
    const placed = (place: (width: number) => number) =>
      texts.flatMap((text, at) => setLines([text], { x: place(text.length * 5), y: 160 + 12 * at }));
    expect(markdown([pageOf([...prose(100), ...placed((width) => 400 - width)])])).toContain('Race Lane\\\n12345 Streamtown\\\nMill Company');
    expect(markdown([pageOf([...prose(100), ...placed((width) => 300 - width / 2)])])).toContain('Race Lane\\\n12345 Streamtown\\\nMill Company');
  });

  it('reads columns one after the other, and goes on with a sentence in the next', () => {
    const right = setLines(['and so it goes on here.'], { x: 400, y: 60 });
    const left = setLines(['This is a line that ends the first column of the page,'], { x: 50, y: 700 });
    expect(markdown([pageOf([...left, ...right])])).toBe('This is a line that ends the first column of the page, and so it goes on here.\n');
  });

  it('leaves out running heads, feet and page numbers', () => {
    const head = setLines(['The Book'], { y: 30 }).map((line) => ({ ...line, furniture: 'header' as const }));
    const foot = setLines(['- 7 -'], { y: 780, x: 290 });
    expect(markdown([pageOf([...head, ...prose(100), ...foot])])).not.toMatch(/Book|7/);
  });

  it('marks where a page ends, and keeps a sentence whole that goes over it', () => {
    const pages = [
      pageOf(setLines(['A sentence that goes'], { y: 700 })),
      pageOf(setLines(['on here.', 'New words.'], { y: 60, pitch: 40 }), { page: 2 }),
    ];
    expect(markdown(pages)).toBe('A sentence that goes on here.\n\n<!-- page 2 -->\n\nNew words.\n');
    expect(markdown(pages, [], { page_breaks: 'rule' })).toContain('\n\n---\n\n');
    expect(markdown(pages, [], { page_breaks: 'none' })).toBe('A sentence that goes on here.\n\nNew words.\n');
  });

  it('is empty for a document without text', () => {
    expect(markdown([pageOf([], { method: 'blank' })])).toBe('');
  });
});

describe('a table in Markdown', () => {
  const cell = { row_span: 1, column_span: 1, bbox: [0, 0, 1, 1] as const };
  const table: Table = {
    page: 1,
    bbox: [50, 190, 300, 260],
    method: 'lattice',
    confidence: 1,
    title: 'Table 1: Prices',
    headers: ['Item', 'Price'],
    rows: [
      ['Bolt | short', '4 < 5'],
      ['Nut . . . . . .', '3'],
    ],
    cells: [
      { ...cell, row: 0, column: 0, text: 'Item', header: 'column' },
      { ...cell, row: 0, column: 1, text: 'Price', header: 'column' },
      { ...cell, row: 1, column: 0, text: 'Bolt | short' },
      { ...cell, row: 1, column: 1, text: '4 < 5' },
    ],
  };
  const lines = [
    ...prose(100),
    ...setLines(['Table 1: Prices'], { y: 180 }),
    ...setLines(['Item Price', 'Bolt | short 4 < 5', 'Nut 3'], { y: 210 }),
    ...setLines(['The words below it.'], { y: 300 }),
  ];

  it('stands where it was, with its title, and its text is nowhere else', () => {
    expect(
      markdown([pageOf(lines)], [table])
        .split('\n\n')
        .slice(1),
    ).toEqual(['**Table 1: Prices**', '| Item | Price |\n| --- | --- |\n| Bolt \\| short | 4 &lt; 5 |\n| Nut | 3 |', 'The words below it.\n']);
  });

  it('is HTML when cells span others, or when it is asked for', () => {
    const spanning = { ...table, cells: table.cells.map((one) => (one.row === 0 && one.column === 1 ? { ...one, column_span: 2 } : one)) };
    expect(markdown([pageOf(lines)], [spanning])).toContain(
      '<table>\n<tr><th>Item</th><th colspan="2">Price</th></tr>\n<tr><td>Bolt | short</td><td>4 &lt; 5</td></tr>\n</table>',
    );
    expect(markdown([pageOf(lines)], [table], { tables: 'html' })).toContain('<tr><td>Bolt | short</td>');
    expect(markdown([pageOf(lines)], [spanning], { tables: 'pipe' })).not.toContain('<table>');
  });

  it('as HTML has a row for each, also where cells from above cover it', () => {
    const tall = [0, 1].map((column) => ({ ...cell, row: 0, column, row_span: 2, text: String(column) }));
    const text = markdown([pageOf([])], [{ ...table, cells: [...tall, { ...cell, row: 2, column: 0, text: 'below' }] }]);
    expect(text).toContain('<tr><td rowspan="2">0</td><td rowspan="2">1</td></tr>\n<tr></tr>\n<tr><td>below</td></tr>');
  });

  it('without a header has an empty one', () => {
    expect(markdown([pageOf([])], [{ ...table, headers: [] }])).toContain('|  |  |\n| --- | --- |\n| Bolt');
  });

  it('that goes on over a page says nothing twice', () => {
    const continued = {
      ...table,
      pages: [1, 2],
      cells: [...table.cells, { ...cell, row: 2, column: 0, text: 'Washer', page: 2, bbox: [40, 40, 200, 62] as const }],
    };
    const text = markdown([pageOf(lines), pageOf(setLines(['Washer', 'After it.'], { y: 60, pitch: 30 }), { page: 2 })], [continued]);
    expect(text.match(/Washer/g)).toBeNull();
    expect(text).toContain('After it.');
  });
});

describe('what a document says', () => {
  it.each([
    ['# no heading', '\\# no heading'],
    ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
    ['[a](javascript:alert(1)) ![x](http://x)', '\\[a\\](javascript:alert(1)) !\\[x\\](http\\://x)'],
    ['*bold* _and_ snake_case `code` ~~no~~', '\\*bold\\* \\_and\\_ snake_case \\`code\\` \\~\\~no\\~\\~'],
    ['> quoted', '\\> quoted'],
    ['2026. A year', '2026\\. A year'],
    ['+ 5', '\\+ 5'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['|:--|--:|', '\\|:--|--:|'],
    ['| a | b |', '| a | b |'],
    ['&lt; &copy; AT&T', '\\&lt; \\&copy; AT&T'],
    ['see www.example.org or me@example.org', 'see www\\.example.org or me\\@example.org'],
    ['C:\\new', 'C:\\\\new'],
  ])('%j is shown as it is', (text, escaped) => {
    expect(markdown([pageOf(setLines([text]))])).toBe(`${escaped}\n`);
  });

  // A document could otherwise bring its own HTML into whatever shows the result.
  it('brings no tag, whatever it is', () => {
    const texts = fc.array(fc.constantFrom('<', '>', 'b', '/', '!', '-', '\\', '`', '&', 'lt;', '[', ']', '(', ')', ' ', '#', '\n'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, (parts) => {
        expect(markdown([pageOf(setLines([parts.join('')]))])).not.toContain('<');
      }),
    );
  });
});
