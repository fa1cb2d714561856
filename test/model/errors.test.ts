import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MillraceError, asMillraceError, errorKinds, fromErrorData, toErrorData } from '../../src/model/errors.ts';

describe('errors', () => {
  it('can be made of whatever was thrown, and keep it (a thrown undefined ended the stream)', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (thrown) => {
        const error = asMillraceError(thrown);
        expect(error).toBeInstanceOf(MillraceError);
        expect(Object.hasOwn(errorKinds, error.code)).toBe(true);
        expect(() => JSON.stringify(toErrorData(error))).not.toThrow();
      }),
    );
    expect(asMillraceError(Symbol('odd')).code).toBe('internal.unexpected');
  });

  it.each([
    ['ENOSPC', 'disk.full'],
    ['EDQUOT', 'disk.full'],
    ['SQLITE_FULL', 'disk.full'],
    ['EIO', 'disk.failed'],
    ['EROFS', 'disk.failed'],
    ['SQLITE_IOERR_FSYNC', 'disk.failed'],
    ['ENOENT', 'internal.unexpected'],
  ])('of the code %s are %s', (code, expected) => {
    expect(asMillraceError(Object.assign(new Error('no'), { code })).code).toBe(expected);
  });

  it('cross to another process and back with code, message and causes', () => {
    const error = new MillraceError('document.damaged', 'broken', new TypeError('deep', { cause: new Error('deeper') }));
    const data = toErrorData(error);
    expect(data).toEqual({ code: 'document.damaged', message: 'broken', cause: 'TypeError: deep\nError: deeper' });
    expect(toErrorData(fromErrorData(data))).toEqual(data);
  });

  it('that are their own cause come to an end', () => {
    const circle = new Error('round');
    circle.cause = circle;
    expect(toErrorData(new MillraceError('stage.failed', 'x', circle)).cause?.split('\n')).toHaveLength(5);
  });

  it('all say in a sentence what to do', () => {
    for (const [code, { help }] of Object.entries(errorKinds)) {
      expect(code).toMatch(/^[a-z]+\.[a-z-]+$/);
      expect(help).toMatch(/^[A-Z].*\.$/);
    }
  });
});
