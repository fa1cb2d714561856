import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { equip } from '../../../src/stages/ocr/equip.ts';
import { fakeTesseract } from '../../support/fake-tesseract.ts';

const native = { engine: 'tesseract', languages: ['eng'] };

test('tesseract.js needs the package of each language, and says which one is missing and how to get it', () => {
  expect(equip({ engine: 'tesseract.js', languages: ['eng', 'tlh', 'qya'] })).toEqual({
    missing: [
      { option: 'languages', message: 'The language "tlh" is not installed: npm install @tesseract.js-data/tlh' },
      { option: 'languages', message: 'The language "qya" is not installed: npm install @tesseract.js-data/qya' },
    ],
  });
});

test('its version and those of its data belong to what was found', () => {
  const found = {
    'tesseract.js': expect.stringMatching(/^\d+\.\d+/) as string,
    '@tesseract.js-data/eng': expect.stringMatching(/^\d+\.\d+/) as string,
  };
  expect(equip({ engine: 'tesseract.js', languages: ['eng'] })).toEqual({ found });
});

test('the native program is known by its version and the content of its data, wherever it stands', () => {
  const one = equip({ ...native, program: fakeTesseract() });
  expect(one).toEqual({ found: { tesseract: '5.3.0', eng: expect.stringMatching(/^[0-9a-f]{64}$/) as string } });
  expect(equip({ ...native, program: fakeTesseract() })).toEqual(one);
});

// Packages give new data its old name, and 5.3.0 gives other words than 5.3.1: neither may pass for what the ledger holds.
test('another version, or other data, is something else', () => {
  const program = fakeTesseract();
  const before = equip({ ...native, program });
  writeFileSync(join(dirname(program), 'tessdata', 'eng.traineddata'), 'newer data');
  expect(equip({ ...native, program })).not.toEqual(before);
  expect(equip({ ...native, program: fakeTesseract({ version: 'v5.5.0.20241111' }) })).toMatchObject({ found: { tesseract: 'v5.5.0.20241111' } });
});

test.each([
  ['a language that is not there', { languages: ['eng', 'chi_sim'] }, {}, 'languages', /no "chi_sim".*apt install tesseract-ocr-chi-sim/],
  ['a program that is not there', { program: '/nowhere/tesseract' }, {}, 'program', /no program \/nowhere\/tesseract/],
  ['a file that is no program', { program: import.meta.filename }, {}, 'program', /no program/],
  ['some other program', { program: '/bin/true' }, {}, 'program', /some other program/],
  ['a version that is too old', {}, { version: '4.1.1' }, 'program', /not tesseract 5 or newer, but tesseract 4\.1\.1/],
])('%s is missing', (_what, config, fake, option, message) => {
  const program = fakeTesseract(fake);
  expect(equip({ ...native, program, ...config })).toEqual({ missing: [{ option, message: expect.stringMatching(message) as string }] });
});

test('a program that says nothing but hangs up is no tesseract', () => {
  expect(equip({ ...native, program: fakeTesseract({ version: `'; kill -9 $$; echo '` }) })).toMatchObject({ missing: [{ option: 'program' }] });
});
