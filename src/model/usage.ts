/** What services that count tokens were asked for a task. No part of a document: asked again, they may count otherwise. */
export interface Usage {
  requests: number;
  input_tokens: number;
  output_tokens: number;
}

/** What a million tokens cost, in whatever currency the service bills. */
export interface Prices {
  input: number;
  output: number;
}

/** Usage with what it costs, in the currency of the prices; 0 where no prices are known. */
export interface Spending extends Usage {
  cost: number;
}

export const noUsage: Usage = { requests: 0, input_tokens: 0, output_tokens: 0 };

export const noSpending: Spending = { ...noUsage, cost: 0 };

export function priced(usage: Usage, prices: Prices | undefined): Spending {
  const cost = prices === undefined ? 0 : (usage.input_tokens * prices.input + usage.output_tokens * prices.output) / 1e6;
  return { ...usage, cost };
}

export function sumOfSpending(a: Spending, b: Spending): Spending {
  return { ...sumOfUsage(a, b), cost: a.cost + b.cost };
}

export function sumOfUsage(a: Usage, b: Usage): Usage {
  return {
    requests: a.requests + b.requests,
    input_tokens: a.input_tokens + b.input_tokens,
    output_tokens: a.output_tokens + b.output_tokens,
  };
}
