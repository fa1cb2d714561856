import { MillraceError } from '../model/errors.ts';
import { loadDocument } from './engine.ts';
import { noImages } from './image-limits.ts';
import { readPageGraphics } from './graphics.ts';
import { samplePaths, samplePdf, sampleWords } from './sample.ts';
import { readPageText } from './text.ts';

/**
 * Reads a page whose content is known, and throws `worker.self-test` when anything of it is missing: on an unfitting Node, or with
 * files of the package missing, pdf.js loses most paths, or whole scripts, with nothing but a warning.
 */
export async function selfTest(): Promise<void> {
  const { words, paths, said } = await readSample().catch((error: unknown) => {
    throw new MillraceError('worker.self-test', 'The reader cannot read the sample page at all.', error);
  });
  if (words === sampleWords && paths === samplePaths) return;
  const warnings = said.length === 0 ? '' : ` It said: ${said.slice(0, 3).join(' ')}`;
  throw new MillraceError(
    'worker.self-test',
    `Of the sample page the reader found ${words} of ${sampleWords} words and ${paths} of ${samplePaths} paths.${warnings}`,
  );
}

async function readSample(): Promise<{ words: number; paths: number; said: string[] }> {
  const task = loadDocument(samplePdf(), noImages);
  try {
    const document = await task.promise;
    const page = await document.getPage(1);
    const text = await readPageText(page);
    const graphics = await readPageGraphics({ document }, page);
    const words = text.runs.flatMap((run) => run.text.split(/\s+/)).length;
    return { words, paths: graphics.paths, said: [...text.warnings, ...graphics.warnings] };
  } finally {
    await task.destroy();
  }
}
