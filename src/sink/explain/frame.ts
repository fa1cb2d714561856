import type { Pen } from '../../image/canvas.ts';
import type { Box } from '../../model/page.ts';

/** A rectangle of the sheet in pixels. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the page lies on the sheet. */
export interface Frame extends Area {
  pen: Pen;
  /** Pixels for a point. */
  scale: number;
}

/** A box of the page on the sheet, cut off at the edges of the page; undefined when nothing of it lies there. */
export function areaOf(frame: Frame, [x0, y0, x1, y1]: Box): Area | undefined {
  const left = Math.max(0, Math.min(x0, x1) * frame.scale);
  const top = Math.max(0, Math.min(y0, y1) * frame.scale);
  const width = Math.min(frame.width, Math.max(x0, x1) * frame.scale) - left;
  const height = Math.min(frame.height, Math.max(y0, y1) * frame.scale) - top;
  // Written so that what is no number fails as well.
  return width >= 0 && height >= 0 ? { x: frame.x + left, y: frame.y + top, width, height } : undefined;
}

export interface Stroke {
  colour: string;
  width: number;
  dash?: readonly number[];
  fill?: string;
}

export function outline({ pen }: Frame, { x, y, width, height }: Area, { colour, width: thickness, dash = [], fill }: Stroke): void {
  if (fill !== undefined) {
    pen.fillStyle = fill;
    pen.fillRect(x, y, width, height);
  }
  pen.strokeStyle = colour;
  pen.lineWidth = thickness;
  pen.setLineDash([...dash]);
  pen.strokeRect(x, y, width, height);
  pen.setLineDash([]);
}

export function sharedArea(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
