import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Equipment } from '../../../model/stage.ts';

/** Where packages put it. A worker knows no PATH, and a folder that anybody may write to is no place to find programs in. */
const folders = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/opt/local/bin'];

/** One thread: on two processors, two threads a page take three times as long. The language of messages is fixed, because some are read. */
export const environment = { OMP_THREAD_LIMIT: '1', LC_ALL: 'C' };

/** Older ones know neither the threshold nor the form of output that is asked for. */
const oldestVersion = 5;

/** Full path of the program that is named, or of the one that is installed; undefined when there is none. */
export function findTesseract(named: string | undefined): string | undefined {
  return (named === undefined ? folders.map((folder) => join(folder, 'tesseract')) : [named]).find(isExecutable);
}

/** The version of the native program and what its language data are: the same ones give the same words. */
export function equipTesseract(named: string | undefined, languages: readonly string[]): Equipment {
  const program = findTesseract(named);
  if (program === undefined) return { missing: [{ option: named === undefined ? 'engine' : 'program', message: notFound(named) }] };
  const version = /^tesseract v?(\d+)\.\S+/m.exec(say(program, '--version'));
  if (version === null || Number(version[1]) < oldestVersion) {
    const message = `${program} is not tesseract ${oldestVersion} or newer, but ${version?.[0] ?? 'some other program'}`;
    return { missing: [{ option: named === undefined ? 'engine' : 'program', message }] };
  }
  const [, folder = '', listed = ''] = /^List of available languages in "(.*)".*$([^]*)/m.exec(say(program, '--list-langs')) ?? [];
  const installed = listed.split(/\s+/);
  const lacking = languages.filter((language) => !installed.includes(language));
  if (lacking.length > 0) return { missing: lacking.map((language) => ({ option: 'languages', message: notInstalled(language, folder) })) };
  return {
    found: { tesseract: version[0].slice('tesseract '.length), ...Object.fromEntries(languages.map((name) => [name, digestOf(folder, name)])) },
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function notFound(named: string | undefined): string {
  return named === undefined
    ? `The program tesseract is in none of ${folders.join(', ')}; install it (Debian: "apt install tesseract-ocr", macOS: "brew install tesseract"), or name its path by "program"`
    : `There is no program ${named}`;
}

function notInstalled(language: string, folder: string): string {
  const debian = `tesseract-ocr-${language.toLowerCase().replaceAll('_', '-')}`;
  return `The native tesseract has no "${language}"; install it (Debian: "apt install ${debian}"), or put ${language}.traineddata into ${folder}`;
}

/** A program that fails or hangs has said nothing. Releases differ in whether they answer on the one channel or the other. */
function say(program: string, question: string): string {
  try {
    return execFileSync(program, [question], {
      env: environment,
      timeout: 10_000,
      maxBuffer: 1_000_000,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

/** Packages give new data the old name. */
function digestOf(folder: string, language: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, `${language}.traineddata`)))
    .digest('hex');
}
