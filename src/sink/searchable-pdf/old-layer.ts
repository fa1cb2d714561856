import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { withoutHiddenText } from './hidden-text.ts';

/**
 * The content of a page, its streams as one, without the invisible text of an older recognition, also in the forms that it draws, which are replaced in `resources`. Undefined
 * when there is none, or when it cannot be taken out for sure: then it stays.
 */
export function withoutOldLayer(context: PDFContext, streams: readonly PDFStream[], resources: PDFDict): PDFRef | undefined {
  const content = joined(streams);
  const cleared = content === undefined ? undefined : clear(context, content, resources, 0);
  return cleared?.isChanged === true ? context.register(context.flateStream(Buffer.from(cleared.content, 'latin1'))) : undefined;
}

/** A dictionary that can be changed without changing what else refers to the first one. */
export function ownCopy(dictionary: PDFDict): PDFDict {
  return PDFDict.fromMapWithContext(new Map(dictionary.entries()), dictionary.context);
}

/** Forms within forms are followed so far: the layer of a known program lies one deep. */
const deepest = 3;

interface Cleared {
  content: string;
  /** The content, or something that it draws. */
  isChanged: boolean;
}

/** Changes `resources`, but not what they refer to. */
function clear(context: PDFContext, content: string, resources: PDFDict, depth: number): Cleared | undefined {
  const found = withoutHiddenText(content);
  if (found === undefined || depth > deepest) return undefined;
  const objects = resources.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const forms = objects === undefined ? [] : [...new Set(found.drawn)].flatMap((name) => clearedForm(context, objects, PDFName.of(name), depth));
  if (objects !== undefined && forms.length > 0) {
    const own = ownCopy(objects);
    for (const [name, form] of forms) own.set(name, form);
    resources.set(PDFName.of('XObject'), own);
  }
  return { content: found.content, isChanged: forms.length > 0 || found.content !== content };
}

function clearedForm(context: PDFContext, objects: PDFDict, name: PDFName, depth: number): [PDFName, PDFRef][] {
  const form = context.lookup(objects.get(name));
  if (!(form instanceof PDFRawStream) || form.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')) return [];
  const content = joined([form]);
  const own = ownCopy(form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? PDFDict.withContext(context));
  const cleared = content === undefined ? undefined : clear(context, content, own, depth + 1);
  if (cleared?.isChanged !== true) return [];
  const stream = context.flateStream(Buffer.from(cleared.content, 'latin1'));
  for (const [key, value] of form.dict.entries()) if (!packing.has(key.decodeText())) stream.dict.set(key, value);
  stream.dict.set(PDFName.of('Resources'), own);
  return [[name, context.register(stream)]];
}

/** What of a stream's dictionary is about how it is packed. */
const packing = new Set(['Length', 'Filter', 'DecodeParms', 'DL', 'F', 'FFilter', 'FDecodeParms']);

/** Bytes; what is larger is a drawing. */
const mostContent = 16 * 1024 * 1024;

function joined(streams: readonly PDFStream[]): string | undefined {
  try {
    const texts = streams.map((stream) =>
      stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : undefined,
    );
    const content = texts.includes(undefined) ? undefined : texts.join('\n');
    return content === undefined || content.length > mostContent ? undefined : content;
  } catch {
    // Packed in a way that the library does not know: the page is left as it is.
    return undefined;
  }
}
