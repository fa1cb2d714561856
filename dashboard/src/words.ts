import type { Status } from './api.ts';

/** Signs beside the colour, for whoever does not see it. */
export const signs: Readonly<Record<Status, string>> = { pending: '○', processing: '◐', completed: '●', failed: '✕', cancelled: '–' };

/** `1.4 MB` */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${(bytes / 1_000 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step] ?? ''}`;
}

/** `2 min 5 s` */
export function span(seconds: number): string {
  if (seconds < 1) return `${String(Math.round(seconds * 1_000))} ms`;
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${String(minutes)} min ${String(Math.round(seconds % 60))} s`;
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

/** `about 20 s, at most 45 s` */
export function eta(p50: number | null, p90: number | null): string {
  return p50 === null || p90 === null ? '' : `about ${span(p50)}, nine times of ten under ${span(p90)}`;
}

export const clockTime = (iso: string): string => new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export const dayTime = (iso: string): string => new Date(iso).toLocaleString([], { dateStyle: 'short', timeStyle: 'medium' });

export const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
