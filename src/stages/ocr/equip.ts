import type { Equipment } from '../../model/stage.ts';
import { equipTesseract } from './engines/tesseract-program.ts';
import { equipTesseractJs } from './language-data.ts';

/** What the engine that a pipeline names needs of this machine. */
export function equip({ engine, languages, program }: { engine: string; languages: readonly string[]; program?: string | undefined }): Equipment {
  switch (engine) {
    case 'tesseract':
      return equipTesseract(program, languages);
    case 'tesseract.js':
      return equipTesseractJs(languages);
    default:
      return { found: {} };
  }
}
