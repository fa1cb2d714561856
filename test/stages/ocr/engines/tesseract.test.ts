import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tesseract } from '../../../../src/stages/ocr/engines/tesseract.ts';
import { fakeTesseract } from '../../../support/fake-tesseract.ts';
import { tempFolder } from '../../../support/temp-folder.ts';

const raster = { width: 20, height: 10, channels: 1 as const, data: new Uint8Array(200).fill(255), dpi: 149.6 };
const options = { languages: ['eng', 'deu'], segmentation: 'block' as const };
const empty = 'level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext';
const read = (reads: string) => tesseract(fakeTesseract({ reads })).recognise(raster, options);

// With more threads than one, two pages at once take three times as long as one after the other.
test('the program gets the picture through a pipe, one thread, the resolution, the languages, and nothing of our environment', async () => {
  const seen = tempFolder();
  expect(await read(`cat >${seen}/picture; echo "$@" >${seen}/called; env >${seen}/env; printf '${empty}\\n'`)).toEqual([]);
  const [called, env, picture] = ['called', 'env', 'picture'].map((name) => readFileSync(join(seen, name), 'latin1'));
  expect(called).toBe('stdin stdout --dpi 150 --psm 6 --oem 1 -l eng+deu -c thresholding_method=2 -c tessedit_create_tsv=1\n');
  expect(picture).toBe(`P5\n20 10\n255\n${'\xff'.repeat(200)}`);
  expect(env).toContain('OMP_THREAD_LIMIT=1');
  expect(env).not.toMatch(/^(HOME|USER|NODE_\w+)=/m);
});

test.each([
  ['gives up, with what it said of it', 'cat >/dev/null; echo "Image too small" >&2; exit 1', { code: 'ocr.failed', cause: 'Image too small' }],
  ['gives up before it has read the picture', 'echo early >&2; exit 1', { code: 'ocr.failed', cause: 'early' }],
  ['is killed', 'cat >/dev/null; kill -9 $$', { code: 'ocr.crashed', message: 'Tesseract was ended by SIGKILL' }],
  ['crashes', 'cat >/dev/null; kill -SEGV $$', { code: 'ocr.crashed' }],
  ['answers something else', 'cat >/dev/null; echo hello', { code: 'ocr.failed' }],
  ['answers nothing', 'cat >/dev/null', { code: 'ocr.failed' }],
  ['answers without end', 'yes "some words"', { code: 'ocr.failed', message: 'Tesseract answered more than 33554432 bytes' }],
  ['complains without end', `cat >/dev/null; yes complaint | head -c 9000000 >&2; printf '${empty}\\n'; exit 1`, { code: 'ocr.failed' }],
])('a program that %s', async (_what, reads, error) => {
  await expect(read(reads)).rejects.toMatchObject(error);
});

// It is upgraded under a daemon that runs for months.
test('a program that has gone is missed, and may come back', async () => {
  await expect(tesseract(join(tempFolder(), 'tesseract')).recognise(raster, options)).rejects.toMatchObject({
    code: 'ocr.program-missing',
    class: 'transient',
  });
});
