import { z } from 'zod';
import type { SinkSpec } from '../model/sink.ts';
import type { StageSpec } from '../model/stage.ts';
import { stageOptions } from './options.ts';

/** A stage or a sink in words: what the documentation and the command line show of it. */
export interface Described {
  kind: 'stage' | 'sink';
  name: string;
  summary: string;
  version: number;
  /** Stages whose output it is given. */
  reads: readonly string[];
  /** Stages that come with it. */
  brings: readonly string[];
  options: Option[];
}

export interface Option {
  name: string;
  /** In words: `text`, `whole number`, `list of text`, `archive | delete | keep`. */
  type: string;
  /** As it would stand in the file. */
  default?: string;
  /** Without it the file is refused. */
  required: boolean;
  description: string;
}

/** With the options that every stage has after its own. */
export function describeStage({ name, summary, version, reads, brings = [], config, timeout }: StageSpec): Described {
  const shared = optionsOf(stageOptions).map((option) => (option.name === 'timeout' ? { ...option, default: `${timeout / 1000}s` } : option));
  return { kind: 'stage', name, summary, version, reads, brings, options: [...optionsOf(config), ...shared] };
}

export function describeSink({ name, summary, version, config }: SinkSpec): Described {
  return { kind: 'sink', name, summary, version, reads: [], brings: [], options: optionsOf(config) };
}

/** The options of a schema, in its order. */
export function optionsOf(schema: z.ZodObject): Option[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema;
  return Object.entries(properties).map(([name, { description = '', default: byDefault, ...property }]) => {
    const shown = typeof byDefault === 'string' ? byDefault : JSON.stringify(byDefault);
    return { name, type: typeInWords(property), ...(byDefault !== undefined && { default: shown }), required: required.includes(name), description };
  });
}

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  description?: string;
  default?: unknown;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

const words: Record<string, string> = { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false', object: 'mapping' };

function typeInWords({ type = '', enum: values, items = {} }: JsonSchema): string {
  if (values !== undefined) return values.join(' | ');
  return type === 'array' ? `list of ${typeInWords(items)}` : (words[type] ?? 'any');
}
