import { OEM, PSM } from 'tesseract.js';
import type { Page } from 'tesseract.js';
import { encodePgm } from '../../../image/encode-pgm.ts';
import type { Raster } from '../../../image/raster.ts';
import { MillraceError } from '../../../model/errors.ts';
import { digitsAndMarks } from '../engine.ts';
import type { OcrEngine, ReadLine, ReadOptions, ReadWord, Segmentation } from '../engine.ts';
import { languageFolder } from '../language-data.ts';
import { startThread } from './tesseract-thread.ts';
import type { TesseractThread } from './tesseract-thread.ts';

/** Tesseract as WebAssembly in a thread of this process, kept warm from page to page and from document to document. */
export const tesseractJs: OcrEngine = {
  readsDigits: true,
  async recognise(raster, options) {
    if (Math.min(raster.width, raster.height) < leastSide) return [];
    const engine = await warmEngine(options.languages);
    try {
      return linesOf(await recognised(engine, raster, options));
    } catch (error) {
      warm = undefined;
      await engine.end();
      throw new MillraceError('ocr.failed', 'The text recognition gave up on the page.', error);
    }
  },
};

/** Pixels that Tesseract needs to look at a picture at all. */
const leastSide = 3;

let warm: { languages: string; engine: Promise<TesseractThread> } | undefined;

/** Documents of one pipeline have the same languages, so one engine is enough. One that cannot be started is tried anew for the next page. */
async function warmEngine(languages: readonly string[]): Promise<TesseractThread> {
  const key = languages.join('+');
  if (warm?.languages !== key) warm = { languages: key, engine: startEngine(languages, warm?.engine) };
  const { engine } = warm;
  try {
    return await engine;
  } catch (error) {
    if (warm.engine === engine) warm = undefined;
    throw error;
  }
}

async function startEngine(languages: readonly string[], former: Promise<TesseractThread> | undefined): Promise<TesseractThread> {
  const folders = languages.map(dataFolder);
  await former?.then((thread) => thread.end());
  const thread = startThread();
  try {
    await thread.ask('load', { options: { lstmOnly: true, logging: false } });
    for (const [at, language] of languages.entries()) {
      // Without a method it looks into the working directory first, and writes there.
      const options = { langPath: folders[at], gzip: true, cacheMethod: 'none', lstmOnly: true };
      await thread.ask('loadLanguage', { langs: [language], options });
    }
    await thread.ask('initialize', { langs: languages.join('+'), oem: OEM.LSTM_ONLY });
    return thread;
  } catch (error) {
    await thread.end();
    throw new MillraceError('ocr.failed', `The text recognition cannot be started for ${languages.join(', ')}.`, error);
  }
}

function dataFolder(language: string): string {
  const folder = languageFolder(language);
  if (folder === undefined)
    throw new MillraceError('ocr.language-missing', `The language "${language}" is not installed: npm install @tesseract.js-data/${language}`);
  return folder;
}

const segmentations: Record<Segmentation, PSM> = { page: PSM.AUTO, block: PSM.SINGLE_BLOCK, digits: PSM.SINGLE_LINE };

/** Parameters go with the page that they are for, since the next one may be asked for before this one is done. */
async function recognised(engine: TesseractThread, raster: Raster, { segmentation }: ReadOptions): Promise<Page> {
  const options = {
    tessedit_pageseg_mode: segmentations[segmentation],
    user_defined_dpi: String(Math.round(raster.dpi)),
    ...(segmentation === 'digits' && { tessedit_char_whitelist: digitsAndMarks }),
  };
  const image = new Uint8Array(encodePgm(raster));
  return (await engine.ask('recognize', { image, options, output: { text: false, blocks: true } })) as Page;
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
