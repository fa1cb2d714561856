import type { PagePatch } from '../../model/document.ts';
import type { Drawing } from '../../model/drawing.ts';
import type { Page } from '../../model/page.ts';
import type { ConfigOf, StageRun, StageRunWhole, StageTask } from '../../model/stage.ts';
import { openPdf } from '../../pdf/open.ts';
import { withPage } from '../../pdf/page.ts';
import { readDrawing } from '../../pdf/paths.ts';
import { findTables } from './find-tables.ts';
import { joinTables } from './join.ts';
import { inkOf } from './page-ink.ts';
import { noteDrawing } from './seen.ts';
import type { spec } from './spec.ts';

type Task = StageTask<ConfigOf<typeof spec>>;

/** Finds the tables of one page. */
export const run: StageRun<ConfigOf<typeof spec>> = async (task): Promise<PagePatch> => {
  const page = task.document.pages[task.page - 1];
  if (page === undefined || page.lines.length === 0) return {};
  const { note } = task;
  const drawing = await drawingOf(task, page);
  if (note !== undefined) noteDrawing(page, drawing, note);
  const ink = inkOf(page, drawing);
  const tables = findTables(ink, (box, accepted, rule, detail) =>
    note?.({ kind: 'region', box, accepted, rule, ...(detail !== undefined && { detail }) }),
  );
  return tables.length > 0 ? { tables } : {};
};

/** Joins what goes on over pages. */
export const runWhole: StageRunWhole<ConfigOf<typeof spec>> = ({ document }) => ({ tables: joinTables(document.tables, document.pages) });

async function drawingOf({ file, document }: Task, page: Page): Promise<Drawing> {
  if (document.mediaType !== 'application/pdf') return { edges: [], fills: [], images: [], strokes: [], ignored: 0 };
  const pdf = await openPdf(file);
  return withPage(pdf, page.page, (opened) => readDrawing(pdf, opened));
}
