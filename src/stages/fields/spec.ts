import { z } from 'zod';
import { typeFiles } from '../../document-type/type-files.ts';
import type { StageSpec } from '../../model/stage.ts';
import { templateOptions } from '../../templates/template-options.ts';

export const spec = {
  name: 'fields',
  summary:
    'Extracts what a document says as data: from its electronic invoice, payment codes, form fields, templates, and by the labels and the layout of its type, each value with its place, its confidence and the checks it passed.',
  version: 1,
  scope: 'document',
  reads: ['identify', 'einvoice', 'text', 'ocr', 'barcodes', 'tables', 'furniture', 'form', 'classify'],
  brings: ['einvoice'],
  config: z.strictObject({
    types: z
      .array(z.string())
      .min(1)
      .optional()
      .describe(
        'Document types whose fields are known: files, or folders of them, and "shipped" for those that come with the program; those of "classify" if left out.',
      ),
    templates: z
      .array(z.string())
      .default([])
      .describe(
        'Templates of vendors and of your own documents: files, or folders of them. The best one that matches a document outranks the labels of its type.',
      ),
    e_invoice: z
      .enum(['use', 'ignore'])
      .default('use')
      .describe('Whether an electronic invoice inside the document outranks what its pages show, or is ignored.'),
  }),
  files: { types: { ...typeFiles, as: ['classify'] }, templates: { what: 'template', schema: templateOptions, editable: true } },
  timeout: 60_000,
  pagesPerTask: 1,
} satisfies StageSpec;
