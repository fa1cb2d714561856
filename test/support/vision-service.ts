import sharp from 'sharp';
import type { Raster } from '../../src/image/raster.ts';
import { completion } from './chat-service.ts';
import type { Answer, Asked } from './chat-service.ts';

/** A model that sees where lines of ink are, and has been told what they say: the first of `lines` is the topmost. */
export function seeing(lines: readonly string[]): (asked: Asked) => Promise<Answer> {
  return async ({ body }) => {
    const picture = await pictureOf(body);
    const thousandths = ([x0, y0, x1, y1]: number[]): number[] =>
      [x0, y0, x1, y1].map((edge, index) => Math.round((1000 * (edge ?? 0)) / (index % 2 === 0 ? picture.width : picture.height)));
    return completion({ lines: inkLines(picture).map((box, index) => ({ text: lines[index] ?? '', box: thousandths(box) })) });
  };
}

async function pictureOf({ messages }: Asked['body']): Promise<Raster> {
  const [
    ,
    {
      image_url: { url },
    },
  ] = messages[1].content as [unknown, { image_url: { url: string } }];
  const { data, info } = await sharp(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 1, data: new Uint8Array(data), dpi: 72 };
}

/** Boxes around rows of dark pixels with light ones between. */
function inkLines({ width, height, data }: Raster): number[][] {
  const boxes: number[][] = [];
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    const [left, right] = [row.findIndex((pixel) => pixel < 128), row.findLastIndex((pixel) => pixel < 128)];
    if (left < 0) continue;
    const last = boxes.at(-1);
    if (last?.[3] === y) last.splice(0, 4, Math.min(last[0] ?? 0, left), last[1] ?? 0, Math.max(last[2] ?? 0, right + 1), y + 1);
    else boxes.push([left, y, right + 1, y + 1]);
  }
  return boxes;
}
