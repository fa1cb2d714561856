import type { Expectation } from '../pipeline/test-options.ts';
import { unequal } from './difference.ts';
import type { Difference } from './difference.ts';
import type { EndedDocument, TestedField, TestedResult } from './ended-document.ts';
import { fieldDifferences } from './field-differences.ts';

/** Compares how a document ended with what is expected of it; only what is named is looked at. */
export function differences(expected: Expectation, { error, result }: EndedDocument): Difference[] {
  const { status = expected.error === undefined ? 'success' : 'failed' } = expected;
  if (error !== undefined || result === undefined) {
    const { code = 'none', message = 'no result was written' } = error ?? {};
    if (status !== 'failed') return [{ what: 'status', expected: status, found: 'failed', where: `${code}: ${message}` }];
    return expected.error === undefined ? [] : unequal('error', expected.error, code, message);
  }
  const found = JSON.parse(result) as TestedResult;
  const reasons = found.findings.map(({ code, message }) => `${code}: ${message}`).join(' ');
  return [
    ...unequal('status', status, found.status, found.status === 'partial' ? reasons : undefined),
    ...(expected.pages === undefined ? [] : unequal('pages', expected.pages, found.pages.length)),
    ...(expected.document_type === undefined ? [] : typeDifferences(expected.document_type, found)),
    ...Object.entries(expected.fields).flatMap(([name, field]) => fieldDifferences(name, field, fieldsOf(found, name))),
    ...tableDifferences(expected.tables, found.tables),
    ...(expected.findings === undefined
      ? []
      : unequal('findings', inOrder(expected.findings), inOrder(found.findings.map(({ code }) => code)), reasons)),
    ...expected.text.flatMap((pattern) => textDifferences(pattern, found)),
  ];
}

function typeDifferences(expected: string, { document_type: found, document_type_confidence: confidence }: TestedResult): Difference[] {
  return unequal('document_type', expected, found, confidence === undefined ? undefined : `confidence ${confidence.toFixed(2)}`);
}

function fieldsOf({ fields = [] }: TestedResult, name: string): TestedField[] {
  return fields.filter((field) => field.name === name);
}

function tableDifferences(expected: Expectation['tables'], found: TestedResult['tables']): Difference[] {
  if (expected === undefined) return [];
  const count = typeof expected === 'number' ? expected : expected.length;
  const titles = found.map(({ page, headers, rows }) => `page ${page}: ${rows.length} rows below ${JSON.stringify(headers)}`).join('; ');
  if (count !== found.length) return unequal('tables', count, found.length, titles);
  if (typeof expected === 'number') return [];
  return expected.flatMap(({ page, headers, rows }, index) => {
    const table = found[index];
    const what = `tables[${index}]`;
    return [
      ...(page === undefined ? [] : unequal(`${what}.page`, page, table?.page)),
      ...(headers === undefined ? [] : unequal(`${what}.headers`, headers, table?.headers)),
      ...(rows === undefined ? [] : unequal(`${what}.rows`, rows, table?.rows.length)),
    ];
  });
}

function textDifferences(pattern: string, { pages }: TestedResult): Difference[] {
  const text = pages.map((page) => page.text).join('\n');
  if (new RegExp(pattern, 'mu').test(text)) return [];
  return [{ what: 'text', expected: `/${pattern}/`, found: 'no such text' }];
}

/** Each code once: how often something is found depends on how a document is cut into tasks. */
function inOrder(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}
