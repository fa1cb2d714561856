import type { Box } from '../../model/page.ts';
import { garbledLines } from './garbled-lines.ts';
import { imageRegions } from './image-regions.ts';
import { joinPieces } from './join-pieces.ts';
import { outlinedLines } from './outlined-lines.ts';
import { carriesLayer, pictureOfPage } from './page-facts.ts';
import type { PageFacts } from './page-facts.ts';
import type { RouteReason } from './reasons.ts';

/** By what means a page is read. */
export interface Decision {
  means: 'native' | 'ocr' | 'mixed' | 'blank';
  /** The one that decided first. */
  reasons: RouteReason[];
  /** Points: what is read beside the page's own text, when the means are `mixed`. */
  regions: readonly Box[];
}

export interface RouteTerms {
  mode: 'auto' | 'force' | 'skip' | 'redo';
  /** The page is one of those that may be recognised. */
  selected: boolean;
}

/** Decides by what means a page is read, from its text and what else is drawn on it. */
export function routePage(facts: PageFacts, { mode, selected }: RouteTerms): Decision {
  const found = routeByContent(facts, mode === 'redo');
  if (found.means === 'blank') return found;
  const states = (facts.metrics.chars ?? 0) > 0;
  if (!selected) return decide(states ? 'native' : 'blank', 'not-selected', ...found.reasons);
  if (mode === 'force' && found.means !== 'mixed') return decide('ocr', 'forced', ...found.reasons);
  if (mode === 'skip' && states) return decide('native', 'skipped', ...found.reasons);
  return found;
}

function decide(means: Decision['means'], ...reasons: RouteReason[]): Decision {
  return { means, reasons: [...new Set(reasons)], regions: [] };
}

function routeByContent(facts: PageFacts, redo: boolean): Decision {
  const { chars = 0, largest_image: cover = 0 } = facts.metrics;
  if (chars === 0) return routeWithoutText(facts);
  if (facts.garbled) return decide('ocr', 'garbled');
  if (carriesLayer(facts.metrics)) return routeLayer(facts, redo);
  if (cover >= pictureOfPage) return routeOverPicture(facts);
  return routeParts(facts);
}

/** Share of words that make sense above which no line needs to be looked at alone. */
const allSane = 0.95;

/** A page that states its text may still have parts that want to be read. */
function routeParts(facts: PageFacts): Decision {
  const parts: readonly (readonly [RouteReason, readonly Box[]])[] = [
    ['garbled-lines', (facts.metrics.sane ?? 1) < allSane ? joinPieces(garbledLines(facts.lines).map((line) => line.box)) : []],
    ['image-text', imageRegions(facts)],
    ['outlined-text', outlinedLines(facts)],
  ];
  const found = parts.filter(([, boxes]) => boxes.length > 0);
  if (found.length === 0) return decide('native', 'text-ok');
  return { ...decide('mixed', ...found.map(([reason]) => reason)), regions: found.flatMap(([, boxes]) => boxes) };
}

function routeWithoutText({ metrics: { images = 0, figures = 0 } }: PageFacts): Decision {
  if (images > 0) return decide('ocr', 'no-text');
  return figures > 0 ? decide('ocr', 'no-text', 'outlined-text') : decide('blank', 'blank');
}

/** Share of words that make sense: good recognition reaches 0.95, and what is below this is better read anew. */
const leastSane = 0.8;
/** Characters: less is a stamp, not the text of a page. */
const leastLayer = 100;
/** Shares of words on ink and of ink without words. Layers that were made from their picture have over 0.97 and under 0.5, others under 0.9 and over 0.8. */
const leastOnInk = 0.9;
const mostInkMissed = 0.65;

/** Invisible text over a picture of the page is what somebody else has recognised, unless it has nothing to do with the picture. */
function routeLayer({ width, height, metrics }: PageFacts, redo: boolean): Decision {
  const { chars = 0, sane = 1, layer_on_ink: onInk = 1, layer_ink_missed: inkMissed = 0 } = metrics;
  const wholePage: Box = [0, 0, width, height];
  if (onInk < leastOnInk) return { ...decide('mixed', 'stray-text'), regions: [wholePage] };
  if (redo || sane < leastSane || chars < leastLayer) return decide('ocr', 'old-ocr');
  if (inkMissed > mostInkMissed) return { ...decide('mixed', 'ink-without-text'), regions: [wholePage] };
  return decide('native', 'hidden-text-ok');
}

/** Characters and share of the page: with less visible text over a picture of the page, it is the picture that wants to be read. */
const fewCharacters = 400;
const littleText = 0.1;

function routeOverPicture(facts: PageFacts): Decision {
  const { chars = 0, text_cover: textCover = 0 } = facts.metrics;
  if (chars >= fewCharacters || textCover >= littleText) return decide('native', 'background-image');
  return { ...decide('mixed', 'scan-under-text'), regions: [[0, 0, facts.width, facts.height]] };
}
