import { labelFont } from '../../image/canvas.ts';
import { sharedArea } from './frame.ts';
import type { Area, Frame } from './frame.ts';

/** A short label that belongs to an area. */
export interface Tag {
  text: string;
  area: Area;
  colour: string;
  /** White on its colour, instead of its colour on white. */
  strong: boolean;
}

const size = 13;
const height = 18;
const padding = 4;

/** Writes each tag at the corner of its area where it hides least of the tags before it; those that matter most come first. */
export function writeTags(frame: Frame, tags: readonly Tag[]): void {
  const taken: Area[] = [];
  for (const tag of tags) {
    frame.pen.font = labelFont(size, tag.strong);
    const width = Math.ceil(frame.pen.measureText(tag.text).width) + 2 * padding;
    const places = placesFor(frame, tag.area, width).map((place) => ({
      place,
      hidden: taken.reduce((sum, other) => sum + sharedArea(place, other), 0),
    }));
    const { place } = places.reduce((best, other) => (other.hidden < best.hidden ? other : best));
    taken.push(place);
    write(frame, tag, place);
  }
}

/** Above the corners first, where nothing of the area is hidden; then below and inside, and inside further down. All within the page. */
function placesFor(frame: Frame, area: Area, width: number): [Area, ...Area[]] {
  const right = area.x + area.width - width;
  const bottom = area.y + area.height;
  const at = (x: number, y: number): Area => ({
    x: clamp(x, frame.x, frame.x + frame.width - width),
    y: clamp(y, frame.y, frame.y + frame.height - height),
    width,
    height,
  });
  const down = Array.from({ length: 8 }, (_, step) => at(area.x, area.y + (step + 1) * height));
  return [
    at(area.x, area.y - height),
    at(right, area.y - height),
    at(area.x, bottom),
    at(right, bottom),
    at(area.x, area.y),
    at(right, area.y),
    ...down,
  ];
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function write({ pen }: Frame, { text, colour, strong }: Tag, { x, y, width }: Area): void {
  pen.fillStyle = strong ? colour : 'rgba(255, 255, 255, 0.92)';
  pen.fillRect(x, y, width, height);
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  pen.fillStyle = strong ? 'white' : colour;
  pen.textBaseline = 'middle';
  pen.fillText(text, x + padding, y + height / 2 + 0.5);
}
