import type { Box } from '../../model/page.ts';
import { imageRegions } from './image-regions.ts';
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
  const states = (facts.metrics['chars'] ?? 0) > 0;
  if (!selected) return decide(states ? 'native' : 'blank', 'not-selected', ...found.reasons);
  if (mode === 'force') return decide('ocr', 'forced', ...found.reasons);
  if (mode === 'skip' && states) return decide('native', 'skipped', ...found.reasons);
  return found;
}

function decide(means: Decision['means'], ...reasons: RouteReason[]): Decision {
  return { means, reasons: [...new Set(reasons)], regions: [] };
}

/** Share of the page from which on the images on it are a picture of the page. */
const pictureOfPage = 0.6;
/** Share of the characters that nobody sees from which on they are a layer of their own. */
const layerShare = 0.5;

function routeByContent(facts: PageFacts, redo: boolean): Decision {
  const { chars = 0, hidden_chars: hidden = 0, image_cover: cover = 0 } = facts.metrics;
  if (chars === 0) return routeWithoutText(facts);
  if (facts.garbled) return decide('ocr', 'garbled');
  if (cover >= pictureOfPage && hidden >= layerShare * chars) return routeLayer(facts, redo);
  if (cover >= pictureOfPage) return routeOverPicture(facts);
  const regions = imageRegions(facts);
  return regions.length > 0 ? { ...decide('mixed', 'image-text'), regions } : decide('native', 'text-ok');
}

function routeWithoutText({ metrics: { images = 0, figures = 0 } }: PageFacts): Decision {
  if (images > 0) return decide('ocr', 'no-text');
  return figures > 0 ? decide('ocr', 'no-text', 'outlined-text') : decide('blank', 'blank');
}

/** Share of words that make sense: good recognition reaches 0.95, and what is below this is better read anew. */
const leastSane = 0.8;
/** Characters: less is a stamp, not the text of a page. */
const leastLayer = 100;

/** Invisible text over a picture of the page is what somebody else has recognised. */
function routeLayer({ metrics: { chars = 0, sane = 1 } }: PageFacts, redo: boolean): Decision {
  if (redo || sane < leastSane || chars < leastLayer) return decide('ocr', 'old-ocr');
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
