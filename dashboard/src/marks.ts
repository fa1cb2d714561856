import type { Box, Result } from './api.ts';
import type { Mark } from './page-picture.tsx';

/** What of the open tab stands on this page, and what was chosen last. */
export function marksOf(result: Result | undefined, page: number, tab: string, chosen: { page: number; box: Box } | undefined): Mark[] {
  const marks = (placed: readonly { page?: number; bbox?: Box }[] | undefined, kind: Mark['kind']): Mark[] =>
    (placed ?? []).flatMap((one) => (one.page === page && one.bbox ? [{ box: one.bbox, kind }] : []));
  const ofTab = {
    fields: () => marks(result?.fields, 'field'),
    tables: () => marks(result?.tables, 'table'),
    evidence: () => marks(result?.document_type_evidence?.rules, 'field'),
  }[tab];
  return [...(ofTab?.() ?? []), ...(chosen?.page === page ? [{ box: chosen.box, kind: 'chosen' as const }] : [])];
}
