import { afterEach, describe, expect, it } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import { selfTest } from '../../src/pdf/self-test.ts';

const transfer = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'transferToFixedLength');

afterEach(() => {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', transfer ?? {});
});

describe('the self-test', () => {
  it('passes where nothing is lost', async () => {
    await expect(selfTest()).resolves.toBeUndefined();
  });

  it('fails, with both counts, on a runtime on which pdf.js loses paths and says nothing but a warning', async () => {
    Reflect.deleteProperty(ArrayBuffer.prototype, 'transferToFixedLength');
    const error = await selfTest().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MillraceError);
    expect(error).toMatchObject({ code: 'worker.self-test', message: expect.stringMatching(/\d+ of 44 words and \d+ of 64 paths/) as string });
  });
});
