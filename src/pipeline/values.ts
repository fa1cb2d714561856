import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Document, Node, YAMLMap } from 'yaml';
import { interpolate } from './interpolate.ts';
import type { Environment } from './interpolate.ts';
import { Places } from './places.ts';
import type { Path } from './places.ts';
import type { Problem } from './problem.ts';
import type { SourceText, Span } from './source-text.ts';

export interface Values {
  /** What the file says, as plain data, variables filled in. */
  value: unknown;
  places: Places;
  problems: Problem[];
}

/** More values than the aliases of any honest pipeline stand for; aliases of aliases unfold to billions. */
const mostValues = 10_000;

/** Turns nodes into plain data, and remembers where each piece of it stands. */
export function valuesOf(document: Document, source: SourceText, env: Environment): Values {
  const places = new Places();
  const problems: Problem[] = [];
  const open = new Set<Node>();
  let unfolded = 0;
  const value = read(document.contents, [], undefined);
  return { value, places, problems };

  function read(node: unknown, path: Path, key: Span | undefined): unknown {
    const span = spanOf(node) ?? key ?? [0, 0];
    places.set(path, { value: span, ...(key && { key }) });
    if (open.size > 0 && ++unfolded > mostValues) return undefined;
    if (isAlias(node)) return readAlias(node, path, key);
    if (isScalar(node)) return readScalar(node.value, path, span);
    if (isSeq(node)) return node.items.map((item, i) => read(item, [...path, i], undefined));
    if (isMap(node)) return readMap(node, path);
    return null;
  }

  function readScalar(value: unknown, path: Path, span: Span): unknown {
    if (typeof value !== 'string') return value;
    const { text, missing, malformed } = interpolate(value, env);
    if (malformed) problems.push(source.problem('bad-variable', span, 'This "${" is not followed by the name of a variable and "}"'));
    for (const name of missing)
      problems.push(source.problem('missing-variable', span, `The variable ${name} is not set; \${${name}:-…} would give it a default`));
    if (malformed || missing.length > 0) places.markUnknown(path);
    else if (text !== value) places.markFilledIn(path);
    return text;
  }

  function readMap(map: YAMLMap, path: Path): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    for (const { key, value } of map.items) {
      const span = spanOf(key) ?? spanOf(map) ?? [0, 0];
      if (!isScalar(key) || key.value === null) problems.push(source.problem('syntax', span, 'A key must be a plain word'));
      // Of a key that stands twice, which the parser has reported, the first one counts.
      else if (!entries.has(String(key.value))) entries.set(String(key.value), read(value, [...path, String(key.value)], span));
    }
    return Object.fromEntries(entries);
  }

  function readAlias(alias: Alias, path: Path, key: Span | undefined): unknown {
    const span = spanOf(alias) ?? [0, 0];
    const target = alias.resolve(document);
    if (target === undefined) return refuse(alias, path, `No anchor "&${alias.source}" stands before this alias`);
    if (open.has(target)) return refuse(alias, path, `"*${alias.source}" contains itself`);
    open.add(target);
    const value = read(target, path, key);
    open.delete(target);
    places.set(path, { value: span, ...(key && { key }) });
    return unfolded > mostValues ? refuse(alias, path, `"*${alias.source}" unfolds to more than ${mostValues} values`) : value;
  }

  function refuse(alias: Alias, path: Path, message: string): undefined {
    if (!problems.some(({ code }) => code === 'alias')) problems.push(source.problem('alias', spanOf(alias) ?? [0, 0], message));
    places.markUnknown(path);
    return undefined;
  }
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}
