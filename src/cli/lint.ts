import type { CommandModule } from 'yargs';
import { catalog } from '../catalog.ts';
import { errorKinds } from '../model/errors.ts';
import { pipelineFiles } from '../pipeline/find.ts';
import { loadPlans } from '../pipeline/load-all.ts';
import { formatProblem } from '../pipeline/problem.ts';
import type { Io } from './io.ts';
import { jsonOption } from './state.ts';

interface Arguments {
  pipeline: string[] | undefined;
  json: boolean;
}

export const lint = (io: Io): CommandModule<object, Arguments> => ({
  command: 'lint [pipeline..]',
  describe: 'Check pipeline files and report every mistake at once, with its line and column',
  builder: (args) =>
    args
      .positional('pipeline', { type: 'string', array: true, describe: 'Pipeline files (default: every one in pipelines/)' })
      .option('json', jsonOption)
      .example('$0 lint', 'All pipelines')
      .example('$0 lint pipelines/documents.yaml --json', 'One of them, for a program')
      .epilogue('Exit code 78 when something is wrong.'),
  handler: ({ pipeline = [], json }) => {
    const files = pipelineFiles(pipeline, io.cwd);
    const loaded = loadPlans(files, { catalog, env: io.env });
    const problems = 'problems' in loaded ? loaded.problems : [];
    if (json) io.out(`${JSON.stringify(problems, null, 2)}\n`);
    else if (problems.length > 0) io.err(`${problems.map((problem) => formatProblem(problem, io.cwd)).join('\n\n')}\n`);
    else io.out(files.length === 1 ? '1 pipeline is fine\n' : `${files.length} pipelines are fine\n`);
    io.exit(problems.length > 0 ? errorKinds['config.invalid'].exit : 0);
  },
});
