import { writeFileSync } from 'node:fs';
import { cliPage } from './cli-page.ts';
import { catalog } from '../src/catalog.ts';
import { errorKinds } from '../src/model/errors.ts';
import { describeSink, describeStage, optionsOf } from '../src/pipeline/describe.ts';
import type { Described, Option } from '../src/pipeline/describe.ts';
import { pipelineOptions } from '../src/pipeline/options.ts';
import { problemKinds } from '../src/pipeline/problem.ts';
import { schemasOf } from '../src/pipeline/schema.ts';
import { routeMetrics } from '../src/stages/ocr/metrics.ts';
import { routeReasons } from '../src/stages/ocr/reasons.ts';

// Writes every file that says what the code says already, so that the two cannot come apart.

/** Each generated file, by its path in the checkout. */
export const generated: Readonly<Record<string, () => string | Promise<string>>> = {
  ...Object.fromEntries(Object.entries(schemasOf(catalog)).map(([what, schema]) => [schemaFile(what), () => `${JSON.stringify(schema, null, 2)}\n`])),
  'docs/stages.md': stagesPage,
  'docs/errors.md': errorsPage,
  'docs/routes.md': routesPage,
  'docs/cli.md': cliPage,
};

if (import.meta.main) {
  for (const [path, content] of Object.entries(generated)) writeFileSync(new URL(`../${path}`, import.meta.url), await content());
}

function schemaFile(what: string): string {
  return `pipelines/${what === 'pipeline' ? '' : `${what}.`}schema.json`;
}

function stagesPage(): string {
  return page(
    'Options of a pipeline',
    'What may stand in a pipeline file. Every option has a default but those marked *required*. `${NAME}` and `${NAME:-default}` take a value from the environment.',
    ['## Pipeline', optionTable(optionsOf(pipelineOptions)), '`source`, `stages` (*required*) and `sinks` are described below.'],
    ['## Source', 'Stands under `source:`.', optionTable(optionsOf(catalog.source))],
    [
      '## Stages',
      'Stand under `stages:`, in the order in which they run; a bare name stands for a stage with its defaults.',
      ...catalog.stages.map((spec) => section(describeStage(spec))),
    ],
    ['## Sinks', 'Stand under `sinks:`; one `json` sink if left out.', ...catalog.sinks.map((spec) => section(describeSink(spec)))],
  );
}

function section({ name, summary, version, reads, brings, options }: Described): string {
  const listed = (what: string, names: readonly string[]): string[] =>
    names.length > 0 ? [`${what} ${names.map((other) => `\`${other}\``).join(', ')}.`] : [];
  const facts = [`Version ${version}.`, ...listed('Reads', reads), ...listed('Where the pipeline leaves them out, brings along', brings)];
  return [`### ${name}`, summary.replaceAll('<', '&lt;'), facts.join(' '), optionTable(options)].join('\n\n');
}

function optionTable(options: readonly Option[]): string {
  const rows = options.map(({ name, type, required, default: byDefault, description }) => {
    const shown = required ? '*required*' : byDefault === undefined ? '' : `\`${byDefault}\``;
    return [`\`${name}\``, type, shown, description];
  });
  return table(['option', 'value', 'default', 'meaning'], rows);
}

function errorsPage(): string {
  const errors = Object.entries(errorKinds).map(([code, { class: kind, help, ...rest }]) => [
    `\`${code}\``,
    kind,
    'exit' in rest ? String(rest.exit) : '',
    help,
  ]);
  const problems = Object.entries(problemKinds).map(([code, help]) => [`\`${code}\``, help]);
  return page(
    'Errors',
    'Every error has a code that stays the same. The class says what a failure means for the next try: `permanent` failures are final, the others are tried again up to `max_retries` times; waits for who is `busy` are not counted.',
    [
      '## Codes',
      'The exit code is that of the program when the error ends it, instead of one document.',
      table(['code', 'class', 'exit', 'what it means and what to do'], errors),
    ],
    [
      '## Mistakes in pipeline files',
      'All of them are listed at once, each with its line and column; the program ends with 78.',
      table(['code', 'what it means'], problems),
    ],
  );
}

function routesPage(): string {
  const rows = (words: Readonly<Record<string, string>>): string[][] => Object.entries(words).map(([name, meaning]) => [`\`${name}\``, meaning]);
  return page(
    'Routes of pages',
    'The `ocr` stage decides for every page by what means it is read, and says why under `route` of the page: `method` is `text` (native), `ocr`, `mixed` or `blank`.',
    ['## Reasons', 'The one that decided comes first.', table(['reason', 'what became of the page, and why'], rows(routeReasons))],
    ['## Metrics', 'Which of them a page has depends on what had to be known.', table(['metric', 'meaning'], rows(routeMetrics))],
  );
}

function page(title: string, lead: string, ...sections: string[][]): string {
  return `${[`# ${title}`, '<!-- Written by scripts/generate.ts; change the code instead. -->', lead, ...sections.flat()].join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
