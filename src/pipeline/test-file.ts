import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Fault, FaultKind } from '../model/fault.ts';
import { faultErrors } from '../model/fault.ts';
import type { Plan } from '../model/plan.ts';
import { readNamedFile } from './named-file.ts';
import type { Problem } from './problem.ts';
import { testOptions } from './test-options.ts';
import type { Expectation, TestCase } from './test-options.ts';

/** A document, what may go wrong with it, and what is expected of it all the same. */
export interface PipelineCase {
  name: string;
  /** Absolute. */
  document: string;
  env: Readonly<Record<string, string>>;
  faults: readonly Fault[];
  expect: Expectation;
}

/** Where the tests of a pipeline stand: `a.test.yaml` beside `a.yaml`. */
export function testFileOf(pipeline: string): string {
  return pipeline.replace(/(\.ya?ml)?$/, '.test.yaml');
}

/** The cases of a test file, or everything that is wrong with it. Of two cases of one name the later has a number. */
export function readTestFile(file: string, { stages }: Pick<Plan, 'stages'>): { cases: PipelineCase[] } | { problems: Problem[] } {
  const folder = dirname(file);
  const schema = testOptions({
    hasDocument: (path) => statSync(resolve(folder, path), { throwIfNoEntry: false })?.isFile() === true,
    stages: [...stages.map(({ name }) => name), 'sink:json'],
  });
  const { value, problems } = readNamedFile(file, { what: 'test file', schema });
  if (problems.length > 0) return { problems };
  const names = new Map<string, number>();
  const cases = (value as { cases: TestCase[] }).cases.map(({ name: given, document, env, faults, expect }): PipelineCase => {
    const name = given ?? document;
    const nth = (names.get(name) ?? 0) + 1;
    names.set(name, nth);
    return { name: nth === 1 ? name : `${name} (${nth})`, document: resolve(folder, document), env, faults: faults.flatMap(faultsOf), expect };
  });
  return { cases };
}

function faultsOf({ stage, ...kinds }: TestCase['faults'][number]): Fault[] {
  return (Object.keys(faultErrors) as FaultKind[]).flatMap((kind) => {
    const times = kinds[kind];
    return times === undefined ? [] : [{ stage, kind, times: times === 'always' ? Infinity : times }];
  });
}
