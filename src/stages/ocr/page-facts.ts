import { Cover } from '../../layout/cover.ts';
import type { SourceFile } from '../../model/document.ts';
import type { Box, Line, Page } from '../../model/page.ts';
import { readPageGraphics } from '../../pdf/graphics.ts';
import { openPdf } from '../../pdf/open.ts';
import { withPage } from '../../pdf/page.ts';
import { pageRaster } from '../../raster/page-raster.ts';
import { joinPieces } from './join-pieces.ts';
import { fitLayer } from './layer-fit.ts';
import type { RouteMetrics } from './metrics.ts';

/** What is known of a page before it is recognised. */
export interface PageFacts {
  /** Points, as displayed. */
  width: number;
  height: number;
  /** What the page states itself. */
  lines: readonly Line[];
  /** Its characters have no meaning, or make no words. */
  garbled: boolean;
  /** Numbers that decide, and stand in the result. */
  metrics: RouteMetrics;
  /** Where images are, and figures that may be letters; only on pages that state text, since the others are read as a whole. */
  imageBoxes: readonly Box[];
  figureBoxes: readonly Box[];
}

/** Fewer characters than this make it worth asking what else is on the page, whatever the file says. */
const fewCharacters = 40;

/** Gathers what the text stage has found, and the drawing operations of pages that may show more than their text. Only where an old text layer has to be checked is the page drawn, small. */
export async function readPageFacts(file: SourceFile, mediaType: string, page: Page): Promise<PageFacts> {
  const { width, height, lines, route } = page;
  const textCover = new Cover(
    page,
    lines.map((line) => line.box),
  ).share();
  const stated: PageFacts = {
    width,
    height,
    lines,
    garbled: route?.reasons.includes('garbled') === true,
    metrics: { ...route?.metrics, text_cover: share(textCover) },
    imageBoxes: [],
    figureBoxes: [],
  };
  if (mediaType !== 'application/pdf' || !mayShowMore(stated.metrics)) return stated;
  const drawn = await withDrawn(file, page, stated);
  return carriesLayer(drawn.metrics) ? withLayerFit(file, mediaType, page, drawn) : drawn;
}

/** A page without text is read as a whole or not at all, and the numbers of the text stage tell which. */
function mayShowMore({ chars = 0, images, figures = 0 }: RouteMetrics): boolean {
  return images === undefined || (chars > 0 && (images > 0 || (figures > 0 && chars < fewCharacters)));
}

async function withDrawn(file: SourceFile, page: Page, facts: PageFacts): Promise<PageFacts> {
  const pdf = await openPdf(file);
  const graphics = await withPage(pdf, page.page, (open) => readPageGraphics(pdf, open));
  const { imageBoxes, figureBoxes, hiddenCharacters, images, paths, figures } = graphics;
  const shares = joinPieces(imageBoxes).map((box) => new Cover(page, [box]).share());
  return {
    ...facts,
    metrics: {
      ...facts.metrics,
      hidden_chars: hiddenCharacters,
      images,
      image_cover: share(new Cover(page, imageBoxes).share()),
      largest_image: share(Math.max(0, ...shares)),
      paths,
      figures,
    },
    imageBoxes,
    figureBoxes,
  };
}

/** Share of the page from which on an image, or pieces of one, is a picture of the page. */
export const pictureOfPage = 0.6;
/** Share of the characters that nobody sees from which on they are a layer of their own. */
const layerShare = 0.5;

/** Does invisible text lie over a picture of the page, as a scan has it that was made searchable? */
export function carriesLayer({ chars = 0, hidden_chars: hidden = 0, largest_image: cover = 0 }: RouteMetrics): boolean {
  return chars > 0 && hidden >= layerShare * chars && cover >= pictureOfPage;
}

/** Pixels for 72 points: enough to see where type is. */
const layerDpi = 72;

async function withLayerFit(file: SourceFile, mediaType: string, page: Page, facts: PageFacts): Promise<PageFacts> {
  const { wordsOnInk, inkMissed } = fitLayer(await pageRaster(file, mediaType, page.page, { dpi: layerDpi, grey: true }), facts.lines);
  return { ...facts, metrics: { ...facts.metrics, layer_on_ink: share(wordsOnInk), layer_ink_missed: share(inkMissed) } };
}

function share(value: number): number {
  return Math.round(value * 1000) / 1000;
}
