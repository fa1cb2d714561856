/** What services that count tokens were asked for a task. No part of a document: asked again, they may count otherwise. */
export interface Usage {
  requests: number;
  inputTokens: number;
  outputTokens: number;
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

export const noUsage: Usage = { requests: 0, inputTokens: 0, outputTokens: 0 };

export function addUsage(a: Usage, b: Usage): Usage {
  return { requests: a.requests + b.requests, inputTokens: a.inputTokens + b.inputTokens, outputTokens: a.outputTokens + b.outputTokens };
}
