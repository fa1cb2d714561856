import { Cover } from '../../layout/cover.ts';
import type { SourceFile } from '../../model/document.ts';
import type { Box, Line, Page } from '../../model/page.ts';
import { readPageGraphics } from '../../pdf/graphics.ts';
import { openPdf } from '../../pdf/open.ts';
import { withPage } from '../../pdf/page.ts';

/** What is known of a page before any pixel of it is looked at. */
export interface PageFacts {
  /** Points, as displayed. */
  width: number;
  height: number;
  /** What the page states itself. */
  lines: readonly Line[];
  /** Its characters have no meaning, or make no words. */
  garbled: boolean;
  /** Numbers that decide, and stand in the result: `chars`, `sane`, `hidden_chars`, `images`, `image_cover`, `paths`, `figures`, `text_cover`. */
  metrics: Readonly<Record<string, number>>;
  /** Where images are, and figures that may be letters; only on pages that state text, since the others are read as a whole. */
  imageBoxes: readonly Box[];
  figureBoxes: readonly Box[];
}

/** Fewer characters than this make it worth asking what else is on the page, whatever the file says. */
const fewCharacters = 40;

/** Gathers what the text stage has found, and the drawing operations of pages that may show more than their text. */
export async function readPageFacts(file: SourceFile, mediaType: string, page: Page): Promise<PageFacts> {
  const { width, height, lines, route } = page;
  const known = route?.metrics ?? {};
  const facts = { width, height, lines, garbled: route?.reasons.includes('garbled') === true, imageBoxes: [], figureBoxes: [] };
  const metrics = {
    ...known,
    text_cover: share(
      new Cover(
        page,
        lines.map((line) => line.box),
      ).share(),
    ),
  };
  if (mediaType !== 'application/pdf' || !mayShowMore(known)) return { ...facts, metrics };
  const pdf = await openPdf(file);
  const graphics = await withPage(pdf, page.page, (open) => readPageGraphics(pdf, open));
  const { imageBoxes, figureBoxes, hiddenCharacters, images, paths, figures } = graphics;
  const imageCover = share(new Cover(page, imageBoxes).share());
  return {
    ...facts,
    metrics: { ...metrics, hidden_chars: hiddenCharacters, images, image_cover: imageCover, paths, figures },
    imageBoxes,
    figureBoxes,
  };
}

/** A page without text is read as a whole or not at all, and the numbers of the text stage tell which. */
function mayShowMore({ chars = 0, images, figures = 0 }: Readonly<Record<string, number>>): boolean {
  return images === undefined || (chars > 0 && (images > 0 || (figures > 0 && chars < fewCharacters)));
}

function share(value: number): number {
  return Math.round(value * 1000) / 1000;
}
