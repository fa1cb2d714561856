import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Equipment } from '../../model/stage.ts';

const resolve = createRequire(import.meta.url).resolve;

/** The folder in the package of a language that holds its data for tesseract.js; undefined when the package is not installed. */
export function languageFolder(language: string): string | undefined {
  const folder = packageFolder(`@tesseract.js-data/${language}`);
  return folder && join(folder, '4.0.0_best_int');
}

/** Language data comes from packages alone: nothing is fetched while documents are read. */
export function equipTesseractJs(languages: readonly string[]): Equipment {
  const lacking = languages.filter((language) => languageFolder(language) === undefined);
  if (lacking.length > 0) return { missing: lacking.map((language) => ({ option: 'languages', message: notInstalled(language) })) };
  const packages = ['tesseract.js', ...languages.map((language) => `@tesseract.js-data/${language}`)];
  return { found: Object.fromEntries(packages.map((name) => [name, versionOf(name)])) };
}

function notInstalled(language: string): string {
  return `The language "${language}" is not installed: npm install @tesseract.js-data/${language}`;
}

function versionOf(name: string): string {
  const text = readFileSync(join(packageFolder(name) ?? '', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
