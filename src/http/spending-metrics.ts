import { Counter } from 'prom-client';
import type { Registry } from 'prom-client';
import type { EventOf } from '../model/events.ts';

/** Counts what stages take of services that count tokens. */
export function spendingMetrics(registry: Registry): (event: EventOf<'task.finished'>) => void {
  const registers = [registry];
  const tokens = new Counter({
    name: 'millrace_tokens_total',
    help: 'Tokens that language models were shown (input) and have said (output).',
    labelNames: ['pipeline', 'stage', 'direction'],
    registers,
  });
  const cost = new Counter({
    name: 'millrace_cost_total',
    help: 'What they cost, by the prices of the pipeline file.',
    labelNames: ['pipeline', 'stage'],
    registers,
  });
  return ({ pipeline, stage, spending }) => {
    if (spending === undefined) return;
    tokens.inc({ pipeline, stage, direction: 'input' }, spending.input_tokens);
    tokens.inc({ pipeline, stage, direction: 'output' }, spending.output_tokens);
    cost.inc({ pipeline, stage }, spending.cost);
  };
}
