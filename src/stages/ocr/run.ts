import { joinLines } from '../../layout/hyphens.ts';
import { MillraceError } from '../../model/errors.ts';
import type { PagePatch } from '../../model/document.ts';
import type { ConfigOf, StageRun } from '../../model/stage.ts';
import { pageRaster } from '../../raster/page-raster.ts';
import { engineOf } from './engine-of.ts';
import { readRaster } from './read-raster.ts';
import { routePage } from './route.ts';
import type { spec } from './spec.ts';

/** Most pixels that a page is drawn with: an A4 page at 600 dpi. */
const maxPixels = 35_000_000;

/** Reads one page by the means that it needs. Throws `ocr.language-missing`, `ocr.failed`, or what drawing the page throws. */
export const run: StageRun<ConfigOf<typeof spec>> = async ({ file, config, document, page: number }): Promise<PagePatch> => {
  const page = document.pages[number - 1];
  if (page === undefined) throw new MillraceError('internal.unexpected', `page ${number} of ${document.pages.length}`);
  const { means, reasons } = routePage(page);
  if (means !== 'ocr') return {};
  const raster = await pageRaster(file, document.mediaType, number, { dpi: config.dpi, grey: true, maxPixels });
  const { lines, confidence, metrics, findings } = await readRaster(raster, await engineOf(config), config.languages);
  return {
    method: 'ocr',
    lines,
    text: joinLines(lines),
    confidence,
    route: { reasons, metrics: { ...page.route?.metrics, ...metrics } },
    ...(findings.length > 0 && { findings: findings.map((finding) => ({ ...finding, page: number })) }),
  };
};
