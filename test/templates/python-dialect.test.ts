import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { fromPython } from '../../src/templates/python-dialect.ts';

const whole = (pattern: string, text: string): boolean => RE2JS.compile(fromPython(pattern)).matches(text);

describe('a pattern of Python', () => {
  it.each([
    ['letters of all scripts are of a word', String.raw`\w+`, 'Müller_7é', true],
    ['also in a class', String.raw`[\w.-]+`, 'é.ü-ß', true],
    ['what is of no word is none of them', String.raw`\W+`, ' ,–', true],
    ['and no letter of another script', String.raw`\W`, 'é', false],
    ['\\Z is the end', String.raw`a\Z`, 'a', true],
    ['a character by its number', String.raw`caf\u00e9`, 'café', true],
    ['a character that needed no backslash', String.raw`\€ ?5`, '€ 5', true],
    ['repetition from nothing on', String.raw`a{,2}`, '', true],
    ['and no further', String.raw`a{,2}`, 'aaa', false],
    ['a bracket that stands first in a class is itself', String.raw`[]\w]+`, ']é', true],
    ['a backslash is itself', String.raw`\\w`, String.raw`\w`, true],
    ['a class of brackets', String.raw`[\[\]]+`, '[]', true],
    ['named groups', String.raw`(?P<day>\d+)\. (?P<month>\w+)`, '3. März', true],
  ])('%s', (_what, pattern, text, expected) => {
    expect(whole(pattern, text)).toBe(expected);
  });
});
