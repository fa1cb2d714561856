import type { Raster } from '../../src/image/raster.ts';
import { a4, drawnRaster } from './drawn-raster.ts';
import { foreignLines, lines, pageWith, picture } from './page-with.ts';
import { seededRandom } from './random.ts';

/** A page made by code, and by what means a person would have it read. */
export interface RoutedPage {
  name: string;
  bytes: Buffer;
  means: 'native' | 'ocr' | 'mixed' | 'blank';
}

/** `variants` pages of every kind; the same bytes for the same number. */
export function routedPages(variants: number, dpi = 72): RoutedPage[] {
  const seeds = Array.from({ length: variants }, (_, at) => at + 1);
  return kinds.flatMap(([means, name, make]) =>
    seeds.map((seed) => ({ name: `${name} ${seed}`, means, bytes: make({ random: seededRandom(seed), seed, dpi }) })),
  );
}

type Random = () => number;
interface Terms {
  random: Random;
  seed: number;
  /** Of what a scanner saw. */
  dpi: number;
}

type Kind = readonly [means: RoutedPage['means'], name: string, make: (terms: Terms) => Buffer];

const latin = [
  'The supplier shall deliver the goods to the place that is named in the order within thirty days of its receipt.',
  'Die Lieferung der Ware erfolgt innerhalb von dreißig Tagen nach Eingang der schriftlichen Bestellung des Kunden.',
  'Le fournisseur livre les marchandises au lieu indiqué dans la commande dans un délai de trente jours ouvrables.',
  'Il fornitore consegna la merce nel luogo indicato nel contratto entro trenta giorni dalla data della richiesta.',
  'El proveedor entregará las mercancías en el lugar indicado en el pedido en un plazo de treinta días naturales.',
  'De leverancier levert de goederen binnen dertig dagen op de plaats die in de bestelling is aangegeven.',
];
const foreign = [
  'Поставщик обязан поставить товар в течение тридцати дней после получения заказа',
  'Ο προμηθευτής παραδίδει τα εμπορεύματα στον τόπο που ορίζεται στην παραγγελία',
  'Dostawca dostarczy towary w ciągu trzydziestu dni od otrzymania zamówienia źródło',
  'يلتزم المورد بتسليم البضائع في المكان المحدد خلال ثلاثين يوما من تاريخ الطلب',
  'הספק ימסור את הסחורה במקום הנקוב בהזמנה בתוך שלושים יום מקבלתה',
  '供給者は注文書に記載された場所に三十日以内に商品を引き渡すものとする',
  '供应商应当在收到订单之日起三十日内将货物交付至订单所指定的地点',
  '공급자는 주문서에 기재된 장소에 삼십일 이내에 상품을 인도하여야 한다',
  'ผู้ขายจะต้องส่งมอบสินค้าภายในสามสิบวันนับจากวันที่ได้รับคำสั่งซื้อ',
  'आपूर्तिकर्ता आदेश प्राप्त होने के तीस दिनों के भीतर माल वितरित करेगा',
];

function pick<T>(random: Random, of: readonly T[]): T {
  return of[Math.floor(random() * of.length)]!;
}

function prose(random: Random, count: number): string[] {
  const words = pick(random, latin).split(' ');
  return Array.from({ length: count }, () => Array.from({ length: 11 }, () => pick(random, words)).join(' '));
}

const between = (random: Random, least: number, most: number): number => Math.round(least + random() * (most - least));
const letters = 'abcdefghijklmnopqrstuvwxyz';
const noise = (random: Random, from: string, length: number): string =>
  Array.from({ length }, () => from[Math.floor(random() * from.length)]).join('');

/** Blotches, as a photo has them. */
function photo(random: Random, across = 160, down = 120): Raster {
  const waves = Array.from({ length: 4 }, () => [random() * 0.1, random() * 0.1, random() * 6] as const);
  const data = Uint8Array.from({ length: across * down }, (_, at) => {
    const [x, y] = [at % across, Math.floor(at / across)];
    return 128 + 30 * waves.reduce((sum, [a, b, c]) => sum + Math.sin(a * x + b * y + c), 0);
  });
  return { width: across, height: down, channels: 1, data, dpi: 72 };
}

const whole = [0, 0, a4.width, a4.height] as const;
const scanOf = (texts: readonly string[], dpi: number): Raster => drawnRaster(texts, { dpi });
const scanDrawn = picture(0, whole);

/** A letter-like figure: an outline of curves. */
const outline = (x: number, y: number, width: number): string =>
  `${x} ${y} m ${x} ${y + 6} ${x + width} ${y + 6} ${x + width} ${y} c ${x + width} ${y - 2} ${x} ${y - 2} ${x} ${y} c ${x + 1} ${y + 1} l ${x + 2} ${y + 2} l h f`;

function outlinedWords(random: Random, rows: number, top: number): string {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 40 }, (_, at) => outline(60 + 11 * at, top - 18 * row, 4 + 5 * random())).join('\n'),
  ).join('\n');
}

function numbers(random: Random): string[] {
  return Array.from({ length: 30 }, () => Array.from({ length: 5 }, () => (random() * 10_000).toFixed(2)).join('  '));
}

function codes(random: Random): string[] {
  return Array.from({ length: 25 }, () =>
    Array.from({ length: 5 }, () => `${noise(random, letters.toUpperCase(), 3)}-${between(random, 100, 999)}`).join(' '),
  );
}

function shifted(texts: readonly string[]): string[] {
  return texts.map((text) => text.replace(/[^ ]/g, (character) => String.fromCharCode(Math.max(33, character.charCodeAt(0) - 29))));
}

function exchanged(random: Random, texts: readonly string[]): string[] {
  const order = Array.from(letters, (letter) => [letter, random()] as const).sort((a, b) => a[1] - b[1]);
  return texts.map((text) => text.toLowerCase().replace(/[a-z]/g, (letter) => order[letters.indexOf(letter)]?.[0] ?? letter));
}

const stray = (random: Random): string => lines(prose(random, 12), { size: 6, top: 500, left: 2, mode: 3 });

const kinds: readonly Kind[] = [
  ['native', 'prose', ({ random }) => pageWith({ content: lines(prose(random, between(random, 3, 38))) })],
  ['native', 'another script', ({ seed }) => pageWith(foreignLines(Array.from({ length: 20 }, () => foreign[seed % foreign.length]!)))],
  ['native', 'numbers', ({ random }) => pageWith({ content: lines(numbers(random)) })],
  ['native', 'codes', ({ random }) => pageWith({ content: lines(codes(random)) })],
  [
    'native',
    'contents with leaders',
    ({ random }) =>
      pageWith({ content: lines(Array.from({ length: 20 }, (_, at) => `${pick(random, latin).slice(0, 30)} ${'.'.repeat(50)} ${at}`)) }),
  ],
  ['native', 'page number alone', ({ random }) => pageWith({ content: lines([`${between(random, 1, 400)}`]) })],
  ['native', 'title alone', ({ random }) => pageWith({ content: lines(['Chapter', pick(random, latin).split(' ')[2] ?? ''], { size: 30 }) })],
  ['native', 'prose in a turned page', ({ random, seed }) => pageWith({ content: lines(prose(random, 20)), rotate: (90 * seed) % 360 })],
  [
    'native',
    'logo',
    ({ random }) => pageWith({ content: `${lines(prose(random, 20), { top: 120 })} ${picture(0, [400, 20, 550, 90])}`, images: [photo(random)] }),
  ],
  [
    'native',
    'icons',
    ({ random }) => {
      const icons = Array.from({ length: 8 }, (_, at) => picture(0, [30, 80 + 60 * at, 50, 100 + 60 * at]));
      return pageWith({ content: `${lines(prose(random, 25))} ${icons.join(' ')}`, images: [photo(random, 20, 20)] });
    },
  ],
  [
    'native',
    'background',
    ({ random }) => pageWith({ content: `${scanDrawn} ${lines(prose(random, between(random, 12, 36)))}`, images: [photo(random)] }),
  ],
  [
    'native',
    'scan with a good layer',
    ({ random, dpi }) => {
      const texts = prose(random, between(random, 8, 36));
      return pageWith({ content: `${scanDrawn} ${lines(texts, { mode: 3 })}`, images: [scanOf(texts, dpi)] });
    },
  ],
  [
    'native',
    'scan over its text',
    ({ random, dpi }) => {
      const texts = prose(random, between(random, 8, 36));
      return pageWith({ content: `${lines(texts)} ${scanDrawn}`, images: [scanOf(texts, dpi)] });
    },
  ],
  ['ocr', 'scan', ({ random, seed, dpi }) => pageWith({ content: scanDrawn, images: [scanOf(prose(random, 20), dpi)], rotate: (90 * seed) % 360 })],
  ['ocr', 'scan with margins', ({ random, dpi }) => pageWith({ content: picture(0, [40, 40, 555, 800]), images: [scanOf(prose(random, 20), dpi)] })],
  [
    'ocr',
    'scan in strips',
    ({ random }) => {
      const strips = Array.from({ length: 10 }, (_, at) => picture(0, [0, 84 * at, 595, 84 * (at + 1)]));
      return pageWith({ content: strips.join(' '), images: [photo(random)] });
    },
  ],
  [
    'ocr',
    'scan with a bad layer',
    ({ random, dpi }) => {
      const texts = prose(random, 25);
      const junk = texts.map((text) => text.replace(/[a-z]{3}/g, () => noise(random, 'xq|;~vw^0k', 3)));
      return pageWith({ content: `${scanDrawn} ${lines(junk, { mode: 3 })}`, images: [scanOf(texts, dpi)] });
    },
  ],
  ['ocr', 'codes below the letters', ({ random }) => pageWith({ content: lines(shifted(prose(random, 20))) })],
  ['ocr', 'letters exchanged', ({ random }) => pageWith({ content: lines(exchanged(random, prose(random, 20))) })],
  [
    'ocr',
    'signs for letters',
    ({ random }) => pageWith({ content: lines(Array.from({ length: 15 }, () => noise(random, '!"#$%&*+,-./:;<=> ', 50))) }),
  ],
  [
    'ocr',
    'private characters',
    ({ random }) => pageWith(foreignLines(Array.from({ length: 15 }, () => noise(random, '\ue001\ue002\ue003\ue004\ue010 ', 50)))),
  ],
  ['ocr', 'outlines', ({ random }) => pageWith({ content: outlinedWords(random, between(random, 1, 30), 760) })],
  ['blank', 'nothing', () => pageWith({ content: '' })],
  [
    'blank',
    'rules and boxes',
    ({ random }) =>
      pageWith({
        content: Array.from({ length: 12 }, () => `${between(random, 30, 500)} ${between(random, 30, 800)} 60 30 re S 10 10 m 500 10 l S`).join('\n'),
      }),
  ],
  [
    'mixed',
    'picture of text among text',
    ({ random, dpi }) => {
      const [top, height] = [between(random, 250, 500), between(random, 80, 300)];
      const content = `${lines(prose(random, 9))} ${picture(0, [60, top, 540, top + height])}`;
      const texts = prose(random, 12).map((text) => text.slice(0, 55));
      return pageWith({ content, images: [drawnRaster(texts, { dpi, width: 480, height })] });
    },
  ],
  [
    'mixed',
    'letterhead as a picture',
    ({ random }) => pageWith({ content: `${lines(prose(random, 20), { top: 150 })} ${picture(0, [20, 10, 575, 80])}`, images: [photo(random)] }),
  ],
  [
    'mixed',
    'stamp over a scan',
    ({ random, dpi }) =>
      pageWith({
        content: `${scanDrawn} ${lines([`Received ${between(random, 1, 28)} March`, 'Registry, room 12'], { top: between(random, 0, 700) })}`,
        images: [scanOf(prose(random, 30), dpi)],
      }),
  ],
  [
    'mixed',
    'page number over a scan',
    ({ random, dpi }) =>
      pageWith({
        content: `${scanDrawn} ${lines([`${between(random, 1, 99)}`], { top: 790, left: 290 })}`,
        images: [scanOf(prose(random, 30), dpi)],
      }),
  ],
  [
    'mixed',
    'hidden text of something else over a scan',
    ({ random, dpi }) => pageWith({ content: `${scanDrawn} ${stray(random)}`, images: [scanOf(prose(random, 20), dpi)] }),
  ],
  [
    'mixed',
    'lines in a font without a meaning',
    ({ random }) => pageWith({ content: `${lines(prose(random, 20))} ${lines(shifted(prose(random, 8)), { top: 450 })}` }),
  ],
];
