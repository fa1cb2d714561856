import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { encodePgm } from '../../../image/encode-pgm.ts';
import type { Raster } from '../../../image/raster.ts';
import { MillraceError } from '../../../model/errors.ts';
import { digitsAndMarks } from '../engine.ts';
import type { OcrEngine, ReadLine, ReadOptions, Segmentation } from '../engine.ts';
import { environment, findTesseract } from './tesseract-program.ts';
import { parseTsv } from './tesseract-tsv.ts';

/** A dense newspaper page makes half a megabyte. */
const largestAnswer = 32 * 1024 * 1024;

/** Characters of its complaints that are kept. */
const mostSaid = 4_096;

/**
 * The native program, one process a page: the picture goes in and the words come out through pipes, and nothing touches the disk. It is ended with its worker, so the
 * time limit of the task is its own. `named` is the path of the program; absent, it is looked for where packages put it.
 */
export function tesseract(named: string | undefined): OcrEngine {
  return {
    readsDigits: true,
    async recognise(raster, options) {
      const program = findTesseract(named);
      if (program === undefined) throw new MillraceError('ocr.program-missing', 'The program tesseract is gone');
      return read(program, raster, options);
    },
  };
}

async function read(program: string, raster: Raster, options: ReadOptions): Promise<ReadLine[]> {
  const { output, complaint } = await run(program, argumentsFor(raster, options), encodePgm(raster));
  try {
    return parseTsv(output, raster);
  } catch (error) {
    throw new MillraceError('ocr.failed', `The answer of tesseract is not understood: ${(error as Error).message}`, complaint || error);
  }
}

const segmentations: Record<Segmentation, string> = { page: '3', block: '6', digits: '7' };

function argumentsFor({ dpi }: Raster, { languages, segmentation }: ReadOptions): string[] {
  const only = segmentation === 'digits' ? [`tessedit_char_whitelist=${digitsAndMarks}`] : [];
  const settings = ['thresholding_method=2', 'tessedit_create_tsv=1', ...only].flatMap((setting) => ['-c', setting]);
  const mode = ['--dpi', String(Math.round(dpi)), '--psm', segmentations[segmentation], '--oem', '1'];
  return ['stdin', 'stdout', ...mode, '-l', languages.join('+'), ...settings];
}

async function run(program: string, args: readonly string[], input: Buffer): Promise<{ output: string; complaint: string }> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env: environment });
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>;
  const heard = listen(child);
  // Whoever ends before it has read everything says why by its exit.
  child.stdin.on('error', () => undefined).end(input);
  const [code, signal] = await ended.catch((error: unknown) => {
    throw new MillraceError('ocr.program-missing', 'The program tesseract cannot be started', error);
  });
  const { output, complaint, tooMuch } = heard();
  if (tooMuch) throw new MillraceError('ocr.failed', `Tesseract answered more than ${largestAnswer} bytes`, complaint);
  if (signal !== null) throw new MillraceError('ocr.crashed', `Tesseract was ended by ${signal}`, complaint);
  if (code !== 0) throw new MillraceError('ocr.failed', `Tesseract gave up with exit code ${code ?? 'unknown'}`, complaint);
  return { output, complaint };
}

/** Keeps what the program says, and ends it when that is more than any page holds. */
function listen(child: ChildProcessByStdio<Writable, Readable, Readable>): () => { output: string; complaint: string; tooMuch: boolean } {
  const chunks: Buffer[] = [];
  let [length, complaint] = [0, ''];
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= largestAnswer) chunks.push(chunk);
    else stopListening();
  });
  const stopListening = (): void => {
    child.kill('SIGKILL');
    child.stdout.destroy();
  };
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-mostSaid)));
  return () => ({ output: Buffer.concat(chunks).toString('utf8'), complaint: complaint.trim(), tooMuch: length > largestAnswer });
}
