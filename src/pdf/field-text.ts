import { annotationText } from './annotation-text.ts';
import { pagesWithFields } from './field-pages.ts';
import { mostFields } from './form-fields.ts';
import type { OpenPdf } from './open.ts';
import { readOperators } from './operators.ts';
import type { PdfPage } from './page.ts';
import type { Item } from './replaced-text.ts';
import { setText } from './set-text.ts';
import { placeItems } from './text.ts';
import type { PageText } from './text.ts';
import { hearWarnings } from './warnings.ts';
import type { ReaderWarnings } from './warnings.ts';
import { widgetValue } from './widget-value.ts';
import type { Widget } from './widget-value.ts';

/** Stands for a box that is ticked and a button that is pressed, however the file draws it. */
const pressedMark = '☑';

/**
 * Reads what the fields of a form show on a page, which is no part of its content: as their appearance draws it (ISO 32000-1, 12.5.5), or set from their
 * values where they have none. Of a list only what is chosen, of buttons those that are pressed. What is hidden, beside the page, a password or empty is left out.
 * Pages without fields cost nothing. A form that cannot be read is told in the warnings.
 */
export async function readFieldText(pdf: Pick<OpenPdf, 'document'>, page: PdfPage): Promise<Pick<PageText, 'runs' | 'dropped' | 'warnings'>> {
  try {
    if (!(await pagesWithFields(pdf)).includes(page.pageNumber)) return { runs: [], dropped: 0, warnings: [] };
    const { items, warnings } = await readItems(pdf, page);
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const { runs, dropped } = placeItems(items, {}, transform);
    return { runs: runs.filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height), dropped, warnings };
  } catch (error) {
    return { runs: [], dropped: 0, warnings: [`getAnnotations - ignoring: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

/** Drawing operations are asked for only where something is filled in that they may show. */
async function readItems(pdf: Pick<OpenPdf, 'document'>, page: PdfPage): Promise<{ items: Item[]; warnings: ReaderWarnings }> {
  const { value: annotations, warnings } = await hearWarnings(() => page.getAnnotations());
  const widgets = (annotations as Widget[]).filter(({ subtype, hidden, password }) => subtype === 'Widget' && !hidden && !password);
  const filled = widgets
    .flatMap((widget) => {
      const values = valuesOf(widget);
      return values === undefined ? [] : [{ widget, values }];
    })
    .slice(0, mostFields);
  if (filled.length === 0) return { items: [], warnings };
  const drawn = annotationText(await readOperators(pdf, page));
  const items = filled.flatMap(({ widget, values }) => {
    const shown = (drawn.get(widget.id) ?? []).filter(({ str }) => str.trim() !== '');
    const said = widget.fieldType === 'Btn' ? shown.slice(0, 1).map((mark) => ({ ...mark, str: pressedMark })) : told(widget, shown, values);
    return said.length > 0 ? said : setText(widget, values);
  });
  return { items, warnings };
}

/** The values that a field may show; a signature shows whatever its appearance says. */
function valuesOf(widget: Widget): string[] | undefined {
  if (widget.fieldType === 'Sig') return [];
  const value = widgetValue(widget, new Map())?.value;
  if (value === undefined) return undefined;
  if (widget.fieldType === 'Btn') return [pressedMark];
  return typeof value === 'object' ? [...value] : [String(value)];
}

/** What is drawn, in the letters of the value where it is the same: those are in logical order, and no space from box to box parts them. Of a list what is chosen. */
function told({ fieldType }: Widget, shown: readonly Item[], values: readonly string[]): readonly Item[] {
  const [value = ''] = values;
  const [first] = shown;
  if (first === undefined || value === '') return shown;
  if (onOneLine(shown, first)) {
    const drawn = squeezed(shown.map(({ str }) => str).join(''));
    const forwards = drawn === squeezed(value);
    if (!forwards && [...drawn].reverse().join('') !== squeezed(value)) return shown;
    return [{ ...first, str: value.replaceAll('\n', ' '), dir: forwards ? 'ltr' : 'rtl', width: lengthOf(shown, first) }];
  }
  const chosen = new Set(values.map(squeezed));
  return fieldType === 'Ch' ? shown.filter(({ str }) => chosen.has(squeezed(str))) : shown;
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

function onOneLine(items: readonly Item[], first: Item): boolean {
  const size = Math.hypot(first.transform[2] ?? 0, first.transform[3] ?? 0);
  return items.every((item) => Math.abs(offset(item, first)[1]) < 0.3 * size && offset(item, first)[0] >= 0);
}

function lengthOf(items: readonly Item[], first: Item): number {
  return Math.max(...items.map((item) => offset(item, first)[0] + item.width));
}

/** How far an item begins behind and above another, along its baseline. */
function offset({ transform }: Item, { transform: from }: Item): readonly [along: number, above: number] {
  const [a = 1, b = 0] = from;
  const unit = Math.hypot(a, b) || 1;
  const [dx, dy] = [(transform[4] ?? 0) - (from[4] ?? 0), (transform[5] ?? 0) - (from[5] ?? 0)];
  return [(dx * a + dy * b) / unit, (dy * a - dx * b) / unit];
}
