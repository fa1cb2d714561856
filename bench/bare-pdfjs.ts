import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

// What a sensible user of pdf.js alone would write: every document opened once, the text content of every page. Prints the number of pages.
const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const [folder = '.'] = process.argv.slice(2);
const files = statSync(folder).isDirectory()
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  : [folder];
let pages = 0;
for (const path of files.filter((name) => /\.pdf$/i.test(name)).sort()) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(path)),
    verbosity: 0,
    cMapUrl: `${root}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${root}/standard_fonts/`,
    wasmUrl: `${root}/wasm/`,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      await page.getTextContent();
      page.cleanup();
      pages++;
    }
  } catch {
    // What cannot be read takes next to no time in either.
  }
  await task.destroy();
}
console.log(pages);
