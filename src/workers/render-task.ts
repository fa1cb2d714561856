import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foldDocument } from '../model/document.ts';
import { MillraceError, asMillraceError } from '../model/errors.ts';
import { unpackOutputs } from '../model/packing.ts';
import type { Rendered, SinkRender } from '../model/sink.ts';
import type { RenderWork } from '../model/workers.ts';

export type AnyRender = SinkRender<Readonly<Record<string, unknown>>>;

/** Writes one result to its scratch file or folder, which must not be there yet, with the mode that the user's umask gives; making it durable is the publisher's part. */
export async function runRenderTask(render: AnyRender, work: RenderWork): Promise<void> {
  const rendered = await rendering(render, work);
  if (work.form === 'folder') await writeFolder(rendered, work);
  else if (isContent(rendered)) await writeFile(work.target, rendered, { flag: 'wx' });
  else throw wrongForm(work);
}

/** Errors with a code keep it; anything else is the sink's failure, unlike what goes wrong when its result is written. Results hold no path, so none may stand in the message. */
async function rendering(render: AnyRender, { file, pipeline, config, inputs }: RenderWork): Promise<Rendered> {
  const document = foldDocument(unpackOutputs(inputs));
  try {
    return await render({ file, pipeline, config, document });
  } catch (thrown) {
    const error = asMillraceError(thrown);
    if (error.code !== 'internal.unexpected') throw error;
    throw new MillraceError('stage.failed', error.message.replaceAll(file.path, file.filename), thrown);
  }
}

async function writeFolder(files: Rendered, work: RenderWork): Promise<void> {
  if (isContent(files)) throw wrongForm(work);
  await mkdir(work.target);
  for (const { name, content } of files) {
    if (!plainName.test(name)) throw new MillraceError('internal.unexpected', `"${name}" is no name for a file of sink "${work.sink}"`);
    await writeFile(join(work.target, name), content, { flag: 'wx' });
  }
}

/** No part of a path, and nothing that a shell or another system reads in its own way. */
const plainName = /^[a-z0-9][a-z0-9-]*\.[a-z0-9]+$/;

function isContent(rendered: Rendered): rendered is string | Uint8Array {
  return typeof rendered === 'string' || rendered instanceof Uint8Array;
}

function wrongForm({ sink, form }: RenderWork): MillraceError {
  return new MillraceError('internal.unexpected', `Sink "${sink}" gave what is no ${form}`);
}
