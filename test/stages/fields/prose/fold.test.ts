import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldProse } from '../../../../src/stages/fields/prose/fold.ts';
import { anyText } from '../../../support/any-text.ts';

describe('text that is searched', () => {
  it('is as long as the text itself, whatever that holds', () => {
    fc.assert(fc.property(anyText(), (text) => foldProse(text).length === text.length));
  });

  it('has small letters, plain quotes, dashes and blanks', () => {
    expect(foldProse('L’École\u00a0«Ünïque» –\n')).toBe('l\'ecole "unique" - ');
  });
});
