import { z } from 'zod';
import type { Catalog, SourceOptions } from '../model/catalog.ts';
import type { SinkSpec } from '../model/sink.ts';
import type { StageSpec } from '../model/stage.ts';
import { apply } from './apply.ts';
import type { Mistake, Owner } from './mistake.ts';
import { pipelineOptions, stageOptions } from './options.ts';
import type { Path } from './places.ts';
import { suggest } from './suggest.ts';

/** One entry of `stages` or `sinks` that names something there is; `config` is absent when its options are wrong. */
export interface Entry<S> {
  /** Its place in the list. */
  index: number;
  spec: S;
  config: Record<string, unknown> | undefined;
}

export interface StageEntry extends Entry<StageSpec> {
  common: z.output<typeof stageOptions> | undefined;
}

/** What the values of a pipeline file say. Each part is looked at by itself, so that a mistake in one hides none in another. */
export interface Checked {
  options: z.output<typeof pipelineOptions> | undefined;
  source: SourceOptions | undefined;
  stages: StageEntry[];
  sinks: Entry<SinkSpec>[];
  mistakes: Mistake[];
}

const list = { stages: entriesOf('stage'), sinks: entriesOf('sink').default(['json']) };
const pipeline: Owner = { name: 'a pipeline', options: [...Object.keys(pipelineOptions.shape), 'source', ...Object.keys(list)] };

/** Compares values with the schemas of the catalogue and collects everything that is wrong with them. */
export function check(value: unknown, catalog: Catalog): Checked {
  const mistakes: Mistake[] = [];
  const root = apply(z.looseObject({}), value, pipeline, [], mistakes);
  if (root === undefined) return { options: undefined, source: undefined, stages: [], sinks: [], mistakes };

  const { source = {}, stages, sinks, ...rest } = root;
  const options = apply(pipelineOptions, rest, pipeline, [], mistakes);
  const sourceOwner = { name: 'source', options: Object.keys(catalog.source.shape) };
  return {
    options,
    source: apply<SourceOptions>(catalog.source, source, sourceOwner, ['source'], mistakes),
    stages: (apply(list.stages, stages, pipeline, ['stages'], mistakes) ?? []).flatMap((entry, i) => stageEntry(entry, i, catalog.stages, mistakes)),
    sinks: (apply(list.sinks, sinks, pipeline, ['sinks'], mistakes) ?? []).flatMap((entry, i) => sinkEntry(entry, i, catalog.sinks, mistakes)),
    mistakes,
  };
}

function entriesOf(what: string) {
  return z.array(z.unknown()).min(1, { error: `must name at least one ${what}` });
}

function stageEntry(entry: unknown, index: number, known: readonly StageSpec[], mistakes: Mistake[]): StageEntry[] {
  const found = named(entry, ['stages', index], 'stage', known, mistakes);
  if (found === undefined) return [];
  const { spec, options } = found;
  const path = ['stages', index];
  const names = [...Object.keys(stageOptions.shape), ...Object.keys(spec.config.shape)];
  const owner = { name: `stage "${spec.name}"`, options: names };
  const [shared, own] = parted(options, Object.keys(stageOptions.shape));
  const common = apply(stageOptions, shared, owner, path, mistakes);
  const config = apply(spec.config.strict(), own, owner, path, mistakes);
  return [{ index, spec, common, config }];
}

function sinkEntry(entry: unknown, index: number, known: readonly SinkSpec[], mistakes: Mistake[]): Entry<SinkSpec>[] {
  const found = named(entry, ['sinks', index], 'sink', known, mistakes);
  if (found === undefined) return [];
  const { spec, options } = found;
  const owner = { name: `sink "${spec.name}"`, options: Object.keys(spec.config.shape) };
  return [{ index, spec, config: apply(spec.config.strict(), options, owner, ['sinks', index], mistakes) }];
}

/** Finds what an entry names; a bare name stands for the entry that has nothing but it. */
function named<S extends { name: string }>(entry: unknown, path: Path, what: 'stage' | 'sink', known: readonly S[], mistakes: Mistake[]) {
  const names = known.map(({ name }) => name);
  const form = z.looseObject({ use: z.string() }, { error: `must be the name of a ${what}, or a mapping that begins with "use:"` });
  const named = apply(form, typeof entry === 'string' ? { use: entry } : entry, { name: `a ${what}`, options: ['use'] }, path, mistakes);
  if (named === undefined) return undefined;
  const { use, ...options } = named;
  const spec = known.find(({ name }) => name === use);
  if (spec !== undefined) return { spec, options };
  const suggestion = suggest(use, names);
  const message = `"${use}" is not a ${what}${suggestion === undefined ? `; there are ${names.join(', ')}` : ''}`;
  mistakes.push({ path: [...path, 'use'], at: 'value', code: `unknown-${what}`, message, suggestion });
  return undefined;
}

function parted(values: Record<string, unknown>, keys: readonly string[]): [Record<string, unknown>, Record<string, unknown>] {
  const all = Object.entries(values);
  return [Object.fromEntries(all.filter(([key]) => keys.includes(key))), Object.fromEntries(all.filter(([key]) => !keys.includes(key)))];
}
