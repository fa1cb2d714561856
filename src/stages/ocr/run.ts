import type { Raster } from '../../image/raster.ts';
import { MillraceError } from '../../model/errors.ts';
import type { PagePatch } from '../../model/document.ts';
import type { Page } from '../../model/page.ts';
import type { ConfigOf, StageRun, StageTask } from '../../model/stage.ts';
import { pageRaster } from '../../raster/page-raster.ts';
import { drawingDpi } from './drawing-dpi.ts';
import { engineOf } from './engine-of.ts';
import { readPageFacts } from './page-facts.ts';
import type { PageFacts } from './page-facts.ts';
import { readRaster } from './read-raster.ts';
import { readRegions } from './read-regions.ts';
import { routePage } from './route.ts';
import type { Decision } from './route.ts';
import { isSelected } from './selection.ts';
import { keepText, settleParts, settleReading } from './settle.ts';
import type { spec } from './spec.ts';

/** Most pixels that a page is drawn with: an A4 page at 600 dpi. */
const maxPixels = 35_000_000;

type Task = StageTask<ConfigOf<typeof spec>>;

/** Reads one page by the means that it needs. Throws `ocr.language-missing`, `ocr.failed`, or what drawing the page throws. */
export const run: StageRun<ConfigOf<typeof spec>> = async (task): Promise<PagePatch> => {
  const { file, config, document, page: number } = task;
  const page = document.pages[number - 1];
  if (page === undefined) throw new MillraceError('internal.unexpected', `page ${number} of ${document.pages.length}`);
  const facts = await readPageFacts(file, document.mediaType, page);
  const decision = routePage(facts, { mode: config.mode, selected: isSelected(number, config.pages) });
  tell(task, facts, decision);
  if (decision.means === 'native' || decision.means === 'blank') return keepText(decision, facts.metrics);
  const dpi = await drawingDpi(file, document.mediaType, number, config.dpi);
  const raster = await pageRaster(file, document.mediaType, number, { dpi, grey: true, maxPixels });
  const patch = await recognise(task, page, facts, decision, raster);
  return raster.findings.length === 0 ? patch : { ...patch, findings: [...raster.findings, ...(patch.findings ?? [])] };
};

async function recognise({ config }: Task, page: Page, { metrics }: PageFacts, decision: Decision, raster: Raster): Promise<PagePatch> {
  const engine = await engineOf(config);
  if (decision.means === 'ocr') return settleReading(page, decision, metrics, await readRaster(raster, engine, config.languages));
  return settleParts(page, decision, metrics, await readRegions(raster, decision.regions, engine, config.languages));
}

function tell({ note }: Task, { width, height, metrics }: PageFacts, { means, reasons, regions }: Decision): void {
  if (note === undefined) return;
  const numbers = Object.entries(metrics).map(([name, value]) => `${name} ${value}`);
  note({ kind: 'route', box: [0, 0, width, height], rule: `${means}: ${reasons.join(', ')}`, detail: numbers.join(', ') });
  for (const box of regions) note({ kind: 'image', box, accepted: true, rule: 'is read' });
}
