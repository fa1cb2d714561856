import type { RunFigures } from './run-figures.ts';

export interface LastFailure {
  filename: string;
  code: string;
  message: string;
}

/** One line that says how far a batch is; `complete` once all of its files are known. */
export function progressLine(figures: RunFigures, complete: boolean): string {
  const seconds = figures.elapsed() / 1000;
  const rate = figures.pages / Math.max(seconds, 0.001);
  const left = figures.files - figures.ended;
  const eta = complete && figures.ended > 0 && left > 0 ? ` · ETA ${duration((left * seconds) / figures.ended)}` : '';
  return `${String(figures.ended)}/${String(figures.files)}${complete ? '' : '+'} done · ${String(figures.failed)} failed · ${rate.toFixed(1)} pages/s${eta}`;
}

/** `75` becomes `1m15s`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${String(whole)}s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${String(minutes)}m${String(whole % 60).padStart(2, '0')}s`
    : `${String(Math.floor(minutes / 60))}h${String(minutes % 60).padStart(2, '0')}m`;
}

/** A name or message of a document, fit for one line of a terminal: no control character of it is obeyed. */
export function oneLine(text: string, width: number): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
  return plain.length > width ? `${plain.slice(0, Math.max(0, width - 1))}…` : plain;
}
