import { expect, test } from 'vitest';
import { checkTogether } from '../../../../src/fields/consistency.ts';
import { readInvoice } from '../../../../src/stages/fields/invoice/read-invoice.ts';
import { invoicesOfElsewhere } from '../../../support/invoices-of-elsewhere.ts';
import { invoicesOfEurope } from '../../../support/invoices-of-europe.ts';
import { sourceFor } from '../../../support/reader-source.ts';
import { typedDocument } from '../../../support/typed-document.ts';

test.each(Object.entries({ ...invoicesOfEurope, ...invoicesOfElsewhere }))(
  'an invoice %s is read',
  (_name, { pages, type = 'invoice', items, truth }) => {
    const fields = checkTogether(readInvoice(sourceFor(typedDocument(pages), type)));
    const found = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    expect(found).toMatchObject(truth);
    const lines = fields.find(({ name }) => name === 'line_items')?.value;
    if (items !== undefined) expect(lines).toHaveLength(items);
  },
);
