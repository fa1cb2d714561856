import { crop } from '../../image/crop.ts';
import { imageTypes } from '../../image/media-types.ts';
import type { Raster } from '../../image/raster.ts';
import type { PagePatch } from '../../model/document.ts';
import { MillraceError } from '../../model/errors.ts';
import type { Barcode, Box } from '../../model/page.ts';
import type { ConfigOf, StageRun, StageTask } from '../../model/stage.ts';
import { imageResolution, pageImages } from '../../raster/page-images.ts';
import { pageRaster } from '../../raster/page-raster.ts';
import { codePlaces } from './places.ts';
import { mostCodes, readCodes } from './reader.ts';
import type { spec } from './spec.ts';

type Task = StageTask<ConfigOf<typeof spec>>;

/** A photo of 16 megapixels takes the better part of a second. */
const maxPixels = 16_000_000;

/** Reads the codes of one page, which most pages of documents that were not scanned cannot have: then nothing is drawn. Throws what drawing the page throws. */
export const run: StageRun<ConfigOf<typeof spec>> = async (task): Promise<PagePatch> => {
  const { file, config, document, page: number } = task;
  const page = document.pages[number - 1];
  if (page === undefined) throw new MillraceError('internal.unexpected', `page ${number} of ${document.pages.length}`);
  const looksAtAll = config.mode === 'always' || imageTypes.has(document.mediaType);
  const places = looksAtAll ? 'all' : await codePlaces(file, page, config.formats);
  if (places.length === 0) return {};
  const dpi = places === 'all' ? await ownDpi(task) : config.dpi;
  const raster = await pageRaster(file, document.mediaType, number, { dpi, grey: true, maxPixels });
  const barcodes = await readPlaces(raster, places === 'all' ? [[0, 0, page.width, page.height]] : places, config.formats);
  return barcodes.length > 0 ? { barcodes: barcodes.slice(0, mostCodes) } : {};
};

/** A scan is not drawn larger than it is. */
async function ownDpi({ file, document, page, config }: Task): Promise<number> {
  return Math.min(config.dpi, imageResolution(await pageImages(file, document.mediaType, page)) ?? config.dpi);
}

async function readPlaces(raster: Raster, places: readonly Box[], formats: Task['config']['formats']): Promise<Barcode[]> {
  const scale = raster.dpi / 72;
  const found: Barcode[] = [];
  for (const place of places) {
    const part = crop(raster, [place[0] * scale, place[1] * scale, place[2] * scale, place[3] * scale]);
    const [dx, dy] = [Math.max(0, Math.floor(place[0] * scale)) / scale, Math.max(0, Math.floor(place[1] * scale)) / scale];
    for (const code of await readCodes(part, formats)) {
      const [x0, y0, x1, y1] = code.box;
      found.push({ ...code, box: [x0 + dx, y0 + dy, x1 + dx, y1 + dy].map((value) => Math.round(value * 100) / 100) as unknown as Box });
    }
  }
  return found;
}
