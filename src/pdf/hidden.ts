import { inflateSync, constants } from 'node:zlib';

/**
 * May this file draw text that nobody sees (text rendering modes 3 and 7)? pdf.js gives such text like any other, and its
 * operator list, which would tell, costs as much again as the text. So the streams of the file are looked through once for
 * the operator. Answers true whenever it cannot be told: encrypted, or packed in another way than Flate.
 */
export function mayHideText(bytes: Buffer): boolean {
  if (bytes.includes('/Encrypt')) return true;
  for (let at = bytes.indexOf(streamWord); at >= 0; at = bytes.indexOf(streamWord, at + 6)) {
    if (bytes.subarray(at - 3, at).equals(endWord)) continue;
    const start = bytes[at + 6] === 0x0d && bytes[at + 7] === 0x0a ? at + 8 : at + 7;
    const dictionary = bytes.subarray(Math.max(0, bytes.lastIndexOf(' obj', at)), at).toString('latin1');
    if (notContent.test(dictionary)) continue;
    const end = bytes.indexOf('endstream', start);
    if (streamHides(bytes.subarray(start, end < 0 ? bytes.length : end), dictionary)) return true;
  }
  return false;
}

const streamWord = Buffer.from('stream');
const endWord = Buffer.from('end');
const notContent = /\/Subtype\s*\/(?:Image|XML|Type1C|CIDFontType0C|OpenType)|\/Type\s*\/(?:XRef|ObjStm|Metadata|EmbeddedFile|CMap)|\/Length1\b|\/FunctionType|\/Alternate\b|\/ShadingType/;
const mostBytes = 16 * 1024 * 1024;

function streamHides(data: Buffer, dictionary: string): boolean {
  if (!dictionary.includes('/Filter')) return setsHiddenMode(data);
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?\s*(?:\/(?!\w*Decode)|>>|$)/.test(dictionary) || dictionary.includes('/DecodeParms')) return true;
  try {
    return setsHiddenMode(inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes }));
  } catch {
    return true;
  }
}

function setsHiddenMode(content: Buffer): boolean {
  for (let at = content.indexOf(' Tr'); at >= 0; at = content.indexOf(' Tr', at + 3)) {
    const mode = content[at - 1];
    if (mode === 0x33 || mode === 0x37) return true;
  }
  return false;
}
