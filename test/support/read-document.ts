import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldDocument } from '../../src/model/document.ts';
import type { Document, DocumentPatch, PagePatch, SourceFile, StageOutput } from '../../src/model/document.ts';
import { run as identify } from '../../src/stages/identify/run.ts';
import { spec } from '../../src/stages/identify/spec.ts';
import { run as readText } from '../../src/stages/text/run.ts';
import { tempFolder } from './temp-folder.ts';

/** Lays bytes into a file of their own, as a stage is given it. */
export function sourceOf(bytes: Uint8Array, filename = 'sample.pdf', passwords: readonly string[] = []): SourceFile {
  const path = join(tempFolder(), filename);
  writeFileSync(path, bytes);
  return { path, filename, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, passwords };
}

export async function identified(file: SourceFile, config: Partial<{ max_bytes: number; max_pages: number }> = {}): Promise<DocumentPatch> {
  return identify({ file, config: spec.config.parse(config), document: foldDocument([]), page: 0 });
}

export async function pageOf(file: SourceFile, page = 1): Promise<PagePatch> {
  return readText({ file, config: {}, document: foldDocument([]), page });
}

/** What identify and text make of a PDF. */
export async function readDocument(bytes: Uint8Array): Promise<Document> {
  const file = sourceOf(bytes);
  const outputs: StageOutput[] = [{ page: 0, patch: await identified(file) }];
  for (let page = 1; page <= foldDocument(outputs).metadata.page_count; page++) outputs.push({ page, patch: await pageOf(file, page) });
  return foldDocument(outputs);
}

export async function textOf(bytes: Uint8Array): Promise<string> {
  return (await readDocument(bytes)).pages.map((page) => page.text).join('\f');
}
