import type { Document } from '../../src/model/document.ts';

/** A document of which a test names only what it is about. */
export function documentOf({
  pages = [],
  ...facts
}: Partial<Omit<Document, 'tables'>> & { tables?: Document['tables'] | readonly Document['tables'][number][] }): Document {
  return {
    mediaType: 'application/pdf',
    metadata: { page_count: pages.length },
    fields: [],
    attachments: [],
    form: [],
    findings: [],
    notes: [],
    ...facts,
    tables: [...(facts.tables ?? [])],
    pages,
  };
}
