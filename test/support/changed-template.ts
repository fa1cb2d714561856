import { mkdir, writeFile } from 'node:fs/promises';
import { madePdf } from './made-pdf.ts';
import { readLedger } from './ledger-copy.ts';
import type { AttemptRow } from './ledger-copy.ts';
import type { Workspace } from './workspace.ts';

/** The default pipeline with a template of the vendor that all documents are from. */
export const templatePipeline = `name: documents
source:
  watch: ../watch
stages:
  - identify
  - einvoice
  - text
  - ocr
  - tables
  - furniture
  - form
  - classify
  - use: fields
    templates: [../weir.yaml]
sinks:
  - use: json
    folder: ../results
`;

/** Writes so many invoices of one vendor into the folder `docs`; no two are alike. */
export async function writeInvoices(place: Workspace, count: number): Promise<void> {
  await mkdir(place.at('docs'));
  for (let i = 0; i < count; i++) {
    const lines = [
      'Weir Works Ltd',
      '4 Weir Lane',
      '',
      'Invoice',
      `Reference: WW-${10_000 + i}`,
      'Date: 2026-03-01',
      '',
      `Sluice gates ${i}.00`,
      `Total EUR ${i}.00`,
    ];
    await writeFile(place.at('docs', `${i}.pdf`), madePdf([lines]));
  }
}

/** The template, with the pattern by which it reads the number. */
export async function writeTemplate(place: Workspace, pattern: string): Promise<void> {
  const yaml = `issuer: Weir Works Ltd\nkeywords: [Weir Works Ltd]\nfields:\n  invoice_number: '${pattern}'\n`;
  await writeFile(place.at('weir.yaml'), yaml);
}

/** Attempts that a run has made, by what they were for; those up to `seen` were made before it. */
export async function attemptsAfter(place: Workspace, seen: number): Promise<{ byStage: Record<string, number>; last: number }> {
  const attempts: AttemptRow[] = (await readLedger(place.at('.millrace')))?.attempts ?? [];
  const byStage: Record<string, number> = {};
  for (const { id, stage } of attempts) if (id > seen) byStage[stage] = (byStage[stage] ?? 0) + 1;
  return { byStage, last: attempts.at(-1)?.id ?? 0 };
}
