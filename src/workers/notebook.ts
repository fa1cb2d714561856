import type { Patch } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import type { StageTask } from '../model/stage.ts';

/** What a stage says of one page while it is being explained. */
export interface Notebook {
  /** For the task of the stage; without `note` when nobody asks. */
  task: Pick<StageTask<unknown>, 'note'>;
  /** The patch of the page, with what was noted. */
  signed: (patch: Patch) => Patch;
}

/** Notes of one kind that are kept of a page: a drawing has more edges than anybody looks at, and they may not crowd out the decisions. */
export const mostOfAKind = 2_000;

/** Characters of a rule or a detail that are kept. */
const longestText = 400;

/** Opens a notebook for one page (0: the whole document). What is more than anybody reads is counted, and a finding says so. */
export function openNotebook(stage: string, page: number, explain: boolean): Notebook {
  if (!explain) return { task: {}, signed: (patch) => patch };
  const notes: Note[] = [];
  const seen = new Map<Note['kind'], number>();
  const note = ({ rule, detail, ...rest }: Omit<Note, 'stage'>): void => {
    const count = (seen.get(rest.kind) ?? 0) + 1;
    seen.set(rest.kind, count);
    if (count > mostOfAKind) return;
    notes.push({
      stage,
      ...rest,
      ...(rule !== undefined && { rule: rule.slice(0, longestText) }),
      ...(detail !== undefined && { detail: detail.slice(0, longestText) }),
    });
  };
  const cut = (): Finding[] => [...seen].flatMap(([kind, count]) => (count > mostOfAKind ? [cutOff(stage, page, kind, count)] : []));
  return { task: { note }, signed: (patch) => ({ ...patch, notes, findings: [...(patch.findings ?? []), ...cut()] }) };
}

function cutOff(stage: string, page: number, kind: Note['kind'], count: number): Finding {
  const message = `${stage} noted ${count} of the kind "${kind}"; the first ${mostOfAKind} are kept.`;
  return { code: 'explain.notes-cut', severity: 'info', message, ...(page > 0 && { page }) };
}
