import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentTypeOptions } from '../../src/document-type/document-type.ts';
import { typeFiles } from '../../src/document-type/type-files.ts';
import { readNamedFile } from '../../src/pipeline/named-file.ts';

const folder = join(import.meta.dirname, '../../pipelines/types');

/** The document types that the package brings. */
export const shippedTypes = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readType(join(folder, name)));

/** A type file as the loader of a pipeline reads it. */
function readType(path: string): DocumentTypeOptions {
  const { value, problems } = readNamedFile(path, typeFiles);
  if (value === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value as DocumentTypeOptions;
}
