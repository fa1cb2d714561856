import { describe, expect, it } from 'vitest';
import type { Line, Page } from '../../../src/model/page.ts';
import type { Reading } from '../../../src/stages/ocr/read-raster.ts';
import type { Decision } from '../../../src/stages/ocr/route.ts';
import { keepText, settleParts, settleReading } from '../../../src/stages/ocr/settle.ts';

const lineOf = (text: string, confidence?: number): Line => ({
  text,
  size: 10,
  box: [50, 50, 400, 60],
  words: text
    .split(' ')
    .map((word, at) => ({ text: word, box: [50 + 40 * at, 50, 85 + 40 * at, 60], ...(confidence !== undefined && { confidence }) })),
});

const pageOf = (text: string): Page => ({
  page: 3,
  width: 600,
  height: 800,
  rotation: 0,
  method: text === '' ? 'blank' : 'text',
  text,
  lines: text === '' ? [] : [lineOf(text)],
});

const reading = (text: string): Reading => ({
  lines: text === '' ? [] : [lineOf(text, 0.8)],
  confidence: 0.8,
  metrics: { dpi: 300, words: 4 },
  findings: [{ code: 'ocr.low_confidence', severity: 'warning', message: 'faint' }],
});

const decision = (means: Decision['means'], ...reasons: Decision['reasons']): Decision => ({ means, reasons, regions: [[0, 0, 600, 800]] });

describe('a page that was read', () => {
  it('takes what was recognised when the page states nothing', () => {
    const patch = settleReading(pageOf(''), decision('ocr', 'no-text'), { chars: 0 }, reading('plain words of a scan'));
    expect(patch).toMatchObject({
      method: 'ocr',
      text: 'plain words of a scan',
      confidence: 0.8,
      route: { reasons: ['no-text'], metrics: { chars: 0, dpi: 300 } },
    });
    expect(patch.findings).toMatchObject([{ code: 'ocr.low_confidence', page: 3 }]);
  });

  it('keeps its own text when recognition has fewer words that make sense, by whatever reason it was read', () => {
    const patch = settleReading(pageOf('three native words stand'), decision('ocr', 'forced'), {}, reading('three nat|ve vv0rds st;nd x y z q w'));
    expect(patch).toEqual({ route: { reasons: ['ocr-worse', 'forced'], metrics: { sane_words: 4, sane_words_read: 1 } } });
  });

  it('keeps its own text rather than none', () => {
    expect(settleReading(pageOf('!! ??'), decision('ocr', 'garbled'), {}, reading(''))).not.toHaveProperty('text');
  });

  it('keeps its own text rather than noise', () => {
    const noise = { ...reading('xq |l ;; ~w Bk Tn lI 7%'), confidence: 0.4 };
    expect(settleReading(pageOf('x1 y2'), decision('ocr', 'garbled'), {}, noise)).toMatchObject({ route: { reasons: ['ocr-worse', 'garbled'] } });
  });

  it('gives up text without a meaning for words', () => {
    expect(settleReading(pageOf(':KHUHDV WKH'), decision('ocr', 'garbled'), {}, reading('Whereas these parties'))).toMatchObject({
      method: 'ocr',
      text: 'Whereas these parties',
    });
  });

  it('is blank when only noise was found on it, and says how little it can be trusted', () => {
    const noise = { ...reading('xq |l ;; ~w Bk Tn lI 7%'), confidence: 0.4 };
    expect(settleReading(pageOf(''), decision('ocr', 'no-text'), {}, noise)).toMatchObject({
      method: 'blank',
      findings: [{ code: 'ocr.low_confidence' }],
    });
    expect(settleReading(pageOf(''), decision('ocr', 'no-text'), {}, { ...noise, confidence: 0.9 })).toMatchObject({ method: 'ocr' });
  });

  it('is blank when nothing was found on it', () => {
    expect(settleReading(pageOf(''), decision('ocr', 'no-text'), {}, reading(''))).toMatchObject({
      method: 'blank',
      route: { reasons: ['blank', 'no-text'] },
    });
  });
});

describe('a page of which parts were read', () => {
  it('is mixed, with the confidence of what was recognised alone', () => {
    const below = { ...reading(''), lines: [{ ...lineOf('words within the picture', 0.9), box: [50, 200, 400, 210] as const }] };
    below.lines = below.lines.map((line) => ({
      ...line,
      words: line.words.map((word) => ({ ...word, box: [word.box[0], 200, word.box[2], 210] as const })),
    }));
    const patch = settleParts(pageOf('native words'), decision('mixed', 'image-text'), {}, [below]);
    expect(patch).toMatchObject({
      method: 'mixed',
      text: 'native words\nwords within the picture',
      confidence: 0.9,
      route: { metrics: { words_added: 4 } },
    });
  });

  it('stays as it is when nothing came of it', () => {
    expect(settleParts(pageOf('native words'), decision('mixed', 'image-text'), {}, [reading('')])).toEqual({
      route: { reasons: ['image-without-text', 'image-text'], metrics: {} },
    });
  });
});

it('a page that is kept says why and changes nothing else', () => {
  expect(keepText(decision('native', 'text-ok'), { chars: 9 })).toEqual({ route: { reasons: ['text-ok'], metrics: { chars: 9 } } });
  expect(keepText(decision('blank', 'blank'), {})).toEqual({ method: 'blank', route: { reasons: ['blank'], metrics: {} } });
});
