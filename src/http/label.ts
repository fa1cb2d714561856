/** Bytes that a file name may have on most file systems, less what results append. */
const longest = 200;

/** What a client calls its file, as a label: without folders, controls and marks that turn the direction of text. Never empty. */
export function label(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- these are what it takes out
  const clean = last.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '').trim();
  return clean === '' || /^\.+$/.test(clean) ? 'document' : fitted(clean);
}

/** Cut before its extension. */
function fitted(name: string): string {
  if (Buffer.byteLength(name) <= longest) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  let kept = '';
  for (const character of name.slice(0, name.length - extension.length)) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(character + extension) > longest) break;
    kept += character;
  }
  return kept + extension;
}
