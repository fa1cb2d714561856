import type { Candidate } from '../../../values/candidate.ts';

/** An amount of money as it is read, wherever it stands. */
export type Amount = Pick<Candidate, 'raw' | 'decimal' | 'currency' | 'repaired' | 'page' | 'box'>;
