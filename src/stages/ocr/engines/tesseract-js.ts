import { createWorker, OEM, PSM } from 'tesseract.js';
import type { Page, Worker } from 'tesseract.js';
import { encodePgm } from '../../../image/encode-pgm.ts';
import { MillraceError } from '../../../model/errors.ts';
import type { OcrEngine, ReadLine, ReadOptions, ReadWord, Segmentation } from '../engine.ts';
import { languageFolder } from '../language-data.ts';

/** Tesseract as WebAssembly in a thread of this process, kept warm from page to page and from document to document. */
export const tesseractJs: OcrEngine = {
  async recognise(raster, options) {
    const worker = await warmWorker(options.languages);
    try {
      return linesOf(await recognised(worker, encodePgm(raster), raster.dpi, options));
    } catch (error) {
      warm = undefined;
      throw new MillraceError('ocr.failed', 'The text recognition gave up on the page.', error);
    }
  },
};

let warm: { languages: string; worker: Promise<Worker> } | undefined;

function warmWorker(languages: readonly string[]): Promise<Worker> {
  const key = languages.join('+');
  if (warm?.languages !== key) warm = { languages: key, worker: startWorker(languages) };
  return warm.worker;
}

async function startWorker(languages: readonly string[]): Promise<Worker> {
  const worker = await createWorker([...languages], OEM.LSTM_ONLY, {
    langPath: dataFolder(languages[0] ?? 'eng'),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
  await worker.setParameters({ thresholding_method: '2' });
  return worker;
}

function dataFolder(language: string): string {
  const folder = languageFolder(language);
  if (folder === undefined)
    throw new MillraceError('ocr.language-missing', `The language "${language}" is not installed: npm install @tesseract.js-data/${language}`);
  return folder;
}

const segmentations: Record<Segmentation, PSM> = { page: PSM.AUTO, block: PSM.SINGLE_BLOCK };

async function recognised(worker: Worker, image: Buffer, dpi: number, { segmentation }: ReadOptions): Promise<Page> {
  await worker.setParameters({ tessedit_pageseg_mode: segmentations[segmentation], user_defined_dpi: String(Math.round(dpi)) });
  const { data } = await worker.recognize(image, {}, { text: false, blocks: true });
  return data;
}

function linesOf(page: Page): ReadLine[] {
  return (page.blocks ?? []).flatMap((block, index) =>
    block.paragraphs.flatMap(({ lines }) =>
      lines.map(({ words }) => ({
        block: index,
        words: words.map(({ text, bbox, confidence }): ReadWord => ({
          text,
          box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1],
          confidence: confidence / 100,
        })),
      })),
    ),
  );
}
