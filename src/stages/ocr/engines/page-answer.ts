import { MillraceError } from '../../../model/errors.ts';
import type { PixelBox, ReadLine } from '../engine.ts';

/** What a model is asked for, as a JSON schema. Boxes are in thousandths of the picture's width and height, which is what models are trained on. */
export const pageForm = {
  name: 'page',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['lines'],
    properties: {
      lines: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['text', 'box'],
          properties: {
            text: { type: 'string' },
            box: { anyOf: [{ type: 'array', items: { type: 'number' } }, { type: 'null' }] },
          },
        },
      },
    },
  },
};

/** No page has more lines, nor a line more characters. */
const mostLines = 5_000;
const longestLine = 5_000;

const whole = 1000;

/** Models round outwards; a box that is further outside (thousandths) is one of another picture. */
const overshoot = 20;

/**
 * Lines of words of a model's answer, whose form no service can be trusted to have kept. A line is cut into words by the lengths of their texts; lines without a
 * box share the height of the picture. Throws `service.bad-answer`.
 */
export function linesOfAnswer(answer: unknown, { width, height }: { width: number; height: number }): ReadLine[] {
  const { lines } = Object(answer) as { lines?: unknown };
  if (!Array.isArray(lines) || lines.length > mostLines) throw bad('it has no list of lines', answer);
  return lines.flatMap((line: unknown, index): ReadLine[] => {
    const { text, box } = Object(line) as { text?: unknown; box?: unknown };
    if (typeof text !== 'string' || text.length > longestLine) throw bad(`line ${index + 1} has no text`, line);
    const place = box === null || box === undefined ? [0, (whole * index) / lines.length, whole, (whole * (index + 1)) / lines.length] : box;
    if (!isBox(place)) throw bad(`line ${index + 1} is not on the page`, line);
    const words = text.split(/\s+/u).filter((word) => word !== '');
    return words.length === 0 ? [] : [{ block: 0, words: cutIntoWords(words, toPixels(place, width, height)) }];
  });
}

function bad(what: string, answer: unknown): MillraceError {
  return new MillraceError(
    'service.bad-answer',
    `The answer of the model is not what it was asked for: ${what}`,
    JSON.stringify(answer ?? null).slice(0, mostShown),
  );
}

/** Characters of an answer that are kept as the cause of an error. */
const mostShown = 1_000;

type Numbers = readonly [number, number, number, number];

function isBox(value: unknown): value is Numbers {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [x0, y0, x1, y1] = value as unknown as Numbers;
  return value.every((edge) => typeof edge === 'number' && edge >= -overshoot && edge <= whole + overshoot) && x0 < x1 && y0 < y1;
}

function toPixels([x0, y0, x1, y1]: Numbers, width: number, height: number): PixelBox {
  const within = (edge: number, length: number): number => (Math.min(whole, Math.max(0, edge)) * length) / whole;
  return [within(x0, width), within(y0, height), within(x1, width), within(y1, height)];
}

/** Nothing is known of the letters but how many there are, with a space between words. */
function cutIntoWords(words: readonly string[], [x0, y0, x1, y1]: PixelBox): ReadLine['words'] {
  const letters = words.map((word) => [...word].length);
  const wide = (x1 - x0) / (letters.reduce((sum, count) => sum + count + 1, 0) - 1);
  let at = x0;
  return words.map((text, index) => {
    const end = at + wide * (letters[index] ?? 0);
    const box: PixelBox = [at, y0, Math.min(end, x1), y1];
    at = end + wide;
    return { text, box, confidence: unmeasured };
  });
}

/** Models do not say how sure they are of a word. */
const unmeasured = 0.9;
