import type { FormField } from '../model/field.ts';
import type { Box } from '../model/page.ts';
import { pagesWithFields } from './field-pages.ts';
import { cleanText } from './metadata.ts';
import type { OpenPdf } from './open.ts';
import { placeBounds } from './outlines.ts';
import { withPage } from './page.ts';
import type { PdfPage } from './page.ts';
import { widgetValue } from './widget-value.ts';
import type { Widget } from './widget-value.ts';

export interface PdfForm {
  /** What is filled in, page by page in the order in which one goes through the form. Hidden fields, passwords and empty fields are left out. */
  fields: FormField[];
  /** There are more filled-in fields than are read. */
  cut: boolean;
  /** It is a form of XML alone (XFA), of which nothing is read. */
  xfaOnly: boolean;
}

/** Fields of one document that are read; the longest tax forms have two thousand. */
export const mostFields = 5000;
/** Characters. */
const longestName = 300;

/** Reads what is filled in in the form of a PDF (ISO 32000-1, 12.7). Costs next to nothing without a form. Throws `document.damaged` when one of its pages cannot be read. */
export async function readForm(pdf: OpenPdf): Promise<PdfForm> {
  const pages = await pagesWithFields(pdf);
  if (pages.length === 0) return { fields: [], cut: false, xfaOnly: await isXfaOnly(pdf) };
  const signers = await readSigners(pdf);
  const fields = new Map<string, FormField>();
  for (const number of pages) {
    const found = await withPage(pdf, number, (page) => readWidgets(page, number, signers));
    for (const field of found) {
      if (fields.has(field.name)) continue;
      if (fields.size === mostFields) return { fields: [...fields.values()], cut: true, xfaOnly: false };
      fields.set(field.name, field);
    }
  }
  return { fields: [...fields.values()], cut: false, xfaOnly: false };
}

async function isXfaOnly({ document }: OpenPdf): Promise<boolean> {
  const { info } = (await document.getMetadata()) as { info: { IsXFAPresent?: unknown; IsAcroFormPresent?: unknown } };
  return info.IsXFAPresent === true && info.IsAcroFormPresent !== true;
}

/** Who has signed, by the object of the signature field; empty where the signature does not name its signer. */
async function readSigners({ document }: OpenPdf): Promise<Map<string, string>> {
  const signatures = (await document.getSignatures()) as { id: string; signerName: string | null }[] | null;
  return new Map((signatures ?? []).map(({ id, signerName }) => [id.replace(/:.*$/s, ''), signerName ?? '']));
}

async function readWidgets(page: PdfPage, number: number, signers: ReadonlyMap<string, string>): Promise<FormField[]> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  return ((await page.getAnnotations()) as Widget[]).flatMap((widget) => {
    const filled = widget.subtype === 'Widget' && !widget.hidden ? widgetValue(widget, signers) : undefined;
    const name = cleanText(widget.fieldName).slice(0, longestName);
    if (filled === undefined || name === '') return [];
    const label = cleanText(widget.alternativeText).slice(0, longestName);
    const bbox = within(placeBounds(widget.rect, transform), width, height);
    return [{ name, ...(label !== '' && { label }), ...filled, page: number, ...(bbox && { bbox }) }];
  });
}

/** The part of the page as displayed; undefined where the field has no place on it. */
function within([x0, y0, x1, y1]: Box, width: number, height: number): Box | undefined {
  const box: Box = [round(Math.max(0, x0)), round(Math.max(0, y0)), round(Math.min(width, x1)), round(Math.min(height, y1))];
  return box[2] > box[0] && box[3] > box[1] ? box : undefined;
}

const round = (value: number): number => Math.round(value * 100) / 100;
