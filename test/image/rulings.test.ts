import { describe, expect, it } from 'vitest';
import { turned } from '../../src/image/affine.ts';
import type { Raster } from '../../src/image/raster.ts';
import { resample } from '../../src/image/resample.ts';
import { findRulings } from '../../src/image/rulings.ts';
import type { Ruling } from '../../src/image/ruling.ts';
import { seededRandom } from '../support/random.ts';

const dpi = 200;

class Paper {
  readonly raster: Raster;

  constructor(width: number, height: number, ground = 255) {
    this.raster = { width, height, channels: 1, data: new Uint8Array(width * height).fill(ground), dpi };
  }

  box(x0: number, y0: number, x1: number, y1: number, grey = 0): this {
    const { width, height, data } = this.raster;
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++) data.fill(grey, y * width + Math.max(0, x0), y * width + Math.min(width, x1));
    return this;
  }

  /** Lines of what looks like letters: upright strokes with bars and gaps. */
  type(x0: number, y0: number, x1: number, y1: number, seed = 1): this {
    const random = seededRandom(seed);
    for (let y = y0; y + 20 < y1; y += 34) {
      for (let x = x0; x + 16 < x1; x += random() < 0.15 ? 22 : 14) {
        this.box(x, y, x + 3, y + 20).box(x, y + (random() < 0.5 ? 0 : 17), x + 10, y + 3 + (random() < 0.5 ? 0 : 17));
        if (random() < 0.5) this.box(x + 7, y, x + 10, y + 20);
      }
    }
    return this;
  }

  grain(strength: number, seed = 7): this {
    const random = seededRandom(seed);
    const { data } = this.raster;
    for (let at = 0; at < data.length; at++) data[at] = Math.min(255, Math.max(0, data[at]! + strength * (random() + random() + random() - 1.5)));
    return this;
  }
}

/** Rules at 100, 200, … 600 across, and at 100, 300, … 900 down, `thick` pixels. */
function grid(thick: number, grey = 0, paper = new Paper(1000, 700)): Paper {
  for (let y = 100; y <= 600; y += 100) paper.box(100, y, 900 + thick, y + thick, grey);
  for (let x = 100; x <= 900; x += 200) paper.box(x, 100, x + thick, 600 + thick, grey);
  return paper;
}

const places = (rulings: readonly Ruling[], way: 'h' | 'v'): number[] =>
  rulings
    .filter((ruling) => ruling.way === way)
    .map(({ start, end }) => Math.round(way === 'h' ? (start[1] + end[1]) / 2 : (start[0] + end[0]) / 2))
    .sort((a, b) => a - b);
const across = [100, 200, 300, 400, 500, 600];
const down = [100, 300, 500, 700, 900];

function expectGrid(rulings: readonly Ruling[], within: number): void {
  for (const [way, wanted] of [
    ['h', across],
    ['v', down],
  ] as const) {
    const found = places(rulings, way);
    expect(found).toHaveLength(wanted.length);
    found.forEach((place, at) => expect(Math.abs(place - (wanted[at] ?? 0))).toBeLessThanOrEqual(within));
  }
}

describe('rules in a picture', () => {
  it.each([
    ['a hairline', 1, 120],
    ['a plain one', 3, 0],
    ['a thick one', 9, 40],
    ['a faint one', 2, 205],
  ])('are found with their places, ends and thickness: %s', (_, thick, grey) => {
    const rulings = findRulings(grid(thick, grey).raster);
    expectGrid(rulings, Math.ceil(thick / 2));
    for (const { way, start, end, thickness } of rulings) {
      expect(Math.abs(thickness - thick)).toBeLessThanOrEqual(1);
      const [from, to] = way === 'h' ? [start[0], end[0]] : [start[1], end[1]];
      expect(Math.abs(from - 100)).toBeLessThanOrEqual(thick + 2);
      expect(Math.abs(to - (way === 'h' ? 900 : 600))).toBeLessThanOrEqual(thick + 2);
    }
  });

  it('are found around cells full of type, and on grainy paper', () => {
    const paper = grid(2);
    for (let x = 100; x < 900; x += 200) for (let y = 100; y < 600; y += 100) paper.type(x + 20, y + 15, x + 185, y + 90, x + y);
    expectGrid(findRulings(paper.grain(40).raster), 2);
  });

  it.each([-3, -1.2, 0.4, 3])('follow the skew of the page: %f°', (skew) => {
    const straight = grid(3).raster;
    const plan = turned(straight.width, straight.height, skew, 1);
    const rulings = findRulings(resample(straight, plan), skew);
    expect([rulings.filter(({ way }) => way === 'h').length, rulings.filter(({ way }) => way === 'v').length]).toEqual([across.length, down.length]);
    const slope = Math.tan((skew * Math.PI) / 180);
    for (const { way, start, end } of rulings) {
      const found = way === 'h' ? (end[1] - start[1]) / (end[0] - start[0]) : -(end[0] - start[0]) / (end[1] - start[1]);
      expect(Math.abs(found - slope)).toBeLessThan(0.004);
    }
  });

  it('are whole where they are broken, and two where they end', () => {
    const paper = new Paper(900, 300).box(50, 100, 850, 103).box(50, 200, 400, 203).box(500, 200, 850, 203);
    for (let x = 120; x < 850; x += 90) paper.box(x, 98, x + 6, 106, 255);
    expect(places(findRulings(paper.raster), 'h')).toEqual([101, 201, 201]);
  });

  it('are two where they are doubled', () => {
    const paper = new Paper(600, 200).box(50, 100, 550, 102).box(50, 106, 550, 108);
    expect(places(findRulings(paper.raster), 'h')).toHaveLength(2);
  });

  it('may be short between two others, and are none where a stroke stands alone', () => {
    const paper = new Paper(600, 300).box(50, 100, 550, 103).box(50, 150, 550, 153).box(300, 100, 303, 153).box(200, 200, 203, 250);
    const rulings = findRulings(paper.raster);
    expect([places(rulings, 'h'), places(rulings, 'v')]).toEqual([[101, 151], [301]]);
  });

  it('may be white between shaded cells', () => {
    expectGrid(findRulings(grid(4, 255, new Paper(1000, 700).box(60, 60, 940, 640, 120)).raster), 3);
  });

  it('are not made of letters, however close their lines are, dark on light or light on dark', () => {
    const type = new Paper(900, 900).type(60, 60, 840, 840);
    expect(findRulings(type.raster)).toEqual([]);
    const light = { ...type.raster, data: type.raster.data.map((value) => 255 - value) };
    expect(findRulings(light)).toEqual([]);
  });

  it('are not made of bars, of shading, of grain or of nothing', () => {
    expect(findRulings(new Paper(600, 400).box(100, 100, 500, 140).raster)).toEqual([]);
    expect(findRulings(new Paper(600, 400, 128).grain(250).raster)).toEqual([]);
    expect(findRulings(new Paper(600, 400).raster)).toEqual([]);
    expect(findRulings(new Paper(1, 1, 0).raster)).toEqual([]);
  });
});
