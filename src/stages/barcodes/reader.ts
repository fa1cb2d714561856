import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { ReadResult } from 'zxing-wasm/reader';
import { encodePgm } from '../../image/encode-pgm.ts';
import type { Picture, Raster } from '../../image/raster.ts';
import type { Barcode, Box } from '../../model/page.ts';
import type { BarcodeFormat } from './formats.ts';

/** Codes that one picture may have; a page of stamps has fewer. */
export const mostCodes = 100;

/** Characters: no kind of code holds more. */
const mostText = 7089;

/** Whether a grey picture shows a code, at a quarter of the cost of reading all that it may have: codes that are damaged or printed badly are missed. */
export async function holdsCode(picture: Picture, formats: readonly BarcodeFormat[]): Promise<boolean> {
  await (ready ??= load());
  const found = await readBarcodes(new Uint8Array(encodePgm(picture)), { formats: [...formats], tryHarder: false, maxNumberOfSymbols: 1 });
  return found.length > 0;
}

/** Reads the codes of a grey picture, from top to bottom; boxes are in points from its top left. */
export async function readCodes(raster: Raster, formats: readonly BarcodeFormat[]): Promise<Barcode[]> {
  await (ready ??= load());
  const found = await readBarcodes(new Uint8Array(encodePgm(raster)), { formats: [...formats], textMode: 'Plain', maxNumberOfSymbols: mostCodes });
  const codes: Barcode[] = [];
  for (const code of found.filter(({ text }) => text !== '')) {
    const box = boxOf(code, 72 / raster.dpi);
    const seen = codes.some((other) => overlap(other.box, box));
    if (!seen) codes.push({ format: code.format, text: code.text.toWellFormed().slice(0, mostText), box });
  }
  return codes.sort(({ box: a }, { box: b }) => a[1] - b[1] || a[0] - b[0]);
}

/** One code is at times read twice, the second time with an error. */
function overlap([a0, b0, a1, b1]: Box, [x0, y0, x1, y1]: Box): boolean {
  return (a0 + a1) / 2 > x0 && (a0 + a1) / 2 < x1 && (b0 + b1) / 2 > y0 && (b0 + b1) / 2 < y1;
}

let ready: Promise<unknown> | undefined;

/** The program of the reader comes from its package: by itself it would be fetched from the network. */
function load(): Promise<unknown> {
  const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  return prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer }, fireImmediately: true });
}

function boxOf({ position: { topLeft, topRight, bottomRight, bottomLeft } }: ReadResult, unit: number): Box {
  const corners = [topLeft, topRight, bottomRight, bottomLeft];
  const [xs, ys] = [corners.map(({ x }) => x * unit), corners.map(({ y }) => y * unit)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
