import type { PagePatch } from '../../model/document.ts';
import type { Drawing } from '../../model/drawing.ts';
import type { Finding } from '../../model/finding.ts';
import type { Page } from '../../model/page.ts';
import type { ConfigOf, StageRun, StageRunWhole, StageTask } from '../../model/stage.ts';
import { openPdf } from '../../pdf/open.ts';
import { withPage } from '../../pdf/page.ts';
import { readDrawing } from '../../pdf/paths.ts';
import { findTables } from './find-tables.ts';
import { joinTables } from './join.ts';
import { inkOf } from './page-ink.ts';
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
  const tables = findTables(inkOf(page, drawing), (box, accepted, rule, detail) =>
    note?.({ kind: 'region', box, accepted, rule, ...(detail !== undefined && { detail }) }),
  );
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

async function drawingOf({ file, document }: Task, page: Page): Promise<Drawing> {
  if (document.mediaType !== 'application/pdf') return { edges: [], fills: [], images: [], strokes: [], ignored: 0 };
  const pdf = await openPdf(file);
  return withPage(pdf, page.page, (opened) => readDrawing(pdf, opened));
}
