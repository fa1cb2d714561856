import { readFile } from 'node:fs/promises';
import { imageTypes } from '../../image/media-types.ts';
import type { SinkRender } from '../../model/sink.ts';
import type { ConfigOf } from '../../model/stage.ts';
import { recognised } from './recognised.ts';
import type { spec } from './spec.ts';

/** The original with its recognised text. A PDF of which nothing had to be recognised is handed on byte for byte, so what writes PDFs is loaded when it is needed. */
export const render: SinkRender<ConfigOf<typeof spec>> = async ({ file, document }) => {
  if (imageTypes.has(document.mediaType)) return (await import('./image-document.ts')).pdfOfImages(file, document);
  if (document.pages.every((page) => recognised(page).length === 0)) return readFile(file.path);
  const written = await (await import('./pdf-document.ts')).withTextLayers(file, document);
  return written ?? (await import('./rendered-document.ts')).pdfOfRenderings(file, document);
};
