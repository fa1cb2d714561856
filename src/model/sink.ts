import type { ZodObject } from 'zod';
import type { Document, SourceFile } from './document.ts';

/** What stands for a document: one file, or a folder of files that comes and goes as a whole. */
export type SinkForm = 'file' | 'folder';

/** What is known of a sink without loading its code. */
export interface SinkSpec<C extends ZodObject = ZodObject> {
  name: string;
  summary: string;
  version: number;
  /** Must hold `folder`, where the files go. */
  config: C;
  form: SinkForm;
  /** Appended to the name of the document: `.json`, or `.tables` for a folder. */
  extension: string;
  /** The sink reads the original itself. What it fails by is then the document's fault: the other sinks go on, and their results say so. */
  readsSource?: true;
}

export interface SinkTask<C> {
  /** A result holds no path: only sinks that read the original have a use for where it stands. */
  file: SourceFile;
  pipeline: { name: string; fingerprint: string };
  config: C;
  document: Document;
}

/** A file of a folder; its name is a plain one, made by the sink and not by the document. */
export interface RenderedFile {
  name: string;
  content: string | Uint8Array;
}

/** A file's content, or the files of a folder: none of them leaves no folder. */
export type Rendered = string | Uint8Array | readonly RenderedFile[];

/** `render.ts` exports this as `render`; it gives the same for the same task. Throw a `MillraceError`; anything else counts as `stage.failed`. */
export type SinkRender<C> = (task: SinkTask<C>) => Rendered | Promise<Rendered>;
