import type { Database, Statement } from 'better-sqlite3';
import type { JobFilter } from '../model/ledger.ts';
import type { JobRow } from './rows.ts';

type Terms = Record<string, string | number>;

const conditions: Readonly<Record<Exclude<keyof JobFilter, 'limit'>, string>> = {
  status: 'status = :status',
  pipeline: 'pipeline = :pipeline',
  search: "filename LIKE :search ESCAPE '\\'",
  batch: 'id IN (SELECT job FROM arrivals WHERE batch = :batch)',
  code: 'error_code = :code',
  before: 'seq < :before',
};

/** Newest first. Each set of conditions is a statement of its own, so that SQLite can use the index that fits it. */
export function jobList(db: Database): (filter: JobFilter) => JobRow[] {
  const prepared = new Map<string, Statement<[Terms], JobRow>>();
  return ({ limit, ...filter }) => {
    const terms: Terms = { ...filter };
    if (filter.search !== undefined) terms.search = `%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const names = Object.keys(terms) as (keyof typeof conditions)[];
    const where = names.length === 0 ? '' : `WHERE ${names.map((name) => conditions[name]).join(' AND ')}`;
    const sql = prepared.get(where) ?? db.prepare<[Terms], JobRow>(`SELECT * FROM jobs ${where} ORDER BY seq DESC LIMIT :limit`);
    prepared.set(where, sql);
    return sql.all({ ...terms, limit });
  };
}
