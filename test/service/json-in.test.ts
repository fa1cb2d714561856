import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonIn } from '../../src/service/json-in.ts';

test.each([
  ['alone', '{"a":1}', { a: 1 }],
  ['in a block of code', '```json\n{"a":1}\n```', { a: 1 }],
  ['behind thoughts that have braces, too', '<think>{"a":0} or {</think>\n{"a":1}', { a: 1 }],
  ['between polite words', 'Here you are: {"a":{"b":[1]}} – anything else?', { a: { b: [1] } }],
  ['which is not there', 'none', undefined],
  ['whose end is missing', '{"a":', undefined],
  ['turned around', '} {', undefined],
  ['twice', '{"a":1} {"a":2}', undefined],
])('finds JSON %s', (_where, text, json) => {
  expect(jsonIn(text)).toEqual(json);
});

test('gives back any object that was written into words without braces', () => {
  const words = fc.string().map((text) => text.replaceAll(/[{}]/g, '').replaceAll('</think>', ''));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), words, words, (object, before, after) => {
      const json = JSON.stringify(object);
      fc.pre(!json.includes('</think>'));
      expect(jsonIn(before + json + after)).toEqual(JSON.parse(json));
    }),
  );
});
