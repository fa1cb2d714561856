import type { Phrases } from '../../../document-type/phrases.ts';
import type { Anchor } from '../prose/anchors.ts';
import { anchorsOf, anchorsWithin } from '../prose/anchors.ts';
import type { Prose } from '../prose/prose.ts';
import type { Reading } from '../prose/reading.ts';
import { mostTelling } from '../prose/reading.ts';
import type { Duration } from './durations.ts';
import { durationsIn } from './durations.ts';
import { sentenceAround } from './sentence.ts';

/**
 * How long an agreement runs: the span of time in a sentence that says so of the agreement itself, counted from its own day. Contracts
 * name many spans; those for which somebody is not to be hired, or has to be given notice, are not meant.
 */
export function readTerm(prose: Prose, phrases: Phrases): Reading | undefined {
  const anchors = anchorsOf(prose, phrases);
  return mostTelling(durationsIn(prose.folded).flatMap((duration) => weigh(prose, duration, anchors)));
}

/** What each sign adds; all of them together are right four times of five. */
const signs = { announced: 0.3, ofAgreement: 0.25, fromItsDay: 0.35 };

/** Less than this is not worth a bet. */
const leastConfidence = 0.6;

/** Characters between the phrase and the span of time. */
const reach = 220;

/** What runs. */
const subject =
  /\b(?:this (?:letter )?agreement|the agreement|this (?:lease|contract|license|letter)|(?:initial |the |a )?term\b|obligations|vertrag|vereinbarung|contrat|contrato|contratto|overeenkomst|bail|convention)/;

/** What it is counted from: the agreement's own day. */
const ownDay =
  /^[^.;]{0,30}\b(?:hereof|herefrom|(?:from|after|of|on|following) (?:and after )?(?:the |its |such )?(?:date (?:of (?:this|the|execution|signing|signature|disclosure)|first|set forth|hereof|that|above|the)|effective date|commencement date|execution|signing)|(?:commencing|beginning|starting) (?:on|from)|ab (?:dem )?(?:inkrafttreten|vertragsbeginn|unterzeichnung)|a compter|a partir|dalla (?:data|sottoscrizione)|vanaf)/;

/** What names it the term: "a term of" before it, `(the "Term")` after it. */
const calledTerm = {
  before:
    /\b(?:term|laufzeit|duree|duracion|durata|duur|looptijd) (?:of|is|shall be|von|betragt|de|di|van)(?: (?:this|the|its) (?:agreement|lease|contract) (?:is|shall be|will be)(?: for)?(?: a (?:period|term) of)?)? $|\binitial period of $|\bcontinue\b[^.;]{0,60}\bfor (?:a|an) (?:initial )?(?:period|term) of $/,
  after: /^[^.;]{0,60}\((?:the )?"(?:initial )?(?:lease )?term"/,
};

/** What other spans are about. */
const other =
  /\b(?:solicit|hire|hiring|employ|employment|compet|engage in|standstill|notice|within|prior to|preceding|per annum|rent|salary|severance|interest|benefits?|vacation|probation|old|age|surviv|kundigungsfrist|preavis|preaviso|preavviso|opzegtermijn)\w*\b/;

function weigh(prose: Prose, { value, from, to }: Duration, anchors: readonly Anchor[]): Reading[] {
  const { folded } = prose;
  const sentence = sentenceAround(prose, { start: from, end: to });
  const near = anchorsWithin(anchors, Math.max(sentence.start, from - reach), from);
  if (near.length === 0) return [];
  const before = folded.slice(Math.max(sentence.start, from - reach), from);
  const after = folded.slice(to, to + reach);
  const around = folded.slice(Math.max(sentence.start, from - otherReach), Math.min(sentence.end, to + otherReach));
  const isTerm = calledTerm.before.test(before) || calledTerm.after.test(after);
  const confidence =
    signs.announced * Math.max(...near.map(({ weight }) => weight)) +
    (subject.test(before) ? signs.ofAgreement : 0) +
    (isTerm || ownDay.test(after) ? signs.fromItsDay : 0) -
    (!isTerm && other.test(around) ? signs.ofAgreement : 0);
  return confidence < leastConfidence ? [] : [{ value, start: from, end: to, confidence }];
}

/** Characters on both sides. */
const otherReach = 90;
