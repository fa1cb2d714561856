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

/** Turns nodes into plain data, and remembers where each piece of it stands. Without an environment every text means what it says, as patterns must. */
export function valuesOf(document: Document, source: SourceText, env: Environment | undefined): Values {
  const reader = new Reader(document, source, env);
  const value = reader.read(document.contents, [], undefined);
  return { value, places: reader.places, problems: reader.problems };
}

class Reader {
  readonly places = new Places();
  readonly problems: Problem[] = [];
  readonly #document: Document;
  readonly #source: SourceText;
  readonly #env: Environment | undefined;
  /** Anchors that are being read through one of their aliases. */
  readonly #open = new Set<Node>();
  #unfolded = 0;

  constructor(document: Document, source: SourceText, env: Environment | undefined) {
    this.#document = document;
    this.#source = source;
    this.#env = env;
  }

  read(node: unknown, path: Path, key: Span | undefined): unknown {
    const span = spanOf(node) ?? key ?? [0, 0];
    this.places.set(path, { value: span, ...(key && { key }) });
    if (this.#open.size > 0 && ++this.#unfolded > mostValues) return undefined;
    if (isAlias(node)) return this.#readAlias(node, path, key);
    if (isScalar(node)) return typeof node.value === 'string' ? this.#readText(node.value, path, span) : node.value;
    if (isSeq(node)) return node.items.map((item, i) => this.read(item, [...path, i], undefined));
    if (isMap(node)) return this.#readMap(node, path);
    return null;
  }

  #readText(value: string, path: Path, span: Span): string {
    if (this.#env === undefined) return value;
    const { text, missing, malformed } = interpolate(value, this.#env);
    if (malformed) this.problems.push(this.#source.problem('bad-variable', span, 'This "${" is not followed by the name of a variable and "}"'));
    for (const name of missing) {
      this.problems.push(this.#source.problem('missing-variable', span, `The variable ${name} is not set; \${${name}:-…} would give it a default`));
    }
    if (malformed || missing.length > 0) this.places.markUnknown(path);
    else if (text !== value) this.places.markFilledIn(path);
    return text;
  }

  #readMap(map: YAMLMap, path: Path): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    for (const { key, value } of map.items) {
      const span = spanOf(key) ?? spanOf(map) ?? [0, 0];
      const name = keyName(key);
      if (name === undefined) this.problems.push(this.#source.problem('syntax', span, 'A key must be a plain word'));
      // Of a key that stands twice, which the parser has reported, the first one counts.
      else if (!entries.has(name)) entries.set(name, this.read(value, [...path, name], span));
    }
    return Object.fromEntries(entries);
  }

  #readAlias(alias: Alias, path: Path, key: Span | undefined): unknown {
    const span = spanOf(alias) ?? [0, 0];
    const target = alias.resolve(this.#document);
    let value: unknown;
    if (target === undefined) this.#refuse(span, `No anchor "&${alias.source}" stands before this alias`);
    else if (this.#open.has(target)) this.#refuse(span, `"*${alias.source}" contains itself`);
    else {
      this.#open.add(target);
      value = this.read(target, path, key);
      this.#open.delete(target);
      if (this.#unfolded > mostValues && this.#open.size === 0) this.#refuse(span, `"*${alias.source}" unfolds to more than ${mostValues} values`);
    }
    this.places.set(path, { value: span, ...(key && { key }) });
    return value;
  }

  /** The first one only: those around it fail for the same reason. */
  #refuse(span: Span, message: string): void {
    if (!this.problems.some(({ code }) => code === 'alias')) this.problems.push(this.#source.problem('alias', span, message));
  }
}

/** None for lists and mappings as keys, and for the one word that would change what the object is. */
function keyName(key: unknown): string | undefined {
  const name = isScalar(key) ? key.value : undefined;
  if (name === '__proto__') return undefined;
  return typeof name === 'string' || typeof name === 'number' || typeof name === 'boolean' ? String(name) : undefined;
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}
