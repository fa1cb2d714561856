/** Bytes that a file name may have on most file systems, less what results append. */
const longest = 200;

/** What a client calls its file, as a label: without folders, controls and marks that turn the direction of text. Never empty. */
export function label(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- these are what it takes out
  let clean = last.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '').trim();
  while (Buffer.byteLength(clean) > longest) clean = shortened(clean);
  return clean === '' || /^\.+$/.test(clean) ? 'document' : clean;
}

/** One character less, before the extension. */
function shortened(name: string): string {
  const dot = name.lastIndexOf('.');
  const end = dot > 0 && name.length - dot <= 16 ? dot : name.length;
  return [...name.slice(0, end)].slice(0, -1).join('') + name.slice(end);
}
