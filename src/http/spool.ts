import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';
import { label } from './label.ts';

export interface UploadLimits {
  /** Bytes of one file. */
  fileSize: number;
  /** Files of one request. */
  files: number;
  /** Bytes of all files of one request. */
  requestSize: number;
}

export interface SpooledFile {
  path: string;
  name: string;
}

/**
 * Writes the files of a multipart request into `folder` (which must exist), one after the other, synced, within limits that hold while bytes arrive. When anything goes wrong
 * nothing is left. Errors: `Refusal` 400, 413, 415.
 */
export async function spool(request: FastifyRequest, folder: string, limits: UploadLimits): Promise<SpooledFile[]> {
  if (!request.isMultipart()) throw new Refusal(415, 'upload.not-multipart', 'Send the files as multipart/form-data.');
  const files: SpooledFile[] = [];
  const budget = { left: limits.requestSize };
  try {
    for await (const part of request.files({
      limits: { fileSize: limits.fileSize, files: limits.files, fields: 50, fieldSize: 65_536, parts: limits.files + 50 },
    })) {
      const path = join(folder, String(files.length));
      await write(part.file, path, budget);
      if (part.file.truncated) throw new Refusal(413, 'upload.too-large', `A file may have ${limits.fileSize} bytes.`);
      files.push({ path, name: label(part.filename) });
    }
    if (files.length === 0) throw new Refusal(400, 'upload.empty', 'The request holds no file.');
    return files;
  } catch (error) {
    for (const { path } of files) await rm(path, { force: true });
    throw refused(error);
  }
}

async function write(from: AsyncIterable<Buffer>, path: string, budget: { left: number }): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await pipeline(from, async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        budget.left -= chunk.byteLength;
        if (budget.left < 0) throw new Refusal(413, 'upload.too-large', 'The files of the request are too large together.');
        await handle.write(chunk);
      }
    });
    await handle.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** What the reader of multipart bodies says of a body that is none. */
function refused(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { code = '', statusCode } = error as { code?: string; statusCode?: number };
  if (statusCode === 413 || code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT')
    return new Refusal(413, 'upload.too-many', 'The request holds too many parts.');
  if (code.startsWith('E') && !code.startsWith('ERR_')) return error;
  return new Refusal(400, 'upload.malformed', 'The request is no whole multipart body.');
}
