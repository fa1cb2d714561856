import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attachment } from '../../src/http/headers.ts';
import { anyText } from '../support/any-text.ts';

it('names a download for old and new browsers', () => {
  expect(attachment('Größe "1".pdf')['content-disposition']).toBe(
    `attachment; filename="Gr__e _1_.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.pdf`,
  );
});

// Catches a name that ends the header and begins another.
it('holds nothing that a header may not hold', () => {
  fc.assert(
    fc.property(anyText(), (name) => {
      expect(attachment(name)['content-disposition']).toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});
