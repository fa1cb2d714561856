import type { AdmissionTerms, Arrival } from '../model/ledger.ts';
import type { AdmissionStatements } from './admission-statements.ts';

/**
 * The name of a new job's result below its destination. A changed file read in place takes its result's name over (a run of its former
 * state ends when it sees the change); any other file of that name gets one of its own, so that no result is ever written over.
 */
export function resultName(sql: AdmissionStatements, arrival: Arrival, sha256: string, terms: AdmissionTerms, now: number): string {
  const { name } = arrival;
  const holderOf = (result_name: string) => sql.byResult.get({ destination: terms.destination, result_name });
  const holder = holderOf(name);
  if (holder === undefined) return name;
  if (terms.custody === 'in_place' && holder.file_path === arrival.path) {
    sql.supersede.run({ id: holder.id, now });
    return name;
  }
  const short = sha256.slice(0, 8);
  let free = marked(name, short);
  for (let n = 2; holderOf(free) !== undefined; n++) free = marked(name, `${short}-${n}`);
  return free;
}

/** `a/b.pdf` → `a/b~mark.pdf` */
function marked(name: string, mark: string): string {
  const dot = name.lastIndexOf('.');
  const end = dot > name.lastIndexOf('/') + 1 ? dot : name.length;
  return `${name.slice(0, end)}~${mark}${name.slice(end)}`;
}
