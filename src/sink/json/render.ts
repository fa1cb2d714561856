import type { Document, Metadata } from '../../model/document.ts';
import { failureCode } from '../../model/finding.ts';
import type { Line, Method, Page } from '../../model/page.ts';
import type { ConfigOf } from '../../model/stage.ts';
import type { SinkTask } from '../../model/sink.ts';
import type { Table, TableCell } from '../../model/table.ts';
import { layoutText } from '../../layout/layout-text.ts';
import { fieldsOf } from './fields.ts';
import type { spec } from './spec.ts';

type Config = ConfigOf<typeof spec>;

/** The result file, `millrace.result/1`: a function of content, configuration and software alone, with its keys in a fixed order. */
export function render({ file, pipeline, config, document }: SinkTask<Config>): string {
  const { mediaType, metadata, pages, tables, findings } = document;
  const result = {
    format: 'millrace.result/1',
    source: { filename: file.filename, sha256: file.sha256, bytes: file.bytes, media_type: mediaType },
    pipeline: { name: pipeline.name, fingerprint: pipeline.fingerprint },
    method: methodOf(pages),
    metadata: metadataOf(metadata),
    status: findings.some((finding) => finding.code === failureCode) ? 'partial' : 'success',
    pages: pages.map((page) => pageOf(page, new Set(config.include))),
    tables: tables.map(tableOf),
    ...fieldsOf(document),
    findings: inOrder(document),
  };
  return `${JSON.stringify(result, null, 1)}\n`;
}

function metadataOf({ title, author, subject, producer, created, page_count, language }: Metadata): Metadata {
  return {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(subject !== undefined && { subject }),
    ...(producer !== undefined && { producer }),
    ...(created !== undefined && { created }),
    page_count,
    ...(language !== undefined && { language }),
  };
}

/** What was done to most of a document's pages that hold anything; `mixed` when they differ. */
function methodOf(pages: readonly Page[]): Method {
  const methods = new Set(pages.map((page) => page.method).filter((method) => method !== 'blank'));
  const [only = pages.length === 0 ? 'native' : 'blank'] = methods;
  return methods.size > 1 ? 'mixed' : only;
}

function pageOf(page: Page, include: ReadonlySet<Config['include'][number]>) {
  const { page: number, width, height, rotation, method, route, text, confidence, lines, barcodes = [] } = page;
  const furniture = lines.filter((line) => line.furniture !== undefined);
  return {
    page: number,
    width,
    height,
    rotation,
    method,
    ...(route && { route }),
    text,
    ...(confidence !== undefined && { confidence }),
    ...(barcodes.length > 0 && { barcodes: barcodes.map(({ format, text, box }) => ({ format, text, bbox: box })) }),
    ...(include.has('lines') && { lines: lines.map(lineOf) }),
    ...(include.has('words') && {
      words: lines.flatMap((line) =>
        line.words.map(({ text, box, confidence }) => ({ text, bbox: box, ...(confidence !== undefined && { confidence }) })),
      ),
    }),
    ...(include.has('layout_text') && { layout_text: layoutText(page) }),
    ...(include.has('furniture') && { furniture: furniture.map((line) => ({ ...lineOf(line), role: line.furniture })) }),
  };
}

function lineOf({ text, box, size, angle, bold }: Line) {
  return { text, bbox: box, size, ...(angle !== undefined && { angle }), ...(bold !== undefined && { bold }) };
}

function tableOf({ page, pages, bbox, method, confidence, title, notes, headers, rows, cells }: Table) {
  return {
    page,
    ...(pages && { pages }),
    bbox,
    method,
    confidence,
    ...(title !== undefined && { title }),
    ...(notes && { notes }),
    headers,
    rows,
    cells: cells.map(cellOf),
  };
}

function cellOf({ row, column, row_span, column_span, text, bbox, page, header }: TableCell) {
  return { row, column, row_span, column_span, text, bbox, ...(page !== undefined && { page }), ...(header && { header }) };
}

/** Of the whole document first, then page by page; stages may have been run in pieces, in any order. */
function inOrder({ findings }: Document) {
  const byPage = findings.map((finding, i) => ({ finding, i })).sort((a, b) => (a.finding.page ?? 0) - (b.finding.page ?? 0) || a.i - b.i);
  return byPage.map(({ finding: { code, severity, page, message } }) => ({ code, severity, ...(page !== undefined && { page }), message }));
}
