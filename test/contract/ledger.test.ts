import { tempLedger } from '../support/ledger-terms.ts';
import { describeLedger } from './ledger.ts';

describeLedger('the ledger in an SQLite file', () => tempLedger());
