import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceFile } from '../model/document.ts';

interface Kept<T> {
  pdf: Promise<T>;
  bytes: number;
}

/** Bytes of files that are kept open together, besides the one in use. */
const keptBytes = 64 * 1024 * 1024;

/** The documents opened last, by content and path, so that their next tasks need not open them again. */
export class KeptDocuments<T extends { document: PDFDocumentProxy }> {
  /** The one used last stands last. */
  #kept = new Map<string, Kept<T>>();
  readonly #open: (file: SourceFile) => Promise<T>;
  readonly #most: number;

  constructor(open: (file: SourceFile) => Promise<T>, most: number) {
    this.#open = open;
    this.#most = most;
  }

  async open(file: SourceFile): Promise<T> {
    const key = `${file.sha256} ${file.path}`;
    const known = this.#kept.get(key) ?? { pdf: this.#open(file), bytes: file.bytes };
    this.#kept.delete(key);
    this.#kept.set(key, known);
    await this.#closeOldest();
    try {
      return await known.pdf;
    } catch (error) {
      this.#kept.delete(key);
      throw error;
    }
  }

  async #closeOldest(): Promise<void> {
    for (const key of [...this.#kept.keys()].slice(0, -1)) {
      const bytes = [...this.#kept.values()].reduce((sum, one) => sum + one.bytes, 0);
      if (this.#kept.size > this.#most || bytes > keptBytes) await this.#close(key);
    }
  }

  async #close(key: string): Promise<void> {
    const closing = this.#kept.get(key);
    this.#kept.delete(key);
    // One that could not be opened was told to whoever asked for it, and there is nothing to close.
    const pdf = await closing?.pdf.catch(() => undefined);
    await pdf?.document.loadingTask.destroy();
  }
}
