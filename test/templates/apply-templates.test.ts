import { expect, it } from 'vitest';
import type { Field } from '../../src/model/field.ts';
import type { Page } from '../../src/model/page.ts';
import { applyTemplates } from '../../src/templates/apply-templates.ts';
import type { MatchedTemplate } from '../../src/templates/apply-templates.ts';
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
  const { fields, missing, name } = read(template, invoice);
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
  expect(missing).toEqual([]);
  expect(name).toBe('weir-sons-ltd');
});
