import { MillraceError } from '../../model/errors.ts';
import type { PagePatch } from '../../model/document.ts';
import type { ConfigOf, StageRun } from '../../model/stage.ts';
import { pageRaster } from '../../raster/page-raster.ts';
import { engineOf } from './engine-of.ts';
import { readPageFacts } from './page-facts.ts';
import { readRaster } from './read-raster.ts';
import { readRegions } from './read-regions.ts';
import { routePage } from './route.ts';
import { isSelected } from './selection.ts';
import { keepText, settleParts, settleReading } from './settle.ts';
import type { spec } from './spec.ts';

/** Most pixels that a page is drawn with: an A4 page at 600 dpi. */
const maxPixels = 35_000_000;

/** Reads one page by the means that it needs. Throws `ocr.language-missing`, `ocr.failed`, or what drawing the page throws. */
export const run: StageRun<ConfigOf<typeof spec>> = async ({ file, config, document, page: number }): Promise<PagePatch> => {
  const page = document.pages[number - 1];
  if (page === undefined) throw new MillraceError('internal.unexpected', `page ${number} of ${document.pages.length}`);
  const facts = await readPageFacts(file, document.mediaType, page);
  const decision = routePage(facts, { mode: config.mode, selected: isSelected(number, config.pages) });
  if (decision.means === 'native' || decision.means === 'blank') return keepText(decision, facts.metrics);
  const raster = await pageRaster(file, document.mediaType, number, { dpi: config.dpi, grey: true, maxPixels });
  const engine = await engineOf(config);
  if (decision.means === 'ocr') return settleReading(page, decision, facts.metrics, await readRaster(raster, engine, config.languages));
  return settleParts(page, decision, facts.metrics, await readRegions(raster, decision.regions, engine, config.languages));
};
