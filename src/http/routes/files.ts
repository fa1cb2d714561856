import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Api } from '../api.ts';
import { attachment } from '../headers.ts';
import { Refusal } from '../refusal.ts';
import { operation } from '../shape.ts';
import { idParams, jobOf } from './jobs.ts';
import type { IdParams } from './jobs.ts';

const fileParams = idParams.extend({ sink: z.string().min(1).max(100), name: z.string().min(1).max(400) });

const pageParams = idParams.extend({ page: z.coerce.number().int().min(1) });

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
    '/api/jobs/:id/files/:sink/:name',
    { schema: operation({ summary: 'A file that a sink has written', tags: ['files'] }, { params: fileParams, errors: [404, 409, 410] }) },
    async ({ params: { id, sink, name } }, reply) => {
      const job = jobOf(api, id);
      if (job.status !== 'completed') throw new Refusal(409, 'job.not-completed', 'The job has no result: it has not completed.');
      const file = (await api.filesOf(job)).find((one) => one.sink === sink && one.name === name);
      if (file === undefined) throw new Refusal(404, 'file.unknown', 'No sink has written such a file.');
      return sendFile(reply, file.path, { 'content-type': file.mediaType, ...attachment(file.name) });
    },
  );

  server.get<{ Params: z.output<typeof pageParams> }>(
    '/api/jobs/:id/pages/:page/picture',
    { schema: operation({ summary: 'A page as PNG', tags: ['files'] }, { params: pageParams, errors: [404, 410] }) },
    async ({ params: { id, page } }, reply) => {
      const path = await api.picture(jobOf(api, id), page);
      return sendFile(reply, path, { 'content-type': 'image/png', 'cache-control': 'private, max-age=3600' });
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
  const stats = await stat(path).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (stats?.isFile() !== true) throw new Refusal(410, 'file.gone', 'The file is no longer where it was written.');
  return reply.headers({ ...headers, 'content-length': String(stats.size) }).send(createReadStream(path));
}
