import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gramsOf } from '../learning/grams.ts';
import type { Example } from '../learning/example.ts';
import type { Labelled } from './labelled-folder.ts';

/** Documents of one label that are learned from; more of them take memory and tell nothing new. */
const mostExamples = 300;

export interface Examples {
  examples: Example[];
  /** Documents without a word. */
  blank: number;
  /** Documents beyond those that are learned from. */
  surplus: number;
}

/** What the results of a batch over a labelled folder say, label by label in the order of their file names. */
export function readExamples(results: string, labelled: readonly Labelled[]): Examples {
  const found: Examples = { examples: [], blank: 0, surplus: 0 };
  const labels = [...new Set(labelled.map(({ label }) => label))].sort();
  for (const label of labels) {
    const files = labelled.filter((one) => one.label === label).flatMap(({ folder }) => resultsBelow(join(results, folder)));
    const taken = spread(files);
    found.surplus += files.length - taken.length;
    for (const file of taken) {
      const grams = gramsOf(textOf(file));
      if (grams.size > 0) found.examples.push({ label, grams });
      else found.blank++;
    }
  }
  return found;
}

function resultsBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** All of them, or as many as are learned from, from the first to the last name at equal distances. */
function spread(files: readonly string[]): string[] {
  if (files.length <= mostExamples) return [...files];
  return Array.from({ length: mostExamples }, (_, at) => files[Math.floor((at * files.length) / mostExamples)] ?? '');
}

function textOf(file: string): string {
  const { pages } = JSON.parse(readFileSync(file, 'utf8')) as { pages: readonly { text: string }[] };
  return pages.map(({ text }) => text).join('\n');
}
