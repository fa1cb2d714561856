import { errorKinds } from '../model/errors.ts';
import type { Spending } from '../model/usage.ts';
import type { BatchReport } from './batch-report.ts';
import { oneLine } from './progress-line.ts';

/** The report as a person reads it. */
export function reportMarkdown(report: BatchReport): string {
  const { counts } = report;
  return [
    '# Batch report',
    '',
    table(
      ['', ''],
      [
        ['files', counts.total + report.unfinished],
        ['completed', counts.completed],
        ['failed', counts.failed],
        ['duplicate', counts.duplicate],
        ['cancelled', counts.cancelled],
        ['unfinished', report.all_found ? report.unfinished : `${String(report.unfinished)}, and files that were not found yet`],
        ['ignored', report.ignored],
        ['pages', report.pages],
        ['size', `${(report.bytes / 1e6).toFixed(1)} MB`],
        ['time', `${report.wall_seconds.toFixed(1)} s`],
        ['throughput', `${report.pages_per_second.toFixed(1)} pages/s, ${report.documents_per_second.toFixed(1)} documents/s`],
        ['retries', report.retries],
        ['peak memory', `${(report.peak_memory / 1e6).toFixed(0)} MB`],
      ],
    ),
    ...section(
      'Stages',
      table(
        ['stage', 'tasks', 'p50', 'p95', 'total'],
        report.stages.map((s) => [s.stage, s.tasks, `${s.p50.toFixed(3)} s`, `${s.p95.toFixed(3)} s`, `${s.total.toFixed(1)} s`]),
      ),
      report.stages.length,
    ),
    ...section('Language models', spendings(report.usage), report.usage.requests),
    ...section(
      'Failures',
      report.failures
        .map(
          ({ code, count, files }) =>
            `### ${code} (${String(count)})\n\n${errorKinds[code].help}\n\n${files.map((file) => `- ${inline(file)}`).join('\n')}`,
        )
        .join('\n\n'),
      report.failures.length,
    ),
    ...section(
      'Slowest',
      table(
        ['file', 'seconds'],
        report.slowest.map((s) => [inline(s.filename), s.seconds.toFixed(2)]),
      ),
      report.slowest.length,
    ),
    ...section(
      'Duplicates',
      report.duplicates.map((d) => `- ${inline(d.path)} has the content of job ${d.job}`).join('\n'),
      report.duplicates.length,
    ),
    ...section('Not taken', report.missed.map(({ path, reason }) => `- ${inline(path)}: ${inline(reason)}`).join('\n'), report.missed.length),
    '',
  ].join('\n');
}

/** Files whose cost a person looks at; the JSON has more. */
const dearest = 10;

function spendings({ files, ...total }: BatchReport['usage']): string {
  const row = (name: string, { requests, input_tokens, output_tokens, cost }: Spending): (string | number)[] => {
    return [name, requests, input_tokens, output_tokens, cost === 0 ? '' : cost.toFixed(4)];
  };
  const rows = files.slice(0, dearest).map(({ path, ...spending }) => row(inline(path), spending));
  return table(['file', 'requests', 'tokens in', 'tokens out', 'cost'], [row('all', total), ...rows]);
}

function section(title: string, body: string, count: number): string[] {
  return count === 0 ? [] : ['', `## ${title}`, '', body];
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** File names are foreign text: no line end, no pipe and no backtick of theirs may end the cell that they stand in, and none may steer the terminal of who reads it. */
function inline(name: string): string {
  const escaped = JSON.stringify(name).slice(1, -1);
  return `\`${oneLine(escaped, Infinity).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
