import { layPicture, openSheet } from '../../image/canvas.ts';
import type { Pen } from '../../image/canvas.ts';
import type { Raster } from '../../image/raster.ts';
import type { Document, SourceFile } from '../../model/document.ts';
import { asMillraceError, MillraceError } from '../../model/errors.ts';
import { pictureLayers } from '../../model/explanation.ts';
import type { PictureLayer } from '../../model/explanation.ts';
import type { Finding } from '../../model/finding.ts';
import type { Page } from '../../model/page.ts';
import type { SinkTask } from '../../model/sink.ts';
import { pageRaster } from '../../raster/page-raster.ts';
import { commentOn, headOf } from './commentary.ts';
import type { Frame } from './frame.ts';
import { drawOverlays } from './overlays.ts';
import type { Explained } from './overlays.ts';
import { setText, writeText } from './text-block.ts';

interface Config {
  /** From 1. */
  page: number;
  /** What to draw; nothing named: all. */
  only: readonly PictureLayer[];
}

/**
 * Draws one page as PNG, with everything over it that the stages saw and decided. No sink of a pipeline: `millrace explain` alone asks for it.
 * Throws `internal.unexpected` for a page that the document does not have.
 */
export async function render({ file, document, config }: SinkTask<Config>): Promise<Uint8Array> {
  const explained = explainedOf(document, config.page);
  const wanted = config.only.length === 0 ? pictureLayers : config.only;
  const paper = await paperOf(file, document.mediaType, explained.page);
  const findings = [...document.findings.filter(({ page = config.page }) => page === config.page), ...paper.findings];
  const { raster } = paper;
  const rule = openSheet(1, 1).pen;
  const head = setText(rule, headOf(file.filename, document.metadata.page_count, explained), raster.width + gap + besideWidth);
  const beside = setText(rule, commentOn(explained, findings, wanted), besideWidth);
  const below = Math.max(raster.height, Math.min(beside.height, mostBeside));
  const top = margin + head.height + margin;
  const { pen, png } = openSheet(raster.width + gap + besideWidth + 2 * margin, top + below + margin);
  const frame: Frame = { pen, x: margin, y: top, width: raster.width, height: raster.height, scale: raster.dpi / 72 };
  layPicture(pen, raster, frame.x, frame.y, paleness);
  drawOverlays(frame, explained, wanted);
  edge(pen, frame);
  writeText(frame, head, margin, margin, top);
  writeText(frame, beside, margin + raster.width + gap, top, top + below);
  return png();
}

/** Pixels around everything, and between the page and what is written beside it. */
const margin = 16;
const gap = 20;
const besideWidth = 440;
/** What is written may make the sheet this high (pixels). */
const mostBeside = 2_400;

/** Of the page's ink, so much is taken away that what is drawn over it stands out. */
const paleness = 0.4;

function explainedOf({ pages, tables, notes, fields }: Document, number: number): Explained {
  const page = pages[number - 1];
  if (page === undefined) throw new MillraceError('internal.unexpected', `There is no page ${number} to draw`);
  const placed = fields.flatMap((field) => (field.page === number && field.bbox !== undefined ? [{ ...field, bbox: field.bbox }] : []));
  return { page, tables: tables.filter((table) => table.page === number), notes, fields: placed };
}

interface Paper {
  raster: Raster;
  findings: readonly Finding[];
}

/** A page that cannot be drawn still is explained, on white. */
async function paperOf(file: SourceFile, mediaType: string, page: Page): Promise<Paper> {
  const dpi = Math.min(mostDpi, (72 * longestSide) / Math.max(page.width, page.height));
  try {
    const raster = await pageRaster(file, mediaType, page.page, { dpi, maxPixels: longestSide ** 2 });
    return { raster, findings: raster.findings };
  } catch (thrown) {
    const { code, message } = asMillraceError(thrown);
    const [width, height] = [page.width, page.height].map((points) => Math.max(1, Math.round((points * dpi) / 72))) as [number, number];
    const white: Raster = { width, height, channels: 1, data: new Uint8Array(width * height).fill(255), dpi };
    return { raster: white, findings: [{ code, severity: 'error', page: page.page, message: `the page cannot be drawn: ${message}` }] };
  }
}

/** Pixels of the longest side: 137 dpi for A4, so that small type can be read and labels beside it. */
const longestSide = 1_600;
/** A small page, such as a receipt, becomes no larger than that. */
const mostDpi = 300;

function edge(pen: Pen, { x, y, width, height }: Frame): void {
  pen.strokeStyle = '#bdbdbd';
  pen.lineWidth = 1;
  pen.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
}
