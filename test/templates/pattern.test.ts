import { describe, expect, it } from 'vitest';
import { patternMistake, programOf } from '../../src/templates/pattern.ts';

describe('a pattern that cannot be matched', () => {
  it.each([
    ['(?=EUR)\\d+', '"?=', 'look-ahead'],
    ['(?<!-)\\d+', '(?<!', 'look-behind'],
    ['(\\d)\\1', '\\1', 'back-references'],
    ['(?P<a>x)(?P=a)', '(?P', 'back-references'],
    ['a++', '++', 'possessive'],
    ['(?>a+)b', '(?>', 'atomic'],
    ['(?(1)a|b)', '(?(', 'conditions'],
    ['a(?#note)', '(?#', 'comments'],
    ['(?x) a b', '(?x', 'flags'],
    ['a{2000}', '{2000}', 'repeat count'],
    ['(a|b', '(a|b', 'missing closing'],
    ['[z-a]', 'z-a', 'range'],
  ])('%s is refused, with what stands in the way and what to do', (pattern, token, reason) => {
    const mistake = patternMistake(pattern) ?? '';
    expect(mistake).toContain(token.replace('"', '('));
    expect(mistake).toContain(reason);
  });

  it('is refused when it would become too large a program', () => {
    expect(patternMistake('(?:[a-z]{1,30}){1,30}')).toContain('must be simpler');
    expect(patternMistake('[a-z]{1,30}')).toBeUndefined();
  });
});

it('is compiled once', () => {
  expect(programOf('a+b')).toBe(programOf('a+b'));
});
