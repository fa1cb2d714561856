import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src/model/page.ts';
import { readResume } from '../../../../src/stages/fields/resume/read-resume.ts';
import { findCandidates } from '../../../../src/values/find-candidates.ts';
import { localeOf } from '../../../../src/values/locale-of.ts';
import { documentOf } from '../../../support/made-document.ts';
import { pageOf, setLines } from '../../../support/set-lines.ts';
import { shippedTypes } from '../../../support/shipped-types.ts';

const saysOf = (lines: readonly Line[]): Record<string, unknown> => {
  const document = documentOf({ pages: [pageOf(lines)] });
  const locale = localeOf(document);
  const candidates = document.pages.flatMap((page) => findCandidates(page, locale));
  const [type] = shippedTypes.filter(({ name }) => name === 'resume');
  const fields = type === undefined ? [] : readResume({ document, type, locale, candidates });
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
};

describe('a résumé', () => {
  it('is known by the name on top and by what somebody is reached by, labelled or not', () => {
    expect(
      saysOf(
        setLines([
          'Curriculum vitae',
          'Ann Harbour',
          'ann.harbour@mill.example | +44 20 7946 0018',
          'Work experience',
          'Head miller, Northwind Mills',
        ]),
      ),
    ).toMatchObject({ person_name: 'Ann Harbour', email: 'ann.harbour@mill.example' });
  });

  it('has the name in the largest type, and not a heading', () => {
    const [heading, title, name] = [
      setLines(['Professional Summary']),
      setLines(['Senior Miller'], { y: 70 }),
      setLines(['Ann Harbour'], { y: 100, size: 20 }),
    ];
    expect(saysOf([...heading, ...title, ...name])).toEqual({ person_name: 'Ann Harbour' });
    expect(saysOf(heading)).toEqual({});
  });

  it('is read by its labels first', () => {
    expect(saysOf(setLines(['Lebenslauf', 'Persönliche Daten', 'Name: Erika Beispiel', 'E-Mail: erika@beispiel.example']))).toMatchObject({
      person_name: 'Erika Beispiel',
      email: 'erika@beispiel.example',
    });
  });
});
