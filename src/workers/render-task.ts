import { writeFile } from 'node:fs/promises';
import { foldDocument } from '../model/document.ts';
import { unpackOutputs } from '../model/packing.ts';
import type { SinkRender } from '../model/sink.ts';
import type { RenderWork } from '../model/workers.ts';

export type AnyRender = SinkRender<Readonly<Record<string, unknown>>>;

/** Writes one result to its scratch file, which must not be there yet, with the mode that the user's umask gives; making it durable is the publisher's part. */
export async function runRenderTask(render: AnyRender, { source, pipeline, config, inputs, target }: RenderWork): Promise<void> {
  const document = foldDocument(unpackOutputs(inputs));
  await writeFile(target, render({ source, pipeline, config, document }), { flag: 'wx' });
}
