import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { Box } from '../../src/model/page.ts';
import { tempFolder } from './temp-folder.ts';

export function hasPoppler(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Words of a PDF with their boxes, as another reader finds them on its pages as displayed. */
export function popplerWords(pdf: Uint8Array): { text: string; box: Box }[] {
  const said = poppler(pdf, ['-bbox', '-cropbox']);
  return [...said.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)].map(
    ([, x0, y0, x1, y1, text = '']) => ({
      text,
      box: [Number(x0), Number(y0), Number(x1), Number(y1)],
    }),
  );
}

export function popplerText(pdf: Uint8Array): string {
  return poppler(pdf, []);
}

function poppler(pdf: Uint8Array, options: readonly string[]): string {
  const path = join(tempFolder(), 'a.pdf');
  writeFileSync(path, pdf);
  return execFileSync('pdftotext', [...options, path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
