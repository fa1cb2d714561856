import { z } from 'zod';
import { spec as json } from '../../src/sink/json/spec.ts';
import { source } from '../../src/source/spec.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import type { StageSpec } from '../../src/model/stage.ts';

/** A catalogue with enough stages and kinds of options to make every mistake in, which stays the same whatever stages there are. */
export const sampleCatalog: Catalog = {
  stages: [
    stage('identify', [], { max_pages: z.int().positive().default(5000).describe('Most pages.') }),
    stage('text', ['identify'], {}),
    stage('ocr', ['identify', 'text'], {
      languages: z.array(z.string()).min(1).default(['eng']).describe('Languages.'),
      dpi: z.int().min(72).max(600).default(300).describe('Resolution.'),
      deskew: z.boolean().default(true).describe('Whether to turn.'),
      mode: z.enum(['fast', 'best']).default('fast').describe('Which model.'),
    }),
    stage('tables', ['text', 'ocr'], { threshold: z.number().min(0).max(1).default(0.5).describe('When a table is one.') }),
    stage('fields', ['text', 'tables'], { types: z.array(z.string()).default([]).describe('Document types.') }),
    stage('notes', ['identify'], { label: z.string().default('none').describe('A label.') }),
  ],
  sinks: [json],
  source,
};

function stage(name: string, reads: string[], options: z.ZodRawShape): StageSpec {
  return { name, summary: `Stage ${name}.`, version: 1, scope: 'page', reads, config: z.strictObject(options), timeout: 60_000, pagesPerTask: 10 };
}
