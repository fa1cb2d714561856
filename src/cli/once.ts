import { MillraceError } from '../model/errors.ts';

/** An option that names one thing. Given twice, or as the empty text that an unset variable of a script leaves, it is a slip and means nothing. */
export function once<T extends string | number>(option: string): (value: T | readonly T[]) => T {
  return (value) => {
    if (typeof value === 'object') throw new MillraceError('usage.invalid', `--${option} may be given only once`);
    if (value === '') throw new MillraceError('usage.invalid', `--${option} needs a value, and this one is empty`);
    return value;
  };
}
