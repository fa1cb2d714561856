import type { Estimate, LabelEstimate } from '../learning/learn.ts';
import { counted } from '../report/counted.ts';
import { oneLine } from '../report/progress-line.ts';
import type { Labelled } from './labelled-folder.ts';

/** What `--json` prints. */
export interface Learned extends Estimate {
  format: 'millrace.learned/1';
  /** Where the model stands. */
  model: string;
  bytes: number;
  /** Folders whose names are no labels as they are. */
  renamed: readonly Labelled[];
  /** Documents that were not learned from, by the reason. */
  left_out: Readonly<Record<'failed' | 'duplicate' | 'blank' | 'surplus', number>>;
}

/** What `learn` tells a person. */
export function learnedText({ model, bytes, accuracy, folds, labels, renamed, left_out }: Learned): string {
  const documents = labels.reduce((total, label) => total + label.examples, 0);
  const right = labels.reduce((total, label) => total + label.right, 0);
  return [
    `Learned ${counted(labels.length, 'label')} from ${counted(documents, 'document')}: ${model} (${String(Math.ceil(bytes / 1024))} KB)`,
    ...renamed.map(({ folder, label }) => `The folder "${oneLine(folder, 100)}" is the label ${label}`),
    ...reasons.flatMap(([why, words]) => (left_out[why] > 0 ? [`Left out: ${counted(left_out[why], 'document')} ${words}`] : [])),
    '',
    `Of documents that were held out in turn (${String(folds)} parts), ${percent(accuracy)} were given their label (${String(right)} of ${String(documents)}):`,
    ...table(labels),
    '',
    `To use it, give the stage "classify" the option "model: ${model}".`,
  ].join('\n');
}

const reasons = [
  ['failed', 'that could not be read'],
  ['duplicate', 'that came twice'],
  ['blank', 'without a word'],
  ['surplus', 'more than a label needs'],
] as const satisfies readonly (readonly [keyof Learned['left_out'], string])[];

function table(labels: readonly LabelEstimate[]): string[] {
  const rows = labels.map(({ name, examples, right, taken_for }) => [
    name,
    `${String(right)} of ${String(examples)}`,
    taken_for.map((other) => `${String(other.examples)} taken for ${other.name}`).join(', '),
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(([name = '', right = '', taken = '']) => `  ${name.padEnd(widths[0] ?? 0)}  ${right.padStart(widths[1] ?? 0)}  ${taken}`.trimEnd());
}

const percent = (share: number): string => `${(share * 100).toFixed(share === 1 ? 0 : 1)} %`;
