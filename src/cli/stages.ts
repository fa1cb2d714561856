import type { CommandModule } from 'yargs';
import { catalog } from '../catalog.ts';
import { MillraceError } from '../model/errors.ts';
import { describeSink, describeStage } from '../pipeline/describe.ts';
import type { Described, Option } from '../pipeline/describe.ts';
import { suggest } from '../pipeline/suggest.ts';
import type { Io } from './io.ts';
import { jsonOption, tell } from './state.ts';

interface Arguments {
  name: string | undefined;
  json: boolean;
}

export const stages = (io: Io): CommandModule<object, Arguments> => ({
  command: 'stages [name]',
  describe: 'List the stages and sinks there are, or show one with all of its options',
  builder: (args) =>
    args
      .positional('name', { type: 'string', describe: 'A stage or a sink' })
      .option('json', jsonOption)
      .example('$0 stages', 'All of them')
      .example('$0 stages text', 'One, with its options'),
  handler: ({ name, json }) => {
    const all = [...catalog.stages.map(describeStage), ...catalog.sinks.map(describeSink)];
    if (name === undefined) return tell(io, json, all, () => list(all));
    const found = all.find((one) => one.name === name);
    if (found === undefined) throw new MillraceError('usage.invalid', unknown(name, all));
    tell(io, json, found, () => whole(found));
  },
});

function list(all: readonly Described[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const row = ({ name, summary, options }: Described): string => {
    const names = options.map((option) => option.name).join(', ');
    return `  ${name.padEnd(width)}  ${summary}\n  ${' '.repeat(width)}  options: ${names === '' ? 'none' : names}`;
  };
  const rows = (kind: Described['kind']): string[] => all.filter((one) => one.kind === kind).map(row);
  return ['Stages', ...rows('stage'), '', 'Sinks', ...rows('sink')].join('\n');
}

function whole({ kind, name, version, summary, reads, brings, options }: Described): string {
  const facts = [`${name} (${kind}, version ${version})`, summary, ...listed('Reads', reads), ...listed('Brings along', brings)];
  return [...facts, '', 'Options', ...options.map(optionLines)].join('\n');
}

function listed(what: string, names: readonly string[]): string[] {
  return names.length > 0 ? [`${what}: ${names.join(', ')}`] : [];
}

function optionLines({ name, type, default: byDefault, description }: Option): string {
  return `  ${name}: ${type}${byDefault === undefined ? '' : ` (default ${byDefault})`}\n      ${description}`;
}

function unknown(name: string, all: readonly Described[]): string {
  const names = all.map((one) => one.name);
  const meant = suggest(name, names);
  return `"${name}" is no stage and no sink${meant === undefined ? `; there are ${names.join(', ')}` : `; did you mean "${meant}"?`}`;
}
