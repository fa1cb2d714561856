import { createLogUpdate } from 'log-update';
import type { Event } from '../model/events.ts';
import { oneLine, progressLine } from './progress-line.ts';
import type { LastFailure } from './progress-line.ts';
import type { RunFigures } from './run-figures.ts';

export interface ProgressView {
  listen(event: Event): void;
  /** All files of the batch are known by now. */
  complete(): void;
  /** Shows how far things are; called in regular steps. */
  tick(): void;
  end(): void;
}

const failuresShown = 3;

/** On a terminal one line that is redrawn, above the last failures; elsewhere a line at each tick. */
export function progressView(stream: NodeJS.WriteStream, figures: RunFigures, columns: number, redraw: boolean): ProgressView {
  const update = redraw ? createLogUpdate(stream, { showCursor: true }) : undefined;
  const failures: LastFailure[] = [];
  let complete = false;
  let last = '';
  const show = (): void => {
    const line = progressLine(figures, complete);
    if (update === undefined) {
      if (line !== last) stream.write(`${line}\n`);
      last = line;
      return;
    }
    update([line, ...failures.map((failure) => oneLine(`  ✗ ${failure.filename}: ${failure.message} (${failure.code})`, columns))].join('\n'));
  };
  return {
    listen(event) {
      if (event.type !== 'job.failed') return;
      failures.push({ filename: event.filename, code: event.error.code, message: event.error.message });
      if (failures.length > failuresShown) failures.shift();
    },
    complete() {
      complete = true;
    },
    tick: show,
    end() {
      show();
      update?.done();
    },
  };
}
