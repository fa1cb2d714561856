import { expect, test } from 'vitest';
import { metricsOf } from '../../src/http/metrics.ts';
import type { EventOf } from '../../src/model/events.ts';

const task: EventOf<'task.finished'> = {
  type: 'task.finished',
  ...{ job: 'j', pipeline: 'p', filename: 'a.pdf', stage: 'llm', first: 0, last: 0, pages: 1, duration: 5 },
};

test('tokens and their cost are counted by stage, and not of tasks that asked nobody', async () => {
  const metrics = metricsOf({ counts: () => [] }, ['p']);
  metrics.hear({ ...task, stage: 'text' });
  const spending = { requests: 1, input_tokens: 1_200, output_tokens: 30, cost: 0.25 };
  for (let times = 0; times < 2; times++) metrics.hear({ ...task, spending });
  const lines = (await metrics.text()).split('\n').filter((line) => /^millrace_(?:tokens|cost)_total/.test(line));
  expect(lines).toEqual([
    'millrace_tokens_total{pipeline="p",stage="llm",direction="input"} 2400',
    'millrace_tokens_total{pipeline="p",stage="llm",direction="output"} 60',
    'millrace_cost_total{pipeline="p",stage="llm"} 0.5',
  ]);
});
