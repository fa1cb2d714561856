import { encodePng } from '../../image/encode-png.ts';
import type { SinkTask } from '../../model/sink.ts';
import { pageRaster } from '../../raster/page-raster.ts';

interface Config {
  /** From 1. */
  page: number;
}

/** A4 becomes 1,400 pixels high: enough to read it on a screen. */
const longestSide = 1_400;
const mostDpi = 200;
/** Points of a page that says nothing of its size. */
const usual = { width: 595, height: 842 };

/** Draws one page as PNG, as it is displayed. No sink of a pipeline: the dashboard alone asks for it. */
export async function render({ file, document, config }: SinkTask<Config>): Promise<Uint8Array> {
  const { width, height } = document.pages[config.page - 1] ?? usual;
  const dpi = Math.min(mostDpi, (72 * longestSide) / Math.max(width, height));
  return encodePng(await pageRaster(file, document.mediaType, config.page, { dpi, maxPixels: longestSide ** 2 }));
}
