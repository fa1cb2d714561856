import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas } from '@napi-rs/canvas';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import type { WriteInputBarcodeFormat } from 'zxing-wasm/writer';
import type { Raster } from '../../src/image/raster.ts';

/** The modules of a code, row by row; bar codes have one row. */
export interface CodeModules {
  width: number;
  height: number;
  isDark: (x: number, y: number) => boolean;
}

/** Makes the modules of a code, the same for the same text. QR codes are protected against damage by `level`: L, M, Q or H. */
export async function codeModules(text: string | Uint8Array, format: WriteInputBarcodeFormat = 'QRCode', level = ''): Promise<CodeModules> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
  const { symbol, error } = await writeBarcode(text, { format, ...(level !== '' && { options: `ecLevel=${level}` }) });
  if (error !== '') throw new Error(error);
  const { data, width, height } = symbol;
  return { width, height, isDark: (x, y) => data[y * width + x] === 0 };
}

/** Operators that fill each run of dark modules of a row, `size` points a module, from the top left corner at x, y of a PDF page. */
export function drawnModules({ width, height, isDark }: CodeModules, x: number, y: number, size: number): string {
  const rows: string[] = [];
  for (let row = 0; row < height; row++) {
    for (let from = 0; from < width; from++) {
      if (!isDark(from, row)) continue;
      let to = from;
      while (to < width && isDark(to, row)) to++;
      rows.push(`${x + from * size} ${y - (row + 1) * size} ${(to - from) * size} ${size} re f`);
      from = to;
    }
  }
  return rows.join('\n');
}

export interface Photo {
  /** Pixels. */
  width: number;
  height: number;
  /** Pixels of a module. */
  size: number;
  /** Clockwise degrees that the code is turned by, about the middle of the picture. */
  angle?: number;
  /** How far it leans: its rows are shifted by this share of their distance from the middle. */
  lean?: number;
  /** Greys of paper and ink. */
  paper?: number;
  ink?: number;
}

/** A grey picture of a code in its middle, as a camera that is not held straight takes it. */
export function picturedModules(modules: CodeModules, { width, height, size, angle = 0, lean = 0, paper = 255, ink = 0 }: Photo): Raster {
  const pen = createCanvas(width, height).getContext('2d');
  pen.fillStyle = `rgb(${paper}, ${paper}, ${paper})`;
  pen.fillRect(0, 0, width, height);
  pen.translate(width / 2, height / 2);
  pen.rotate((angle * Math.PI) / 180);
  pen.transform(1, lean / 3, lean, 1, 0, 0);
  pen.fillStyle = `rgb(${ink}, ${ink}, ${ink})`;
  for (let y = 0; y < modules.height; y++) {
    for (let x = 0; x < modules.width; x++) {
      if (modules.isDark(x, y)) pen.fillRect((x - modules.width / 2) * size, (y - modules.height / 2) * size, size, size);
    }
  }
  const { data: rgba } = pen.getImageData(0, 0, width, height);
  return { width, height, channels: 1, data: Uint8Array.from({ length: width * height }, (_, pixel) => rgba[4 * pixel] ?? 0), dpi: 150 };
}
