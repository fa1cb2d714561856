import type { Attachment, DocumentType, Field, FormField } from './field.ts';
import type { Finding } from './finding.ts';
import type { Note } from './note.ts';
import type { Page } from './page.ts';
import type { Table } from './table.ts';

/** The bytes that a job reads. `path` is where they stand now; everything else about their name is a label. */
export interface SourceFile {
  path: string;
  filename: string;
  sha256: string;
  bytes: number;
  /** Tried in turn on an encrypted file. Never stored, never logged. */
  passwords: readonly string[];
}

/** What the document says of itself. */
export interface Metadata {
  title?: string;
  author?: string;
  subject?: string;
  producer?: string;
  created?: string;
  language?: string;
  page_count: number;
}

/** What is known of a document so far: the fold of what its stages added. */
export interface Document {
  mediaType: string;
  metadata: Metadata;
  pages: Page[];
  /** In reading order; continued ones joined. */
  tables: Table[];
  type?: DocumentType;
  /** In the order of the type's names; of one name the best first. */
  fields: Field[];
  attachments: Attachment[];
  /** What is filled in; none in documents that are no forms. */
  form: FormField[];
  findings: Finding[];
  /** Empty unless a page is being explained. */
  notes: Note[];
}

/** A line, by its place among the lines of its page, that is a running head or foot. */
export interface FurnitureMark {
  page: number;
  line: number;
  role: 'header' | 'footer';
}

/** What a document stage adds. */
export interface DocumentPatch {
  mediaType?: string;
  metadata?: Metadata;
  furniture?: FurnitureMark[];
  /** Stand in place of those that were found page by page. */
  tables?: Table[];
  type?: DocumentType;
  fields?: Field[];
  attachments?: Attachment[];
  form?: FormField[];
  findings?: Finding[];
  notes?: Note[];
}

/** What a page stage adds to one page. */
export type PagePatch = Partial<Omit<Page, 'page'>> & { tables?: Table[]; findings?: Finding[]; notes?: Note[] };

export type Patch = DocumentPatch | PagePatch;

/** A stage's stored output: `page` 0 is what it said of the whole document. */
export interface StageOutput {
  page: number;
  patch: Patch;
}

/**
 * Folds stage outputs, given in pipeline order, into the document that the next stage reads.
 * A page that no stage has described yet is blank, so that a document always has all of its pages.
 */
export function foldDocument(outputs: readonly StageOutput[]): Document {
  const document: Document = {
    mediaType: 'application/octet-stream',
    metadata: { page_count: 0 },
    pages: [],
    tables: [],
    fields: [],
    attachments: [],
    form: [],
    findings: [],
    notes: [],
  };
  const pages = new Map<number, Page>();
  for (const { page, patch } of outputs) {
    const { findings = [], notes = [], ...facts } = patch;
    document.findings.push(...findings);
    document.notes.push(...notes);
    if (page > 0) {
      const { tables = [], ...ofPage } = facts as PagePatch;
      document.tables.push(...tables);
      pages.set(page, Object.assign(pages.get(page) ?? blankPage(page), ofPage));
      continue;
    }
    const { furniture = [], ...ofDocument } = facts as DocumentPatch;
    Object.assign(document, ofDocument);
    for (const mark of furniture) markLine(pages.get(mark.page), mark);
  }
  for (let page = 1; page <= document.metadata.page_count; page++) document.pages.push(pages.get(page) ?? blankPage(page));
  return document;
}

function markLine(page: Page | undefined, { line: at, role }: FurnitureMark): void {
  if (page !== undefined) page.lines = page.lines.map((line, index) => (index === at ? { ...line, furniture: role } : line));
}

function blankPage(page: number): Page {
  return { page, width: 612, height: 792, rotation: 0, method: 'blank', text: '', lines: [] };
}
