// Who may import whom. The table is the design: a folder (or a file of src) → the others that it may import; every line becomes a rule.
// Stages and sinks are told apart by their folder, since they do not know each other.

const mayImport = {
  'src/model/': [],
  'src/rx/': ['src/model/'],
  // What lines of a page make together, however they were read.
  'src/layout/': ['src/model/'],
  // What can be told of words by their letters, whatever the language.
  'src/language/': [],
  'src/image/': ['src/model/'],
  'src/pdf/': ['src/model/', 'src/image/'],
  // A page of whatever kind as pixels.
  'src/raster/': ['src/model/', 'src/pdf/', 'src/image/'],
  // Services that are asked over HTTP.
  'src/service/': ['src/model/'],
  // E-invoices as data.
  'src/einvoice/': ['src/model/', 'src/values/'],
  // What files of pipelines/types/ may say.
  'src/document-type/': ['src/model/'],
  // Values known by their notation: amounts, dates, account numbers.
  'src/values/': ['src/model/'],
  // Fields of several origins as one: who outranks whom, what must add up.
  'src/fields/': ['src/model/', 'src/values/', 'src/document-type/'],
  // Labels learned from examples.
  'src/learning/': ['src/model/'],
  // Templates of vendors: schema, matching, parsers.
  'src/templates/': ['src/model/', 'src/values/', 'src/layout/'],
  'src/stages/([^/]+)/': [
    'src/model/',
    'src/document-type/',
    'src/values/',
    'src/fields/',
    'src/templates/',
    'src/learning/',
    'src/einvoice/',
    'src/layout/',
    'src/service/',
    'src/language/',
    'src/pdf/',
    'src/image/',
    'src/raster/',
  ],
  'src/source/': ['src/model/', 'src/rx/'],
  'src/sink/([^/]+)/': ['src/model/', 'src/layout/', 'src/pdf/', 'src/image/', 'src/raster/'],
  'src/disk/': [],
  'src/admission/': ['src/model/', 'src/rx/', 'src/disk/'],
  'src/pipeline/': ['src/model/'],
  'src/store/': ['src/model/'],
  // The way of one job: a later step may know an earlier one.
  'src/processing/': ['src/model/', 'src/rx/', 'src/admission/', 'src/pipeline/'],
  'src/publish/': ['src/model/', 'src/processing/', 'src/pipeline/', 'src/disk/'],
  'src/workers/': ['src/model/', 'src/rx/'],
  // The entry of a worker process, which alone loads what opens documents.
  'src/workers/child.ts': ['src/model/', 'src/workers/', 'src/pdf/'],
  'src/engine/': ['src/model/', 'src/rx/'],
  'src/report/': ['src/model/', 'src/rx/'],
  'src/http/': ['src/model/', 'src/rx/'],
  // Cases of test files against results.
  'src/testing/': ['src/model/', 'src/pipeline/'],
  // The daemon as its HTTP server sees it.
  'src/daemon-api.ts': ['src/model/', 'src/http/', 'src/report/', 'src/publish/result-path.ts'],
  'src/catalog.ts': ['src/model/', 'src/stages/[^/]+/spec.ts', 'src/sink/[^/]+/spec.ts', 'src/source/spec.ts'],
  'src/flow.ts': ['src/model/', 'src/rx/', 'src/admission/', 'src/processing/', 'src/publish/'],
  'src/cli/': ['src/model/', 'src/daemon.ts', 'src/catalog.ts', 'src/pipeline/', 'src/layout/', 'src/report/', 'src/testing/', 'src/learning/'],
  'src/main.ts': ['src/model/', 'src/cli/'],
  'src/index.ts': ['src/model/'],
};

// The one folder that a library belongs to.
const owners = {
  'pdfjs-dist': 'src/pdf/',
  sharp: 'src/image/',
  '@napi-rs/canvas': 'src/image/',
  'tesseract.js': 'src/stages/ocr/',
  'csv-stringify': 'src/sink/csv/',
  '@cantoo/pdf-lib': 'src/sink/searchable-pdf/',
  chokidar: 'src/source/',
  picomatch: 'src/source/',
  'better-sqlite3': 'src/store/',
  'fast-xml-parser': 'src/einvoice/',
  'fast-xml-validator': 'src/einvoice/',
  fastify: 'src/http/',
  'prom-client': 'src/http/',
  pino: 'src/report/',
  'pino-pretty': 'src/report/',
  'log-update': 'src/report/',
  yargs: '(src/main.ts|src/cli/)',
  yaml: 'src/pipeline/',
  'fastest-levenshtein': 'src/pipeline/',
  re2js: 'src/templates/',
  ibantools: 'src/values/',
  'zxing-wasm': 'src/stages/barcodes/',
  zod: '(src/document-type/|src/(learning|templates)/[a-z]+-options.ts|src/http/|src/model/|src/pipeline/|src/catalog.ts|src/(stages|sink)/[^/]+/(spec|[a-z]+-options).ts|src/source/spec.ts)',
};

const literal = (path) => path.replaceAll('.ts', '\\.ts');
const start = (path) => `^${literal(path)}`;
const nameOf = (path) => path.replace(/^src\/|\/$|\/\(.*$|\.ts$/g, '').replace('/', '-');
// Lines of the table for a part of this folder, which stand for that part alone.
const narrower = (folder) => Object.keys(mayImport).filter((path) => path !== folder && path.startsWith(folder));

const directions = Object.entries(mayImport).map(([from, to]) => ({
  name: `direction-${nameOf(from)}`,
  severity: 'error',
  comment: `${from} may import only itself and: ${to.join(' ') || 'nothing'}`,
  from: { path: start(from), pathNot: narrower(from).map(start) },
  to: { path: '^src/', pathNot: [...to.map(start), start(from).replace('([^/]+)', '$1')] },
}));

const libraryOwners = Object.entries(owners).map(([library, owner]) => ({
  name: `owner-${library}`,
  severity: 'error',
  comment: `${library} is imported by ${owner} alone`,
  from: { path: '^src/', pathNot: start(owner) },
  to: { path: `node_modules/(@types/)?${library}/` },
}));

export default {
  forbidden: [
    ...directions,
    ...libraryOwners,
    {
      name: 'untabled',
      severity: 'error',
      comment: 'a new folder needs a line in the table (daemon.ts, the composition root, may import everything but what starts it)',
      from: { path: '^src/', pathNot: [...Object.keys(mayImport).map(start), '^src/daemon\\.ts$'] },
      to: {},
    },
    {
      name: 'daemon-below-cli',
      severity: 'error',
      comment: 'the composition root does not know who starts it',
      from: { path: '^src/daemon\\.ts$' },
      to: { path: '^src/(main\\.ts|cli/|index\\.ts)' },
    },
    {
      name: 'model-runs-without-libraries',
      severity: 'error',
      comment: 'the words may use the types of zod and rxjs, and run without any library',
      from: { path: '^src/model/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-composition-root',
      severity: 'error',
      comment: 'only daemon.ts puts the ledger, the worker host and the engine together; others take the ports of src/model',
      from: { path: '^src/', pathNot: '^src/(daemon\\.ts|store/|workers/|engine/)' },
      to: { path: '^src/(store/|workers/|engine/)' },
    },
    {
      name: 'spec-without-run',
      severity: 'error',
      comment: 'what is known of a stage or a sink is known without loading its code',
      from: { path: '/spec\\.ts$' },
      to: { path: '/(run|render)\\.ts$', reachable: true },
    },
    {
      name: 'daemon-parses-nothing',
      severity: 'error',
      comment: 'nothing that main.ts can reach opens a document: that is for worker processes',
      from: { path: '^src/main\\.ts$' },
      to: { path: '^src/(pdf|image|raster)/|node_modules/(pdfjs-dist|tesseract\\.js|sharp|@napi-rs/canvas|@cantoo/pdf-lib)/', reachable: true },
    },
    { name: 'no-cycle', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'a file that nothing imports and that imports nothing is forgotten, or should be deleted',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    { name: 'no-test-in-src', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench|scripts)/' } },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      comment: 'whoever installs the package does not get devDependencies; types are gone by then',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: a direction is about what one has to know, not only about what is loaded.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.js'] },
  },
};
