/** How a line begins that is an item of a list. */
export interface Marker {
  /** As it stands there: `•`, `3.`, `(a)`. */
  text: string;
  /** Markers of one list have one style. */
  style: string;
  /** Of a numbered one; letters count from 1. */
  value?: number;
}

/** The marker that a line begins with, if it does; the rest of the line is what follows it. */
export function markerOf(text: string): { marker: Marker; rest: string } | undefined {
  const bullet = bullets.exec(text);
  if (bullet !== null) return { marker: { text: bullet[1] ?? '', style: bullet[1] ?? '' }, rest: bullet[2] ?? '' };
  const numbered = numbers.exec(text);
  if (numbered === null) return undefined;
  const [, open = '', label = '', close = '', rest = ''] = numbered;
  const counted = /^\d/.test(label) ? Number(label) : label.toLowerCase().charCodeAt(0) - 96;
  const kind = /^\d/.test(label) ? '1' : label === label.toLowerCase() ? 'a' : 'A';
  return { marker: { text: `${open}${label}${close}`, style: `${open}${kind}${close}`, value: counted }, rest };
}

/** Signs of the usual fonts, and those of symbol fonts, whose codes are private. */
const bullets = /^([•‣◦▪▫■□●○◆◇►▸➢➤✓✔❖⁃∙·*–—-]|[\uf000-\uf0ff])\s+(\S.*)$/u;
/** Up to three digits or a single letter, by a point or a bracket. */
const numbers = /^(\(?)(\d{1,3}|[a-zA-Z])([.)])\s+(\S.*)$/;

/** Whether a marker is nothing but a sign of a list, which stands before no other text. */
export function isSure({ text, value }: Marker): boolean {
  return value === undefined && !/^[-–—·]$/.test(text);
}
