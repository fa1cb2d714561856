import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const checkout = resolve(import.meta.dirname, '../..');

const owned = [
  'pdfjs-dist',
  'chokidar',
  'better-sqlite3',
  'pino',
  'pino-pretty',
  'yargs',
  'yaml',
  'picomatch',
  'log-update',
  'fastest-levenshtein',
  'zod',
  'fastify',
  'fast-xml-parser',
  'fast-xml-validator',
  'prom-client',
  'sharp',
  '@napi-rs/canvas',
  'tesseract.js',
  're2js',
  'ibantools',
  'zxing-wasm',
  'csv-stringify',
  '@cantoo/pdf-lib',
];

const folders = [
  'rx',
  'disk',
  'image',
  'pdf',
  'admission',
  'pipeline',
  'store',
  'publish',
  'processing',
  'workers',
  'engine',
  'report',
  'http',
  'layout',
  'language',
  'raster',
  'service',
  'einvoice',
  'document-type',
  'values',
  'fields',
  'templates',
  'learning',
  'testing',
];

/** Files with a breach each: the rule, the file that breaks it, what it must not reach, and its source. */
const planted: [rule: string, file: string, target: string, source: string][] = [
  ['direction-model', 'src/model/leaf.ts', 'src/rx/gate.ts', `import '../rx/gate.ts';`],
  ['direction-stages', 'src/stages/text/near.ts', 'src/stages/ocr/spec.ts', `import '../ocr/spec.ts';`],
  ['direction-source', 'src/source/folder.ts', 'src/sink/json/spec.ts', `import '../sink/json/spec.ts';`],
  ['direction-sink', 'src/sink/csv/near.ts', 'src/sink/json/spec.ts', `import '../json/spec.ts';`],
  ['direction-sink', 'src/sink/far/render.ts', 'src/store/ledger.ts', `import '../../store/ledger.ts';`],
  ['one-composition-root', 'src/sink/far/render.ts', 'src/store/ledger.ts', `import '../../store/ledger.ts';`],
  ['direction-flow', 'src/flow.ts', 'src/workers/host.ts', `import type { Host } from './workers/host.ts';\nexport type Flow = Host;`],
  ['one-composition-root', 'src/flow.ts', 'src/workers/host.ts', `import type { Host } from './workers/host.ts';\nexport type Flow = Host;`],
  ['direction-cli', 'src/cli/read.ts', 'src/pdf/open.ts', `import '../pdf/open.ts';`],
  ['direction-catalog', 'src/catalog.ts', 'src/stages/tables/run.ts', `import './stages/tables/run.ts';`],
  ['direction-index', 'src/index.ts', 'src/rx/gate.ts', `import './rx/gate.ts';`],
  ['direction-main', 'src/main.ts', 'src/daemon.ts', `import './daemon.ts';\nawait import('./cli/read.ts');`],
  ['direction-workers-child', 'src/workers/child.ts', 'src/rx/gate.ts', `import '../rx/gate.ts';\nimport '../pdf/open.ts';`],
  ['direction-daemon-api', 'src/daemon-api.ts', 'src/cli/run.ts', `import './cli/run.ts';`],
  ['untabled', 'src/elsewhere/new.ts', 'src/model/page.ts', `import '../model/page.ts';`],
  ['daemon-below-cli', 'src/daemon.ts', 'src/cli/run.ts', `import './cli/run.ts';`],
  ['model-runs-without-libraries', 'src/model/stream.ts', 'node_modules/rxjs/', `import { of } from 'rxjs';\nexport const one = of(1);`],
  ['spec-without-run', 'src/stages/tables/spec.ts', 'src/stages/tables/run.ts', `import './between.ts';`],
  ['daemon-parses-nothing', 'src/main.ts', 'src/pdf/open.ts', `import './daemon.ts';\nawait import('./cli/read.ts');`],
  ['no-cycle', 'src/image/a.ts', 'src/image/b.ts', `import './b.ts';`],
  ['no-orphan', 'src/image/alone.ts', 'src/image/alone.ts', `export const alone = 1;`],
  ['no-test-in-src', 'src/publish/cheat.ts', 'test/support/fake.ts', `import '../../test/support/fake.ts';`],
  ['no-dev-dependency-in-src', 'src/publish/check.ts', 'node_modules/fast-check/', `import 'fast-check';`],
  ['no-unresolvable', 'src/publish/gone.ts', './nowhere.ts', `import './nowhere.ts';`],
  ...folders.map((folder): (typeof planted)[number] => [
    `direction-${folder}`,
    `src/${folder}/upwards.ts`,
    'src/cli/run.ts',
    `import '../cli/run.ts';`,
  ]),
  ...owned.map((library): (typeof planted)[number] => [
    `owner-${library}`,
    `src/publish/${library.replace('/', '-')}.ts`,
    `node_modules/${library}/`,
    `import { x } from '${library}';\nexport const y = x;`,
  ]),
];

/** What the breaches need around them, innocent itself. */
const around: Record<string, string> = {
  'src/model/page.ts': `import type { ZodObject } from 'zod';\nimport type { Observable } from 'rxjs';\nexport type Page = Observable<ZodObject>;`,
  'src/rx/gate.ts': `import '../model/page.ts';`,
  'src/stages/ocr/spec.ts': `import '../../model/page.ts';`,
  'src/stages/tables/between.ts': `import './run.ts';`,
  'src/stages/tables/run.ts': `import '../../pdf/open.ts';`,
  'src/sink/json/spec.ts': `import '../../model/page.ts';`,
  'src/store/ledger.ts': `import 'better-sqlite3';`,
  'src/workers/host.ts': `import '../model/page.ts';\nexport type Host = string;`,
  'src/cli/run.ts': `import '../model/page.ts';`,
  'src/pdf/open.ts': `import 'pdfjs-dist/legacy/build/pdf.mjs';`,
  'src/image/b.ts': `import './a.ts';`,
  'test/support/fake.ts': `export const fake = 1;`,
};

const trees: string[] = [];
let found: { status: number | null; lines: string[] };

beforeAll(() => {
  found = check({ ...around, ...Object.fromEntries(planted.map(([, file, , source]) => [file, source])) });
});

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

test.each(planted)('%s fires on %s when it reaches %s', (rule, file, target) => {
  expect(found.lines.filter((line) => line.startsWith(`${rule}: ${file} → `) && line.includes(target))).not.toEqual([]);
  expect(found.status).toBe(1);
});

// Catches: a new rule, or a new line of the table, that has never been seen to fire.
test('every rule has a planted breach', async () => {
  const { default: config } = (await import(join(checkout, '.dependency-cruiser.js'))) as { default: { forbidden: { name: string }[] } };
  expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(config.forbidden.map(({ name }) => name)));
});

test('innocent imports are not reported', () => {
  const innocent = [
    'src/rx/gate.ts',
    'src/stages/ocr/spec.ts',
    'src/sink/json/spec.ts',
    'src/store/ledger.ts',
    'src/model/page.ts',
    'src/pdf/open.ts',
    'src/workers/host.ts',
  ];
  expect(found.lines.filter((line) => innocent.some((file) => line.includes(`: ${file} →`)))).toEqual([]);
});

// Catches: a checker that sees no modules (wrong compiler, moved folder) and is therefore content.
test('a check that sees no imports fails', () => {
  const blind = check({ 'src/readme.md': 'nothing', 'test/elsewhere.ts': 'export const elsewhere = 1;' });
  expect(blind).toEqual({ status: 1, lines: ['the checker saw no imports in src: it is blind, not content', ''] });
});

function check(files: Record<string, string>): typeof found {
  const tree = mkdtempSync(join(tmpdir(), 'millrace-imports-'));
  trees.push(tree);
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), source);
  }
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.js']) copyFileSync(join(checkout, file), join(tree, file));
  symlinkSync(join(checkout, 'node_modules'), join(tree, 'node_modules'));
  const { status, stderr } = spawnSync(process.execPath, [join(checkout, 'scripts/imports.ts')], {
    cwd: tree,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(checkout, 'node_modules/.bin')}:${process.env.PATH ?? ''}` },
  });
  return { status, lines: stderr.split('\n') };
}
