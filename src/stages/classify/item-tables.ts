import type { Table } from '../../model/table.ts';

/** Tables that list what was sold, told by what stands in their columns, so in any language: descriptions, and numbers of which some are amounts. */
export function itemTables(tables: readonly Table[]): Table[] {
  return tables.filter(({ rows }) => {
    const columns = columnsOf(rows.slice(0, mostRows));
    const numbers = columns.filter((texts) => mostly(texts, number));
    return numbers.length >= 2 && numbers.some((texts) => mostly(texts, amount)) && columns.some((texts) => mostly(texts, words));
  });
}

/** Rows that tell what a column holds. */
const mostRows = 50;

/** What is written in each column. */
function columnsOf(rows: readonly (readonly string[])[]): string[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? '').filter((text) => text !== ''));
}

function mostly(texts: readonly string[], what: RegExp): boolean {
  return texts.filter((text) => what.test(text.slice(0, 100))).length > texts.length / 2;
}

/** Digits with hardly a letter: a unit or a currency may stand with them. */
const number = /^[^\p{L}\d]{0,4}\p{L}{0,3}[^\p{L}\d]{0,4}\d[^\p{L}]*\p{L}{0,4}\.?$/u;

const amount = /\d[.,]\d{2}(?!\d)/;

const words = /\p{L}{3}/u;
