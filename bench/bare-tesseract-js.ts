import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM } from 'tesseract.js';

// What a sensible user of tesseract.js alone would write: one worker, kept for all pictures of a folder, words with their boxes. Prints the number of pages.
const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
const [folder = '.'] = process.argv.slice(2);
const worker = await createWorker('eng', OEM.LSTM_ONLY, { langPath: join(data, '4.0.0_best_int'), gzip: true, cacheMethod: 'none' });
let pages = 0;
for (const name of readdirSync(folder).filter((file) => file.endsWith('.pgm'))) {
  const { data: page } = await worker.recognize(readFileSync(join(folder, name)), {}, { text: true, blocks: true });
  if (page.blocks !== null) pages++;
}
await worker.terminate();
console.log(pages);
