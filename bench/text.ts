/**
 * Reads PDFs with identify and text in this process, writes results, and compares the time with bare pdf.js on the same pages:
 * `node bench/text.ts <folder or file…> [--out DIR] [--compare]`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { foldDocument } from '../src/model/document.ts';
import type { SourceFile, StageOutput } from '../src/model/document.ts';
import { asMillraceError } from '../src/model/errors.ts';
import { stageFailure } from '../src/model/finding.ts';
import { run as identify } from '../src/stages/identify/run.ts';
import { spec } from '../src/stages/identify/spec.ts';
import { run as readText } from '../src/stages/text/run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, compare: { type: 'boolean' }, rounds: { type: 'string', default: '1' } },
});
const files = positionals
  .flatMap((path) => (statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]))
  .filter((path) => /\.pdf$/i.test(path));
if (values.out !== undefined) mkdirSync(values.out, { recursive: true });
const sources = files.map((path): SourceFile => {
  const bytes = readFileSync(path);
  return { path, filename: basename(path), sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, passwords: [] };
});

for (let round = 0; round < Number(values.rounds); round++) {
  if (values.compare === true) await timed('bare pdf.js', () => each(sources, bare));
  await timed('millrace', () => each(sources, millrace));
}

async function timed(what: string, work: () => Promise<number>): Promise<void> {
  const start = performance.now();
  const before = process.cpuUsage();
  const pages = await work();
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(before);
  console.log(
    `${what}: ${pages} pages in ${seconds.toFixed(2)} s, ${(pages / seconds).toFixed(1)} pages/s, ${((used.user + used.system) / 1e6).toFixed(2)} s of CPU`,
  );
}

async function each(list: SourceFile[], work: (file: SourceFile) => Promise<number>): Promise<number> {
  let pages = 0;
  for (const file of list) pages += await work(file);
  return pages;
}

async function bare(file: SourceFile): Promise<number> {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(readFileSync(file.path)),
    verbosity: 0,
    cMapUrl: `${root}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${root}/standard_fonts/`,
  });
  let pages = 0;
  try {
    const document = await task.promise;
    for (; pages < document.numPages; pages++) {
      const page = await document.getPage(pages + 1);
      await page.getTextContent();
      page.cleanup();
    }
  } catch {
    // What cannot be read takes no time in either.
  }
  await task.destroy();
  return pages;
}

async function millrace(file: SourceFile): Promise<number> {
  const outputs: StageOutput[] = [];
  try {
    const config = spec.config.parse({});
    outputs.push({ page: 0, patch: await identify({ file, config, document: foldDocument([]), page: 0 }) });
    const document = foldDocument(outputs);
    for (let page = 1; page <= document.metadata.page_count; page++) {
      try {
        outputs.push({ page, patch: await readText({ file, config: {}, document, page }) });
      } catch (error) {
        outputs.push({ page, patch: { findings: [stageFailure('text', page, asMillraceError(error))] } });
      }
    }
  } catch (error) {
    console.log(`${file.filename}: ${asMillraceError(error).code} ${asMillraceError(error).message}`);
    return 0;
  }
  const document = foldDocument(outputs);
  if (values.out !== undefined) {
    const source = { filename: file.filename, sha256: file.sha256, bytes: file.bytes, media_type: document.mediaType };
    writeFileSync(join(values.out, `${file.filename}.json`), JSON.stringify({ format: 'millrace.result/1', source, ...document }));
  }
  return document.pages.length;
}
