import type { FieldKind } from '../../../document-type/field-options.ts';
import type { ReaderSource } from '../reader.ts';
import type { Binding, PageLabels } from './bind.ts';
import { bindLabels } from './bind.ts';
import type { LabelIndex } from './find-labels.ts';
import { findLabels } from './find-labels.ts';
import { PageMap } from './page-map.ts';
import { hitsByLine } from './places.ts';
import { ValueIndex } from './value-index.ts';

/** The labels of every page. */
export function labelsOf({ document }: Pick<ReaderSource, 'document'>, index: LabelIndex): PageLabels[] {
  return document.pages.map((page) => {
    const map = new PageMap(page);
    const hits = findLabels(map, index);
    return { map, hits, byLine: hitsByLine(hits) };
  });
}

/** What the labels of all pages speak for. */
export function bindingsOf(
  { candidates }: Pick<ReaderSource, 'candidates'>,
  pages: readonly PageLabels[],
  kindOf: (field: string) => FieldKind | undefined,
): Binding[] {
  const values = new ValueIndex(candidates);
  return pages.flatMap((page) => bindLabels(page, values, kindOf));
}
