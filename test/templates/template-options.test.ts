import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNamedFile } from '../../src/pipeline/named-file.ts';
import { templateOptions } from '../../src/templates/template-options.ts';
import { templateFile } from '../support/template-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

function read(yaml: string) {
  const file = join(tempFolder(), 'weir.yaml');
  writeFileSync(file, yaml);
  return readNamedFile(file, { what: 'template', schema: templateOptions });
}

describe('a template file', () => {
  // Whoever has hundreds of templates learns of all mistakes at once, each where it stands.
  it('is told every mistake at its line and column', () => {
    const { problems } = read(`issuer: Weir
keywords: [Weir, '(?=x)']
prioritty: 7
fields:
  amount: Total (\\d+
  date: { regex: 'on (.+)', type: day }
  vat: { parser: statc, value: 1 }
  lines: { parser: lines, start: a }
  total: { regex: x, areaa: 1 }
options: { date_formats: ['%d.%Q.%Y', '%d'], currency: euro, decimal_separator: ';' }
`);
    expect(problems.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`.slice(0, 80))).toEqual([
      '2:18 bad-value Entry 2 of "keywords" is no pattern that can be matched: `(?=`: l',
      '3:1 unknown-key "prioritty" is not an option of a template',
      '5:11 bad-value "amount" is no pattern that can be matched: missing closing ): `T',
      '6:35 bad-value "type" must be string, int, float, date, time, amount, number, pe',
      '7:18 bad-value "parser" must be regex, static, lines or tables',
      '8:10 bad-value "lines" needs "start", "end" and "line", or "rules" that have the',
      '9:22 unknown-key "areaa" is not an option of "total"',
      '10:27 bad-value Entry 1 of "date_formats" must use only the codes %d %m %Y %y %B',
      '10:39 bad-value Entry 2 of "date_formats" must have one day (%d), one month (%m,',
      '10:56 bad-value "currency" must be a code of three capital letters, as in EUR',
      '10:81 bad-value "decimal_separator" must be . or ,, not ";"',
    ]);
    expect(problems[1]?.suggestion).toBe('priority');
  });

  it('is called as its file, unless it says otherwise', () => {
    expect(read('keywords: Weir\n').value).toMatchObject({ name: 'weir', keywords: ['Weir'], priority: 5 });
    expect(read('name: mine\nkeywords: Weir\n').value).toMatchObject({ name: 'mine' });
  });
});

describe('the short forms of fields', () => {
  it('stand for the full ones', () => {
    const { fields } = templateFile(`
keywords: Weir
fields:
  amount: Total (\\d+)
  date: [on (.+), 'at (.+)']
  static_vat: GB 1
  sum_amount_tax: [VAT 10% (\\S+), VAT 20% (\\S+)]
  note: { regex: Note (.+), group: join }
`);
    expect(fields).toMatchObject({
      amount: { parser: 'regex', regex: ['Total (\\d+)'] },
      date: { parser: 'regex', regex: ['on (.+)', 'at (.+)'] },
      static_vat: { parser: 'static', value: 'GB 1' },
      sum_amount_tax: { parser: 'regex', group: 'sum', type: 'float' },
      note: { parser: 'regex', group: 'join', list: false },
    });
  });
});
