import { chaosPool } from '../support/chaos-pool.ts';
import { describeWorkers } from './workers.ts';

describeWorkers('workers in child processes', (processes) => chaosPool({ processes }).workers);
