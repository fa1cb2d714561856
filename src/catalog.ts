import type { Catalog } from './model/catalog.ts';
import { spec as csv } from './sink/csv/spec.ts';
import { spec as json } from './sink/json/spec.ts';
import { spec as markdown } from './sink/markdown/spec.ts';
import { spec as searchablePdf } from './sink/searchable-pdf/spec.ts';
import { source } from './source/spec.ts';
import { spec as classify } from './stages/classify/spec.ts';
import { spec as barcodes } from './stages/barcodes/spec.ts';
import { spec as einvoice } from './stages/einvoice/spec.ts';
import { spec as fields } from './stages/fields/spec.ts';
import { spec as form } from './stages/form/spec.ts';
import { spec as furniture } from './stages/furniture/spec.ts';
import { spec as identify } from './stages/identify/spec.ts';
import { spec as llm } from './stages/llm/spec.ts';
import { spec as ocr } from './stages/ocr/spec.ts';
import { spec as tables } from './stages/tables/spec.ts';
import { spec as text } from './stages/text/spec.ts';

/** The stages and sinks there are, in the order in which a pipeline would have them; one line each, and nothing registers itself. */
export const catalog: Catalog = {
  stages: [identify, einvoice, text, ocr, barcodes, tables, furniture, form, classify, fields, llm],
  sinks: [json, markdown, csv, searchablePdf],
  source,
};
