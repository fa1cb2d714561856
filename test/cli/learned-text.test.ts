import { expect, test } from 'vitest';
import { learnedText } from '../../src/cli/learned-text.ts';

test('what was learned is told label by label, with what was left out and which folders are called otherwise', () => {
  const text = learnedText({
    format: 'millrace.learned/1',
    model: 'model.json',
    bytes: 20_481,
    accuracy: 0.9,
    folds: 5,
    labels: [
      { name: 'invoice', examples: 12, right: 10, taken_for: [{ name: 'receipt', examples: 2 }] },
      { name: 'receipt', examples: 8, right: 8, taken_for: [] },
    ],
    renamed: [{ folder: 'In\u001b[31mvoice', label: 'invoice' }],
    left_out: { failed: 1, duplicate: 0, blank: 2, surplus: 0 },
  });
  expect(text).toBe(
    `Learned 2 labels from 20 documents: model.json (21 KB)
The folder "In\u{FFFD}[31mvoice" is the label invoice
Left out: 1 document that could not be read
Left out: 2 documents without a word

Of documents that were held out in turn (5 parts), 90.0 % were given their label (18 of 20):
  invoice  10 of 12  2 taken for receipt
  receipt    8 of 8

To use it, give the stage "classify" the option "model: model.json".`,
  );
});
