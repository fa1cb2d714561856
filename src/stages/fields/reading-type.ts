import type { DocumentType } from '../../model/field.ts';
import type { Finding } from '../../model/finding.ts';
import type { MatchedTemplate } from '../../templates/apply-templates.ts';

/** As what a document is read. */
export interface ReadingType {
  /** What it is, when that is known better than before. */
  better?: DocumentType;
  /** The type by which its pages are read. */
  name?: string;
  /** 0–1: what the confidence of its fields is multiplied by. */
  trust: number;
  findings: Finding[];
}

/** A type that is likelier than this is worth reading by, though it is not clearly ahead: a wrong guess is marked, a missing total is not. */
const worthReading = 0.4;

/** Who has written a template for a document knows what it is, only an electronic invoice knows better. What is unknown is read as what it may most likely be. */
export function readingType(found: DocumentType | undefined, matched: MatchedTemplate | undefined): ReadingType {
  const by = matched?.type;
  if (matched !== undefined && by !== undefined && by !== found?.name && !isElectronic(found))
    return { better: byTemplate(matched.name, by, found), name: by, trust: 1, findings: [] };
  if (found === undefined) return { trust: 1, findings: [] };
  const [likeliest] = found.alternatives;
  if (found.name !== 'unknown' || likeliest === undefined || likeliest.confidence < worthReading) return { name: found.name, trust: 1, findings: [] };
  const { name, confidence } = likeliest;
  const message = `No document type is clearly ahead; the fields are those of the likeliest, ${name}, and as uncertain as that.`;
  return { name, trust: confidence, findings: [{ code: 'fields.type-uncertain', severity: 'info', message }] };
}

function isElectronic(type: DocumentType | undefined): boolean {
  return type?.evidence.some(({ rule }) => rule.startsWith('einvoice/')) === true;
}

/** All keywords of the template are there. */
const certain = 0.99;

function byTemplate(template: string, name: string, before: DocumentType | undefined): DocumentType {
  const alternatives = before === undefined ? [] : [{ name: before.name, confidence: before.confidence }];
  return { name, confidence: certain, evidence: [{ rule: `template/${template}`, weight: 1 }], alternatives };
}
