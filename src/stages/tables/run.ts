import type { PagePatch, SourceFile } from '../../model/document.ts';
import type { Drawing } from '../../model/drawing.ts';
import type { Finding } from '../../model/finding.ts';
import type { Page } from '../../model/page.ts';
import type { ConfigOf, StageRun, StageRunWhole, StageTask } from '../../model/stage.ts';
import { openPdf } from '../../pdf/open.ts';
import { withPage } from '../../pdf/page.ts';
import { readDrawing } from '../../pdf/paths.ts';
import { findTables } from './find-tables.ts';
import { joinTables } from './join.ts';
import { levelInk, skewBack } from './levelled.ts';
import { inkOf } from './page-ink.ts';
import { scannedRules } from './scanned-rules.ts';
import { noteCells, noteDrawing } from './seen.ts';
import type { spec } from './spec.ts';

type Task = StageTask<ConfigOf<typeof spec>>;

/** Finds the tables of one page. */
export const run: StageRun<ConfigOf<typeof spec>> = async (task): Promise<PagePatch> => {
  const page = task.document.pages[task.page - 1];
  if (page === undefined || page.lines.length === 0) return {};
  const { note } = task;
  const drawing = await drawingOf(task, page);
  if (note !== undefined) noteDrawing(page, drawing, note);
  const skew = skewOf(page);
  const tables = findTables(levelInk(inkOf(page, drawing), skew), (box, accepted, rule, detail) =>
    note?.({ kind: 'region', box, accepted, rule, ...(detail !== undefined && { detail }) }),
  ).map((table) => skewBack(table, skew));
  if (note !== undefined) noteCells(tables, note);
  const findings = drawing.ignored > 0 ? [tooManyPaths(page.page, drawing.ignored)] : [];
  return { ...(tables.length > 0 && { tables }), ...(findings.length > 0 && { findings }) };
};

/** Joins what goes on over pages. */
export const runWhole: StageRunWhole<ConfigOf<typeof spec>> = ({ document }) =>
  document.tables.length > 0 ? { tables: joinTables(document.tables, document.pages) } : {};

function tooManyPaths(page: number, ignored: number): Finding {
  return {
    code: 'tables.too-many-paths',
    severity: 'info',
    page,
    message: `The page draws so many lines that ${ignored} paths were not looked at; rules of tables may be among them.`,
  };
}

/** Only where all of the page was recognised: words that the file states stand as they are drawn. */
function skewOf({ method, route }: Page): number {
  return method === 'ocr' ? (route?.metrics['skew'] ?? 0) : 0;
}

/** What the page draws: as the file says, and, where words were recognised, as the picture of the page shows. */
async function drawingOf({ file, document: { mediaType } }: Task, page: Page): Promise<Drawing> {
  const drawing = mediaType === 'application/pdf' ? await statedDrawing(file, page) : noDrawing;
  if (page.method !== 'ocr' && page.method !== 'mixed') return drawing;
  return { ...drawing, edges: [...drawing.edges, ...(await scannedRules(file, mediaType, page.page, skewOf(page)))] };
}

const noDrawing: Drawing = { edges: [], fills: [], images: [], strokes: [], ignored: 0 };

async function statedDrawing(file: SourceFile, page: Page): Promise<Drawing> {
  const pdf = await openPdf(file);
  return withPage(pdf, page.page, (opened) => readDrawing(pdf, opened));
}
