import { countSensible } from '../../language/sane-words.ts';
import { joinLines } from '../../layout/hyphens.ts';
import type { PagePatch } from '../../model/document.ts';
import type { Page } from '../../model/page.ts';
import { meanConfidence } from './confidence.ts';
import { garbledLines } from './garbled-lines.ts';
import { mergeLines } from './merge.ts';
import type { RouteMetrics } from './metrics.ts';
import type { Reading } from './read-raster.ts';
import type { RouteReason } from './reasons.ts';
import type { Decision } from './route.ts';

/** A page whose text stays as the file states it. */
export function keepText(decision: Decision, metrics: RouteMetrics): PagePatch {
  return { ...(decision.means === 'blank' && { method: 'blank' }), route: { reasons: decision.reasons, metrics: { ...metrics } } };
}

/** What becomes of a page that was read as a whole. Its own text stays when it holds more words that make sense, by whatever reason it was read. */
export function settleReading(page: Page, { reasons }: Decision, metrics: RouteMetrics, reading: Reading): PagePatch {
  const text = joinLines(reading.lines);
  const measured = { ...metrics, ...(page.text !== '' && { sane_words: countSensible(page.text), sane_words_read: countSensible(text) }) };
  const nothing = isNoise(reading);
  if (page.text !== '' && (nothing || isWorse(page.text, text, reasons))) return { route: { reasons: ['ocr-worse', ...reasons], metrics: measured } };
  const route = { reasons, metrics: { ...measured, ...reading.metrics } };
  if (nothing) return { method: 'blank', route: { ...route, reasons: ['blank', ...reasons] }, ...findingsOf(page, [reading]) };
  return { method: 'ocr', lines: reading.lines, text, confidence: reading.confidence, route, ...findingsOf(page, [reading]) };
}

/** Share of the words of a reading that make sense, and confidence, below both of which it is made of grain, strokes and strange scripts. */
const leastSensible = 0.15;
const leastConfidence = 0.6;

function isNoise({ lines, confidence }: Reading): boolean {
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  return words === 0 || (confidence < leastConfidence && countSensible(joinLines(lines)) < leastSensible * words);
}

/** Where neither makes sense, text that nobody doubted is the better one. */
function isWorse(own: string, read: string, reasons: readonly RouteReason[]): boolean {
  const [ownWords, readWords] = [countSensible(own), countSensible(read)];
  return readWords < ownWords || (readWords === 0 && reasons.includes('forced'));
}

/** Reasons for which all of a page is read beside its text, and not pictures on it. */
const readWhole = new Set<RouteReason>(['scan-under-text', 'stray-text', 'ink-without-text']);

/** What becomes of a page that was read beside its own text, or pictures on it. */
export function settleParts(page: Page, { reasons }: Decision, metrics: RouteMetrics, readings: readonly Reading[]): PagePatch {
  const pictures = !reasons.some((reason) => readWhole.has(reason));
  const visible = !reasons.includes('stray-text');
  const garbled = reasons.includes('garbled-lines') ? garbledLines(page.lines) : [];
  const parts = readings.filter((reading) => !isNoise(reading)).map((reading) => reading.lines);
  const { lines, added } = mergeLines(page.lines, parts, { visible, garbled, pictures });
  if (added.length === 0) return { route: { reasons: ['image-without-text', ...reasons], metrics: { ...metrics } } };
  return {
    method: 'mixed',
    lines,
    text: joinLines(lines),
    confidence: meanConfidence(added),
    route: { reasons, metrics: { ...metrics, ...(!pictures && readings[0]?.metrics), words_added: added.length } },
    // What is said of a picture on a page, such as that its ink is no type, says nothing of the page.
    ...(!pictures && findingsOf(page, readings)),
  };
}

function findingsOf({ page }: Page, readings: readonly Reading[]): Pick<PagePatch, 'findings'> {
  const findings = readings.flatMap((reading) => reading.findings).map((finding) => ({ ...finding, page }));
  return findings.length > 0 ? { findings } : {};
}
