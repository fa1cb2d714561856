import type { CommandModule } from 'yargs';
import { catalog } from '../catalog.ts';
import { schemasOf } from '../pipeline/schema.ts';
import type { Io } from './io.ts';
import { jsonOption } from './state.ts';

interface Arguments {
  of: string;
}

export const schema = (io: Io): CommandModule<object, Arguments> => ({
  command: 'schema [of]',
  describe: 'Print the JSON Schema of pipeline files, their tests, document types or templates, for editors and other programs',
  builder: (args) =>
    args
      .positional('of', { type: 'string', choices: Object.keys(schemasOf(catalog)), default: 'pipeline', describe: 'Which files' })
      .option('json', { ...jsonOption, default: true, describe: 'Print JSON, which a schema always is' })
      .example('$0 schema > pipelines/schema.json', 'For the line "# yaml-language-server: $schema=./schema.json"')
      .example('$0 schema template > template.schema.json', 'For templates'),
  handler: ({ of }) => io.out(`${JSON.stringify(schemasOf(catalog)[of], null, 2)}\n`),
});
