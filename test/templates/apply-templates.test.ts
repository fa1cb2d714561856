import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/model/field.ts';
import type { Page } from '../../src/model/page.ts';
import { applyTemplates } from '../../src/templates/apply-templates.ts';
import type { MatchedTemplate } from '../../src/templates/apply-templates.ts';
import { trialNote } from '../../src/templates/trial-note.ts';
import type { Locale } from '../../src/values/candidate.ts';
import { templateFile } from '../support/template-file.ts';
import { typedText } from '../support/typed-page.ts';

const locale: Locale = { languages: ['en'], dayFirst: true };

const invoice = `
Weir & Sons Ltd                                   Invoice 2026-0117
4 Mill Lane                                       Issued: 3 March 2026
VAT GB 123 4567 89                                Payable until 02/04/2026

Item             Quantity     Price       Amount
Oak paddles             4     12.50        50.00
 seasoned two years
Iron bolts            200      0.05        10.00
Page 1 of 1
                               Net         60.00
                               VAT 10%      6.00
                               Total       66.00 GBP
`;

const template = `
issuer: Weir & Sons Ltd
keywords: [GB 123 4567 89, 'Invoice \\d+']
fields:
  invoice_number: Invoice\\s+(\\S+)
  date: 'Issued:\\s+(.+)'
  date_due: Payable until (\\S+)
  amount: Total\\s+([\\d.]+)
  amount_untaxed: Net\\s+([\\d.]+)
  amount_tax: VAT \\d+%\\s+([\\d.]+)
lines:
  start: Item\\s+Quantity.*
  end: Net
  first_line: ^(?P<desc>\\S.*?)\\s{2,}(?P<qty>\\d+)\\s+(?P<price_unit>[\\d.]+)\\s+(?P<price_subtotal>[\\d.]+)$
  line: ^\\s+(?P<desc>.+)$
  skip_line: Page \\d+
`;

function read(yaml: string, ...pages: string[]): MatchedTemplate & { byName: Record<string, Field> } {
  const given: Page[] = pages.map((text, at) => typedText(text, at + 1));
  const { matched } = applyTemplates([templateFile(yaml)], { pages: given }, locale);
  if (matched === undefined) throw new Error('the template does not match');
  return { ...matched, byName: Object.fromEntries(matched.fields.map((field) => [field.name, field])) };
}

it('reads what an invoice says under the names of results', () => {
  const { fields, name } = read(template, invoice);
  expect(Object.fromEntries(fields.map((field) => [field.name, field.value]))).toEqual({
    invoice_number: '2026-0117',
    invoice_date: '2026-03-03',
    due_date: '2026-04-02',
    total: 66,
    subtotal: 60,
    total_tax: 6,
    vendor_name: 'Weir & Sons Ltd',
    line_items: [
      { description: 'Oak paddles seasoned two years', quantity: 4, unit_price: 12.5, amount: 50 },
      { description: 'Iron bolts', quantity: 200, unit_price: 0.05, amount: 10 },
    ],
  });
  expect(name).toBe('mine');
});

it('knows where each value stands, by the words that it was read from', () => {
  const { byName } = read(template, 'A page before', invoice);
  const [row, column] = [
    invoice.split('\n').findIndex((line) => line.includes('Total')) - 1,
    invoice
      .split('\n')
      .find((line) => line.includes('Total'))
      ?.indexOf('66.00') ?? 0,
  ];
  expect(byName['total']).toMatchObject({
    page: 2,
    raw: '66.00',
    bbox: [50 + 5 * column, 50 + 12 * row, 50 + 5 * (column + 5), 60 + 12 * row],
    confidence: 0.95,
    by: 'template/mine',
  });
  // The issuer is known to the template; the document says it as well.
  expect(byName['vendor_name']).toMatchObject({ page: 2, raw: 'Weir & Sons Ltd' });
  const first = invoice.split('\n').findIndex((line) => line.startsWith('Oak')) - 1;
  expect(byName['line_items']?.bbox?.slice(0, 2)).toEqual([50, 50 + 12 * first]);
});

describe('which template is taken', () => {
  const weir = (extra: string): string => `keywords: [Weir]\nfields: { which: { parser: static, value: ${extra} } }\n`;
  const trial = (...yaml: string[]) => applyTemplates(yaml.map(templateFile), { pages: [typedText(invoice)] }, locale);

  it('is the one with the highest priority, and of several such the first', () => {
    const { matched, tried } = trial(`name: a\n${weir('a')}`, `name: b\npriority: 6\n${weir('b')}`, `name: c\npriority: 6\n${weir('c')}`);
    expect(matched?.name).toBe('b');
    expect(tried.map(({ name, outranked_by }) => [name, outranked_by])).toEqual([
      ['b', undefined],
      ['c', 'b'],
      ['a', 'b'],
    ]);
  });

  // What people ask most: why was my template not taken?
  it('is none that misses a keyword or has an excluded one, and it is told which', () => {
    const { matched, tried, findings } = trial(
      'name: a\nkeywords: [Weir, Sluice, "Invoice \\\\D"]\n',
      'name: b\nkeywords: Weir\nexclude_keywords: [Paid, "VAT \\\\d+%"]\n',
    );
    expect(matched).toBeUndefined();
    expect(tried).toEqual([
      { name: 'a', matched: false, missing_keywords: ['Sluice', 'Invoice \\D'] },
      { name: 'b', matched: false, missing_keywords: [], excluded_by: 'VAT \\d+%' },
    ]);
    expect(findings).toEqual([]);
    expect(tried.map((one) => trialNote(one).detail)).toEqual(['keywords "Sluice", "Invoice \\\\D" not found', 'excluded by "VAT \\\\d+%"']);
  });
});

describe('required fields', () => {
  it('that are not found are named, and the others are given all the same', () => {
    const given = [
      templateFile('keywords: Weir\nfields: { amount: "Total +([0-9.]+)", order: "Order (.+)" }\nrequired_fields: [amount, order, lines]\n'),
    ];
    const { matched, findings } = applyTemplates(given, { pages: [typedText(invoice)] }, locale);
    expect(matched?.fields.map(({ name }) => name)).toEqual(['total']);
    expect(findings).toMatchObject([{ code: 'template.required-missing', message: 'Template mine did not find order, line_items.' }]);
  });

  it('are date, amount and number, of those that the template reads, when it does not say', () => {
    const given = [templateFile('keywords: Weir\nfields: { amount: "Sum +([0-9.]+)", order: "Order (.+)" }\n')];
    expect(applyTemplates(given, { pages: [typedText(invoice)] }, locale).findings).toMatchObject([
      { code: 'template.required-missing', message: 'Template mine did not find total.' },
    ]);
  });
});

describe('values', () => {
  const page = `
Weir    No. 17    No. 18
Paid 1.234,50 on 03-04-26    Paid 65,50 on 05-04-26
IBAN DE89 3704 0044 0532 0130 00    BIC nonsense
Net weight  12    Gross weight 13
`;
  const fields = (yaml: string) => read(`keywords: Weir\n${yaml}`, page);

  it('are grouped as the template asks, sums in exact decimals', () => {
    const paid = (group: string): string => `paid: { regex: 'Paid (\\S+)', type: float, group: ${group} }`;
    for (const [group, value] of [
      ['sum', 1300],
      ['min', 65.5],
      ['max', 1234.5],
      ['first', 1234.5],
      ['last', 65.5],
      ['join', '1234.5 65.5'],
    ] as const)
      expect([group, fields(`options: { decimal_separator: ',' }\nfields: { ${paid(group)} }`).byName['paid']?.value]).toEqual([group, value]);
    expect(fields(`options: { decimal_separator: ',' }\nfields: { sum_paid: 'Paid (\\S+)' }`).byName['paid']).toMatchObject({
      value: 1300,
      decimal: '1300.00',
    });
  });

  it('that are no numbers are no part of a sum', () => {
    expect(fields(`fields: { no: { regex: 'No\\. (\\d+)', type: string, group: sum } }`).fields).toEqual([]);
  });

  it('that differ are the first one, with less confidence and a finding, unless a list is asked for', () => {
    const { matched, findings } = applyTemplates(
      [templateFile(`keywords: Weir\nfields: { no: 'No\\. (\\d+)' }`)],
      { pages: [typedText(page)] },
      locale,
    );
    expect(matched?.fields).toMatchObject([{ name: 'no', value: '17', confidence: 0.6 }]);
    expect(findings.map(({ code }) => code)).toEqual(['template.doubtful']);
    expect(fields(`fields: { no: { regex: 'No\\. (\\d+)', list: true } }`).fields).toMatchObject([
      { value: '17', listed: true, confidence: 0.9 },
      { value: '18', listed: true },
    ]);
  });

  it('have the notation that the template names, and their checks', () => {
    const { byName } = fields(`
options: { date_formats: '%d-%m-%y' }
fields:
  date: { regex: 'on (\\S+)', group: first }
  iban: IBAN (\\S+ \\S+ \\S+ \\S+ \\S+ \\S+)
  bic: BIC (\\S+)
`);
    expect(byName['invoice_date']).toMatchObject({ value: '2026-04-03', raw: '03-04-26', confidence: 0.95 });
    expect(byName['iban']).toMatchObject({ value: 'DE89370400440532013000', checks: ['iban-checksum'] });
    expect(byName['bic']).toBeUndefined();
  });

  it('are looked for in an area of the page alone', () => {
    // The second half of the fourth line, in pixels of 144 dpi.
    const { byName } = fields(`fields: { weight: { regex: 'weight +(\\d+)', area: { x: 270, y: 170, W: 500, H: 30, r: 144 } } }`);
    expect(byName['weight']?.value).toBe('13');
  });

  it('are what is left after replacements', () => {
    expect(fields(`fields: { no: { regex: 'No\\. (\\d+)', group: first, replace: [['^1', 'A-']] } }`).byName['no']?.value).toBe('A-7');
  });
});

describe('tables', () => {
  it('give the values below their headings', () => {
    const page = `
Hotel at the weir          Check in      Check out    Rooms
Mill House, Watertown      31/12/2025    02/01/2026   2
Booking                    Payment
WX-17                      cash
`;
    const { byName } = read(
      `
keywords: weir
document_type: booking
tables:
  - start: Check in\\s+Check out.*
    end: Booking
    body: (?P<hotel>\\S.*?)\\s{2,}(?P<date_in>\\S+)\\s+(?P<date_out>\\S+)\\s+(?P<rooms>\\d+)
    types: { rooms: int }
`,
      page,
    );
    expect(Object.fromEntries(Object.entries(byName).map(([name, { value }]) => [name, value]))).toEqual({
      hotel: 'Mill House, Watertown',
      date_in: '2025-12-31',
      date_out: '2026-01-02',
      rooms: 2,
    });
    expect(byName['rooms']).toMatchObject({ page: 1, bbox: [50 + 5 * 54, 62, 50 + 5 * 55, 72] });
  });
});

describe('what is done to the text first', () => {
  it('does not lose the places of words', () => {
    const page = `\nSociété du Bief      T o t a l   à  payer :  6 6 , 0 0`;
    const { byName } = read(
      `
keywords: [societedubief]
options: { remove_whitespace: true, remove_accents: true, lowercase: true, decimal_separator: ',', replace: [['a payer|apayer', 'due']] }
fields: { amount: 'totaldue:([\\d,]+)' }
`,
      page,
    );
    const from = page.split('\n')[1]?.indexOf('6') ?? 0;
    expect(byName['total']).toMatchObject({ value: 66, bbox: [50 + 5 * from, 50, 50 + 5 * (from + 9), 60] });
  });
});

it('tells nothing of a document that no template was written for', () => {
  expect(applyTemplates([], { pages: [typedText(invoice)] }, locale)).toEqual({ tried: [], findings: [] });
});

// A document is whatever its sender likes.
it('takes any text for what it is: values stand where they were read, and nothing is thrown', () => {
  const all = templateFile(`
keywords: ['^']
fields:
  amount: ([\\d.,]+)
  date: { regex: '(\\S+ \\S+ \\S+)', list: true }
  words: { regex: '(\\w+)', group: join, replace: [['a(.)', '\\1\\1']] }
  total_of_all: { regex: '(\\d+)', group: sum }
lines: { start: '^', end: $, first_line: '(?P<desc>\\S+)', line: '(?P<qty>\\d+)' }
tables: [{ start: a, end: b, body: '(?P<x>.+)' }]
options: { remove_accents: true, lowercase: true, replace: [['\\s+', ' '], ['e', '']] }
`);
  const word = fc.oneof(fc.constantFrom('1.234,56', '3', 'März', '2026', 'ﬁn', 'İ', '$&', '\\1'), fc.string({ unit: 'grapheme', maxLength: 6 }));
  const text = fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 8 }).map((rows) => rows.map((row) => row.join('  ')).join('\n'));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
      const pages = texts.map((one, at) => typedText(one, at + 1));
      const { matched } = applyTemplates([all], { pages }, locale);
      for (const { page, bbox } of matched?.fields ?? []) {
        if (page === undefined || bbox === undefined) continue;
        const words = pages[page - 1]?.lines.flatMap((line) => line.words.map(({ box }) => box)) ?? [];
        expect(words.some(([x0, y0, x1, y1]) => x0 >= bbox[0] && y0 >= bbox[1] && x1 <= bbox[2] && y1 <= bbox[3])).toBe(true);
      }
    }),
  );
});
