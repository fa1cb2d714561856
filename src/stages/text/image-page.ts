import { pointsOf } from '../../image/paper-size.ts';
import { readImagePages } from '../../image/probe.ts';
import type { PagePatch, SourceFile } from '../../model/document.ts';
import { MillraceError } from '../../model/errors.ts';

/** A page of an image document: a size, and no text of its own. Throws `document.damaged` when there is no such page. */
export async function readImagePage(file: SourceFile, mediaType: string, page: number): Promise<PagePatch> {
  const found = (await readImagePages(file, mediaType, page))[page - 1];
  if (found === undefined) throw new MillraceError('document.damaged', `The image has no page ${page}.`);
  return {
    ...pointsOf(found),
    rotation: 0,
    method: 'blank',
    lines: [],
    text: '',
    route: { reasons: ['no-text'], metrics: { chars: 0, words: 0, images: 1, image_cover: 1 } },
  };
}
