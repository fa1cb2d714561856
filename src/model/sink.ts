import type { ZodObject } from 'zod';
import type { Document, SourceFile } from './document.ts';

/** What is known of a sink without loading its code. */
export interface SinkSpec<C extends ZodObject = ZodObject> {
  name: string;
  summary: string;
  version: number;
  /** Must hold `folder`, where the files go. */
  config: C;
  /** Appended to the name of the document: `.json`. */
  extension: string;
}

export interface SinkTask<C> {
  source: Omit<SourceFile, 'path' | 'passwords'>;
  pipeline: { name: string; fingerprint: string };
  config: C;
  document: Document;
}

/** `render.ts` exports this as `render`: the bytes of the one file that stands for the document, the same for the same task. */
export type SinkRender<C> = (task: SinkTask<C>) => string | Uint8Array;
