import type { CommandModule } from 'yargs';
import { catalog } from '../catalog.ts';
import { pipelineSchema } from '../pipeline/schema.ts';
import type { Io } from './io.ts';
import { jsonOption } from './state.ts';

export const schema = (io: Io): CommandModule => ({
  command: 'schema',
  describe: 'Print the JSON Schema of pipeline files, for editors and other programs',
  builder: (args) =>
    args
      .option('json', { ...jsonOption, default: true, describe: 'Print JSON, which a schema always is' })
      .example('$0 schema > pipelines/schema.json', 'For the line "# yaml-language-server: $schema=./schema.json"'),
  handler: () => io.out(`${JSON.stringify(pipelineSchema(catalog), null, 2)}\n`),
});
