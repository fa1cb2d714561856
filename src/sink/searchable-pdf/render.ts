import { readFile } from 'node:fs/promises';
import { imageTypes } from '../../image/media-types.ts';
import type { SinkRender } from '../../model/sink.ts';
import type { ConfigOf } from '../../model/stage.ts';
import { pdfOfImages } from './image-document.ts';
import { withTextLayers } from './pdf-document.ts';
import { pdfOfRenderings } from './rendered-document.ts';
import type { spec } from './spec.ts';
import { recognised } from './text-layer.ts';

/** The original with its recognised text. A PDF of which nothing had to be recognised is handed on byte for byte. */
export const render: SinkRender<ConfigOf<typeof spec>> = async ({ file, document }) => {
  if (imageTypes.has(document.mediaType)) return pdfOfImages(file, document);
  const isRecognised = document.pages.some((page) => recognised(page).length > 0);
  if (!isRecognised) return readFile(file.path);
  return (await withTextLayers(file, document)) ?? pdfOfRenderings(file, document);
};
