import type { Ledger } from '../../src/model/ledger.ts';
import { describeAdmission } from './ledger-admission.ts';
import { describeProgress } from './ledger-progress.ts';
import { describeWork } from './ledger-work.ts';

/** What every implementation of the `Ledger` port promises. `make` gives a new one for the running test. */
export function describeLedger(name: string, make: () => Ledger): void {
  describeAdmission(name, make);
  describeWork(name, make);
  describeProgress(name, make);
}
