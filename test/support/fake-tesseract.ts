import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from './temp-folder.ts';

export interface FakeTerms {
  version?: string;
  languages?: readonly string[];
  /** What it does when it is given a picture, in the words of a shell; `$@` is what it was called with. */
  reads?: string;
}

/** A program that answers questions as the native tesseract does, and does as it is told with pictures. Returns its path. */
export function fakeTesseract({ version = '5.3.0', languages = ['eng'], reads = 'cat >/dev/null' }: FakeTerms = {}): string {
  const folder = tempFolder();
  const data = join(folder, 'tessdata');
  mkdirSync(data);
  for (const language of languages) writeFileSync(join(data, `${language}.traineddata`), `data of ${language}`);
  const program = join(folder, 'tesseract');
  const listing = [`List of available languages in "${data}/" (${languages.length}):`, ...languages].join('\n');
  writeFileSync(
    program,
    `#!/bin/sh\ncase "$1" in\n--version) echo 'tesseract ${version}'; echo ' leptonica-1.82.0';;\n--list-langs) echo '${listing}';;\n*) ${reads};;\nesac\n`,
  );
  chmodSync(program, 0o755);
  return program;
}
