export interface ContentType {
  mediaType: string;
  /** As in "this is …". */
  name: string;
  /** File name extensions that go with it, lower case, without the dot. */
  extensions: readonly string[];
  /** What its owner can do, where no stage reads it. */
  advice?: string;
}

/** How many bytes from the start of a file are enough to tell its type. */
export const sniffedBytes = 4096;

const pdf: ContentType = { mediaType: 'application/pdf', name: 'a PDF', extensions: ['pdf', 'ai'] };
const unknown: ContentType = { mediaType: 'application/octet-stream', name: 'of no known type', extensions: [] };

const heic: ContentType = {
  mediaType: 'image/heic',
  name: 'a HEIC image',
  extensions: ['heic', 'heif', 'hif'],
  advice: 'Convert it to JPEG, as heif-convert does; a phone takes JPEG at once when its camera is set to "Most Compatible".',
};

/** `and` must stand as well, where the first bytes alone are too few to go by. */
const signatures: readonly { bytes: string; at?: number; and?: { bytes: string; at: number }; type: ContentType }[] = [
  { bytes: '\x89PNG\r\n\x1a\n', type: { mediaType: 'image/png', name: 'a PNG image', extensions: ['png'] } },
  { bytes: '\xff\xd8\xff', type: { mediaType: 'image/jpeg', name: 'a JPEG image', extensions: ['jpg', 'jpeg'] } },
  { bytes: 'GIF8', type: { mediaType: 'image/gif', name: 'a GIF image', extensions: ['gif'] } },
  { bytes: 'II*\0', type: { mediaType: 'image/tiff', name: 'a TIFF image', extensions: ['tif', 'tiff'] } },
  { bytes: 'MM\0*', type: { mediaType: 'image/tiff', name: 'a TIFF image', extensions: ['tif', 'tiff'] } },
  { bytes: 'RIFF', and: { bytes: 'WEBP', at: 8 }, type: { mediaType: 'image/webp', name: 'a WebP image', extensions: ['webp'] } },
  // The upper bytes of the size of its header.
  { bytes: 'BM', and: { bytes: '\0\0\0', at: 15 }, type: { mediaType: 'image/bmp', name: 'a BMP image', extensions: ['bmp'] } },
  {
    bytes: '\0\0\0\x0cjP  ',
    type: { mediaType: 'image/jp2', name: 'a JPEG 2000 image', extensions: ['jp2'], advice: 'Convert it to PNG or JPEG, as opj_decompress does.' },
  },
  { bytes: 'ftyphei', at: 4, type: heic },
  { bytes: 'ftyphev', at: 4, type: heic },
  { bytes: 'ftypmif1', at: 4, type: heic },
  { bytes: 'ftypmsf1', at: 4, type: heic },
  { bytes: 'ftypavif', at: 4, type: { mediaType: 'image/avif', name: 'an AVIF image', extensions: ['avif'], advice: 'Convert it to PNG or JPEG.' } },
  {
    bytes: 'PK\x03\x04',
    type: {
      mediaType: 'application/zip',
      name: 'a ZIP archive or an office document',
      extensions: ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub'],
    },
  },
  {
    bytes: '\xd0\xcf\x11\xe0',
    type: { mediaType: 'application/x-ole-storage', name: 'an old Office document', extensions: ['doc', 'xls', 'ppt', 'msg'] },
  },
  { bytes: '%!PS', type: { mediaType: 'application/postscript', name: 'a PostScript file', extensions: ['ps', 'eps'] } },
  { bytes: '{\\rtf', type: { mediaType: 'application/rtf', name: 'an RTF document', extensions: ['rtf'] } },
  { bytes: '\x1f\x8b', type: { mediaType: 'application/gzip', name: 'a gzip archive', extensions: ['gz'] } },
  { bytes: '7z\xbc\xaf', type: { mediaType: 'application/x-7z-compressed', name: 'a 7-Zip archive', extensions: ['7z'] } },
  { bytes: 'Rar!', type: { mediaType: 'application/vnd.rar', name: 'a RAR archive', extensions: ['rar'] } },
  { bytes: '\x7fELF', type: { mediaType: 'application/x-elf', name: 'a program', extensions: [] } },
  { bytes: 'MZ', type: { mediaType: 'application/x-msdownload', name: 'a program', extensions: ['exe', 'dll'] } },
];

/**
 * The type of a file by its first bytes; its name plays no part. A PDF may have up to 1024 bytes of something else before its header,
 * as readers since Acrobat allow.
 */
export function contentType(head: Uint8Array): ContentType {
  const text = Buffer.from(head.subarray(0, sniffedBytes)).toString('latin1');
  if (text.startsWith('%PDF-')) return pdf;
  const signature = signatures.find(
    ({ bytes, at = 0, and }) => text.startsWith(bytes, at) && (and === undefined || text.startsWith(and.bytes, and.at)),
  );
  if (signature !== undefined) return signature.type;
  if (text.slice(0, 1024 + 5).includes('%PDF-')) return pdf;
  return textType(head, text) ?? unknown;
}

function textType(head: Uint8Array, text: string): ContentType | undefined {
  const start = text
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 200)
    .toLowerCase();
  if (start.startsWith('<?xml')) return { mediaType: 'text/xml', name: 'an XML file', extensions: ['xml', 'svg', 'xhtml'] };
  if (start.startsWith('<!doctype html') || start.startsWith('<html'))
    return { mediaType: 'text/html', name: 'a web page', extensions: ['html', 'htm'] };
  if (head.subarray(0, sniffedBytes).every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b)) {
    return { mediaType: 'text/plain', name: 'plain text', extensions: [] };
  }
  return undefined;
}
