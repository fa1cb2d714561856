import { MillraceError } from '../model/errors.ts';
import type { PipelineCase } from '../pipeline/test-file.ts';
import { counted } from '../report/counted.ts';
import type { EndedDocument } from '../testing/ended-document.ts';
import { judge, mustBeTheSame } from '../testing/judge.ts';
import type { Verdict } from '../testing/judge.ts';
import type { Io } from './io.ts';
import { runForTests } from './test-run.ts';
import { planOf } from './test-suites.ts';
import type { Suite } from './test-suites.ts';

/** What comes of the cases of a suite, in their order, each told as soon as it is known. A document with faults is run by itself, and once more without them. */
export async function verdictsOf(io: Io, suite: Suite, workers: number, tell: (verdict: Verdict) => void): Promise<Verdict[]> {
  const undisturbed = await runCalm(io, suite, workers);
  const verdicts: Verdict[] = [];
  for (const one of suite.cases) {
    const calm = undisturbed.get(one);
    const verdict = one.faults.length === 0 ? judge(one, assertRun(calm)) : judge(one, await runDisturbed(io, suite, one), calm);
    tell(verdict);
    verdicts.push(verdict);
  }
  return verdicts;
}

/** Documents without faults go through together, with those that others are compared with; cases with variables of their own are a pipeline of their own. */
async function runCalm(io: Io, suite: Suite, workers: number): Promise<Map<PipelineCase, EndedDocument>> {
  const ended = new Map<PipelineCase, EndedDocument>();
  const calm = suite.cases.filter((one) => one.faults.length === 0 || mustBeTheSame(one));
  for (const group of Map.groupBy(calm, ({ env }) => JSON.stringify(env)).values()) {
    const documents = [...new Set(group.map(({ document }) => document))];
    if (io.isTTY) io.err(`Reading ${counted(documents.length, 'document')} …\n`);
    const run = await runForTests(io, { plan: planOf(io, suite, group[0]?.env ?? {}), documents, workers });
    for (const one of group) ended.set(one, assertRun(run.get(one.document)));
  }
  return ended;
}

async function runDisturbed(io: Io, suite: Suite, { document, env, faults }: PipelineCase): Promise<EndedDocument> {
  const run = await runForTests(io, { plan: planOf(io, suite, env), documents: [document], workers: 1, faults });
  return assertRun(run.get(document));
}

function assertRun(ended: EndedDocument | undefined): EndedDocument {
  if (ended === undefined) throw new MillraceError('internal.unexpected', 'A document of a test was not run');
  return ended;
}
