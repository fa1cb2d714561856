import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Api, ResultFile } from '../api.ts';
import { attachment } from '../headers.ts';
import { Refusal } from '../refusal.ts';
import { operation } from '../shape.ts';
import { idParams, jobOf } from './jobs.ts';
import type { IdParams } from './jobs.ts';

const fileParams = idParams.extend({ sink: z.string().min(1).max(100) });

/** The files of a job: its result, what other sinks have written, and the document itself. Paths come from the ledger, never from the request. */
export function fileRoutes(server: FastifyInstance, api: Api): void {
  server.get<{ Params: IdParams }>(
    '/api/jobs/:id/result',
    { schema: operation({ summary: 'The result of a completed job', tags: ['files'] }, { params: idParams, errors: [404, 409, 410] }) },
    async ({ params: { id } }, reply) => {
      const job = jobOf(api, id);
      if (job.result === null) throw new Refusal(409, 'job.not-completed', 'The job has no result: it has not completed.');
      return sendFile(reply, job.result, { 'content-type': 'application/json; charset=utf-8' });
    },
  );

  server.get<{ Params: z.output<typeof fileParams> }>(
    '/api/jobs/:id/files/:sink',
    { schema: operation({ summary: 'What one sink has written', tags: ['files'] }, { params: fileParams, errors: [404, 409, 410] }) },
    async ({ params: { id, sink } }, reply) => {
      const job = jobOf(api, id);
      if (job.status !== 'completed') throw new Refusal(409, 'job.not-completed', 'The job has no result: it has not completed.');
      const file: ResultFile | undefined = api.filesOf(job).find((one) => one.sink === sink);
      if (file === undefined) throw new Refusal(404, 'file.unknown', 'The pipeline has no such sink.');
      return sendFile(reply, file.path, { 'content-type': file.mediaType, ...attachment(basename(file.path)) });
    },
  );

  server.get<{ Params: IdParams }>(
    '/api/jobs/:id/original',
    { schema: operation({ summary: 'The document as it came', tags: ['files'] }, { params: idParams, errors: [404, 410] }) },
    async ({ params: { id } }, reply) => {
      const job = jobOf(api, id);
      return sendFile(reply, job.input_path, { 'content-type': 'application/octet-stream', ...attachment(job.filename) });
    },
  );
}

/** A file that people have moved away is gone, which is no fault of the request. */
async function sendFile(reply: FastifyReply, path: string, headers: Record<string, string>): Promise<FastifyReply> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (stats?.isFile() !== true) throw new Refusal(410, 'file.gone', 'The file is no longer where it was written.');
  return reply.headers({ ...headers, 'content-length': String(stats.size) }).send(createReadStream(path));
}
