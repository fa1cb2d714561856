import type { CommandModule } from 'yargs';
import { counted } from '../report/counted.ts';
import { oneLine } from '../report/progress-line.ts';
import type { Verdict } from '../testing/judge.ts';
import { someFailed } from './exit-codes.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';
import { jsonOption } from './state.ts';
import { suitesOf } from './test-suites.ts';
import { verdictsOf } from './test-verdicts.ts';
import { concurrencyOption, workersOf } from './workers-option.ts';

interface Arguments {
  pipeline: string[] | undefined;
  only: string | undefined;
  concurrency: number | undefined;
  json: boolean;
}

export const test = (io: Io): CommandModule<object, Arguments> => ({
  command: 'test [pipeline..]',
  describe: 'Run the test cases beside pipeline files: documents, and what is expected of them',
  builder: (args) =>
    args
      .positional('pipeline', { type: 'string', array: true, describe: 'Pipeline files (default: those in pipelines/ that have a <name>.test.yaml)' })
      .option('only', { type: 'string', describe: 'Cases whose name holds this', requiresArg: true, coerce: once<string>('only') })
      .option('concurrency', concurrencyOption)
      .option('json', jsonOption)
      .example('$0 test', 'All cases of all pipelines')
      .example('$0 test pipelines/documents.yaml --only invoice', 'Those with "invoice" in their name')
      .epilogue('Runs in a folder of its own: no ledger and no result is touched. Exit code 3: a case failed; 78: a file has mistakes.'),
  handler: async ({ pipeline = [], only, concurrency, json }) => {
    const workers = workersOf(io, concurrency);
    const say = (text: string): void => (json ? undefined : io.out(`${text}\n`));
    const pipelines: { pipeline: string; cases: Verdict[] }[] = [];
    for (const suite of suitesOf(io, pipeline, only)) {
      say(suite.plan.name);
      pipelines.push({ pipeline: suite.plan.name, cases: await verdictsOf(io, suite, workers, (verdict) => say(verdictText(verdict))) });
    }
    const cases = pipelines.flatMap((suite) => suite.cases);
    const failed = cases.filter(({ passed }) => !passed).length;
    if (json) io.out(`${JSON.stringify({ format: 'millrace.test/1', passed: cases.length - failed, failed, pipelines }, null, 2)}\n`);
    say(failed === 0 ? `${counted(cases.length, 'case')} passed` : `${String(failed)} of ${counted(cases.length, 'case')} failed`);
    if (failed > 0) io.exit(someFailed);
  },
});

/** One line for each case, and below one that failed what it failed by. */
function verdictText({ name, passed, differences }: Verdict): string {
  const lines = differences.map(({ what, expected, found, where }) => {
    const place = where === undefined ? '' : ` (${oneLine(where, 500)})`;
    return `         ${what}: expected ${oneLine(expected, 300)}, found ${oneLine(found, 300)}${place}`;
  });
  return [`  ${passed ? 'ok    ' : 'FAILED'} ${oneLine(name, 200)}`, ...lines].join('\n');
}
