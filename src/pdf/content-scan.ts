import { constants, inflateSync } from 'node:zlib';

/** What can be said of a file's content streams without reading them as pages. */
export interface ContentScan {
  /** Text that nobody sees (rendering modes 3 and 7) is possible. True as well when it cannot be told. */
  mayHideText: boolean;
  /** Some text is replaced by an /ActualText. */
  replacesText: boolean;
  /**
   * Whether there are images: none, only such as the resources of pages name, or also within the content of pages. Dictionaries of streams are never
   * packed or encrypted, so that this can be told of any file.
   */
  images: 'none' | 'named' | 'anywhere';
}

/**
 * Looks through the streams of a file once. pdf.js gives hidden text like any other and passes over /ActualText; its operator list,
 * which tells the first and where images are, costs as much again as the text. So only the files that need it pay for it.
 */
export function scanContent(bytes: Buffer): ContentScan {
  const encrypted = bytes.includes('/Encrypt');
  const scan: ContentScan = { mayHideText: encrypted, replacesText: false, images: 'none' };
  for (const { dictionary, data } of streamsOf(bytes)) {
    if (dictionary === '') scan.images = 'anywhere';
    else if (scan.images === 'none' && imageDictionary.test(dictionary)) scan.images = encrypted ? 'anywhere' : 'named';
    if (encrypted || notContent.test(dictionary) || (scan.mayHideText && scan.replacesText && scan.images === 'anywhere')) continue;
    const content = unpack(dictionary, data.subarray(0, mostPacked));
    scan.mayHideText ||= content === undefined || setsHiddenMode(content);
    scan.replacesText ||= content?.includes('/ActualText') ?? false;
    if (content === undefined || holdsInlineImage(content)) scan.images = 'anywhere';
  }
  return scan;
}

/** Every stream of the file with the text of its dictionary, wherever the index says it is. */
export function* streamsOf(bytes: Buffer): Generator<{ dictionary: string; data: Buffer }> {
  for (let at = bytes.indexOf(streamWord); at >= 0; at = bytes.indexOf(streamWord, at + 6)) {
    if (!standsAlone(bytes, at)) continue;
    const start = bytes[at + 6] === 0x0d && bytes[at + 7] === 0x0a ? at + 8 : at + 7;
    const head = bytes.lastIndexOf(' obj', at);
    const dictionary = at - head > mostDictionary || head < 0 ? '' : bytes.subarray(head, at).toString('latin1');
    const end = bytes.indexOf('endstream', start);
    yield { dictionary, data: bytes.subarray(start, end < 0 ? bytes.length : end) };
  }
}

/** The keyword comes behind a dictionary and before a line end; the same letters are part of other words, and of packed data. */
function standsAlone(bytes: Buffer, at: number): boolean {
  const [before = 0, after] = [bytes[at - 1], bytes[at + streamWord.length]];
  return (before <= 0x20 || before === 0x3e) && (after === 0x0a || after === 0x0d);
}

/** The bytes of a stream, as far as they are there; undefined when it is packed in a way that no content is packed today, or broken. */
export function unpack(dictionary: string, data: Buffer): Buffer | undefined {
  if (dictionary.includes('/Predictor')) return undefined;
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.match(/\w+/g) ?? [];
  let content: Buffer | undefined = data;
  for (const filter of filters) content = content === undefined ? undefined : decoders[filter]?.(content);
  return content;
}

const decoders: Readonly<Record<string, (data: Buffer) => Buffer | undefined>> = {
  FlateDecode: inflate,
  Fl: inflate,
  ASCII85Decode: fromAscii85,
  A85: fromAscii85,
};

function inflate(data: Buffer): Buffer | undefined {
  try {
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes, chunkSize: 64 * 1024 });
  } catch {
    return undefined;
  }
}

function fromAscii85(data: Buffer): Buffer {
  const bytes = Buffer.alloc(4 * data.length);
  let length = 0;
  let group = 0;
  let digits = 0;
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) length = bytes.writeUInt32BE(0, length);
    if (byte < 0x21 || byte > 0x75) continue;
    group = group * 85 + byte - 0x21;
    if (++digits < 5) continue;
    length = bytes.writeUInt32BE(group % 2 ** 32, length);
    group = digits = 0;
  }
  if (digits < 2) return bytes.subarray(0, length);
  for (let missing = digits; missing < 5; missing++) group = group * 85 + 84;
  bytes.writeUInt32BE(group % 2 ** 32, length);
  return bytes.subarray(0, length + digits - 1);
}

const imageDictionary = /\/Subtype\s*\/Image/;
const streamWord = Buffer.from('stream');
const notContent =
  /\/Subtype\s*\/(?:Image|XML|Type1C|CIDFontType0C|OpenType)|\/Type\s*\/(?:XRef|ObjStm|Metadata|EmbeddedFile|CMap)|\/Length1\b|\/FunctionType|\/Alternate\b|\/ShadingType/;
/** The beginning of a stream shows what its file is like; a drawing of megabytes is not worth unpacking. */
const mostPacked = 24 * 1024;
const mostBytes = 16 * 1024 * 1024;
const mostDictionary = 32 * 1024;

function setsHiddenMode(content: Buffer): boolean {
  for (let at = content.indexOf(' Tr'); at >= 0; at = content.indexOf(' Tr', at + 3)) {
    const mode = content[at - 1];
    if (mode === 0x33 || mode === 0x37) return true;
  }
  return false;
}

function holdsInlineImage(content: Buffer): boolean {
  const at = content.indexOf(' ID');
  return at >= 0 && content.lastIndexOf('BI', at) >= 0;
}
