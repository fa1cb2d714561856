import { MillraceError } from '../model/errors.ts';
import type { ReaderWarnings } from './warnings.ts';

/**
 * What pdf.js left out of a drawing, in its own words, each once. Throws `worker.self-test` when it lacks a part of its own package:
 * whatever it drew meanwhile cannot be trusted, and that is no fault of the document.
 */
export function lostContent(warnings: ReaderWarnings): string[] {
  const lacking = warnings.find((said) => environment.test(said));
  if (lacking !== undefined) throw new MillraceError('worker.self-test', `The reader lacks a part of its own: ${lacking}`);
  return [...new Set(warnings.filter((said) => loss.test(said)))];
}

const environment = /^#get(?:Wasm|Js)Instance|Unable to load (?:cMap|standardFontData|wasm)Url data/;

const loss = new RegExp(
  [
    '^Image exceeded maximum allowed size',
    '^Image dimensions are missing',
    '^Unable to decode (?:inline )?image',
    '^Dependent image isn.t ready',
    '^getOperatorList - ignoring',
    '^Unsupported /S?Mask format',
    '^getPathGenerator - ignoring character',
    // Of JPEG data that breaks off or is broken.
    '-- ignoring the rest of the image data',
    'without finding an EOI marker',
    '^decodeScan - unexpected MCU data',
    '^Invalid stream',
    '^Filter "[^"]*" is not supported',
  ].join('|'),
);
