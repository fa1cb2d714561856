import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import { all, attributeOf, one, parseXml, textOf } from '../../src/einvoice/xml.ts';

const parse = (text: string) => parseXml(Buffer.from(text));
const codeOf = (text: string | Buffer): string => {
  try {
    parseXml(Buffer.from(text));
    return 'read';
  } catch (error) {
    return error instanceof MillraceError ? error.code : 'other';
  }
};

describe('the reader of XML', () => {
  it('gives elements by their path, whatever their namespaces', () => {
    const { root, element } = parse('<a:Root xmlns:a="urn:x"><a:List><b id="7">one</b><b>two</b></a:List><zero>0012.50</zero></a:Root>');
    expect(root).toBe('Root');
    expect(all(element, 'List', 'b').map(textOf)).toEqual(['one', 'two']);
    expect(attributeOf(one(element, 'List', 'b'), 'id')).toBe('7');
    // Numbers stay as they are written.
    expect(textOf(one(element, 'zero'))).toBe('0012.50');
    expect([one(element, 'none', 'at', 'all'), textOf(undefined)]).toEqual([undefined, undefined]);
  });

  it.each([
    ['an entity that stands for a file', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', 'document.refused'],
    ['entities that multiply', '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>', 'document.refused'],
    ['a document type elsewhere', '<!doctype r SYSTEM "http://example.com/x.dtd"><r/>', 'document.refused'],
    ['a hundred thousand levels', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`, 'document.refused'],
    ['an end that is missing', '<r><a></r>', 'document.damaged'],
    ['bytes that are no UTF-8', Buffer.from('<?xml version="1.0"?><r>\xff</r>', 'latin1'), 'document.damaged'],
    ['an encoding that there is not', '<?xml version="1.0" encoding="klingon"?><r/>', 'document.damaged'],
  ])('refuses %s', (_what, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('reads the encoding that the file names', () => {
    const { element } = parseXml(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><r>M\xfcller</r>', 'latin1'));
    expect(textOf(element)).toBe('Müller');
  });

  it('answers whatever it is given, with data or with an error of its own', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => ['read', 'document.refused', 'document.damaged'].includes(codeOf(`<r>${text}</r>`))),
    );
  });
});
