import type { PagePatch, SourceFile } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Line } from '../../model/page.ts';
import { readFieldText } from '../../pdf/field-text.ts';
import { readPageGraphics } from '../../pdf/graphics.ts';
import type { PageGraphics } from '../../pdf/graphics.ts';
import { openPdf } from '../../pdf/open.ts';
import type { OpenPdf } from '../../pdf/open.ts';
import { withPage } from '../../pdf/page.ts';
import type { PdfPage } from '../../pdf/page.ts';
import { readPageText } from '../../pdf/text.ts';
import { Cover } from '../../layout/cover.ts';
import { joinLines } from '../../layout/hyphens.ts';
import { fillIn } from './filled-in.ts';
import { layOut } from './layout.ts';
import { judgeText } from './sanity.ts';
import type { TextSanity } from './sanity.ts';

/** Fewer characters than this make it worth asking what else is on the page. */
const fewCharacters = 40;

/** Reads a page of a PDF. Throws `document.damaged` when the page cannot be found or read at all. */
export async function readPdfPage(file: SourceFile, number: number): Promise<PagePatch> {
  const pdf = await openPdf(file);
  return withPage(pdf, number, (page) => readPage(page, number, pdf));
}

async function readPage(page: PdfPage, number: number, pdf: OpenPdf): Promise<PagePatch> {
  const { runs, dropped, warnings, ...frame } = await readPageText(page, pdf.marksOf);
  const filled = await readFieldText(pdf, page);
  const lines = layOut(fillIn(runs, filled.runs));
  const text = joinLines(lines);
  const sanity = judgeText(text, dropped + filled.dropped);
  const asks = pdf.mayHideText || sanity.garbled || sanity.characters < fewCharacters;
  const graphics = asks ? await readPageGraphics(pdf, page) : undefined;
  const imageCover = graphics === undefined ? 0 : new Cover(frame, graphics.imageBoxes).share();
  const findings = makeFindings(sanity, graphics, imageCover, [...warnings, ...filled.warnings, ...(graphics?.warnings ?? [])]).map((finding) => ({
    ...finding,
    page: number,
  }));
  return {
    ...frame,
    method: sanity.characters === 0 ? 'blank' : 'text',
    lines,
    text,
    route: {
      reasons: reasonsOf(sanity, graphics),
      metrics: { ...metricsOf(sanity, lines), ...drawnMetrics(graphics, imageCover, () => pdf.mayShowImages(page)) },
    },
    ...(findings.length > 0 && { findings }),
  };
}

function reasonsOf(sanity: TextSanity, graphics: PageGraphics | undefined): string[] {
  const reasons: string[] = [];
  if (sanity.characters === 0) reasons.push(hasContent(graphics) ? 'no-text' : 'blank');
  else if (graphics !== undefined && graphics.hiddenCharacters > 0) reasons.push('hidden-text');
  if (sanity.garbled) reasons.push('garbled');
  return reasons.length > 0 ? reasons : ['text-ok'];
}

function metricsOf(sanity: TextSanity, lines: readonly Line[]): Record<string, number> {
  return {
    chars: sanity.characters,
    words: lines.reduce((sum, line) => sum + line.words.length, 0),
    unmapped: sanity.unmapped,
    ...(sanity.sane !== undefined && { sane: sanity.sane }),
  };
}

/** Where the drawing operations were not read, the resources of the page tell at least when there is no image. */
function drawnMetrics(graphics: PageGraphics | undefined, imageCover: number, mayShowImages: () => boolean): Record<string, number> {
  if (graphics === undefined) return mayShowImages() ? {} : { images: 0 };
  const { hiddenCharacters, images, paths, figures } = graphics;
  return { hidden_chars: hiddenCharacters, images, image_cover: Math.round(imageCover * 1000) / 1000, paths, figures };
}

function makeFindings(sanity: TextSanity, graphics: PageGraphics | undefined, imageCover: number, warnings: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const find = (code: string, severity: Finding['severity'], message: string): void => void findings.push({ code, severity, message });
  if (graphics !== undefined && graphics.hiddenCharacters > 0) {
    find(
      'text.hidden',
      'info',
      `${graphics.hiddenCharacters} of ${graphics.characters} characters are drawn invisibly, as the text layer of a scan is.`,
    );
  }
  if (sanity.garbled) {
    const sane = sanity.sane === undefined ? '' : `, and ${percent(sanity.sane)} of the words could be some`;
    find(
      'text.garbled',
      'warning',
      `The text that the file states cannot be trusted: ${percent(sanity.unmapped)} of ${sanity.characters} characters have no meaning${sane}.`,
    );
  }
  if (sanity.characters === 0 && graphics !== undefined && hasContent(graphics)) {
    find(
      'text.empty',
      'info',
      `The page has no text, but ${graphics.images} images over ${percent(imageCover)} of it and ${graphics.paths} drawn paths.`,
    );
  }
  const lost = [...new Set(warnings.filter((said) => lostContent.test(said)))];
  if (lost.length > 0) find('text.reader-warning', 'warning', `The reader gave up on part of the page: ${lost.slice(0, 3).join(' ').slice(0, 500)}`);
  return findings;
}

/** What pdf.js says when it leaves content out; the rest of its warnings are about fonts, and come once per document. */
const lostContent = /^(?:getTextContent|getOperatorList|getAnnotations) - ignoring/;

function hasContent(graphics: PageGraphics | undefined): boolean {
  return graphics !== undefined && (graphics.images > 0 || graphics.paths > 0 || graphics.characters > 0);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
