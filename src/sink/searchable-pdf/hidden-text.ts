import { operationsOf } from './content-tokens.ts';
import type { Operation } from './content-tokens.ts';

/** The names of the forms that a content stream draws, or whether it shows text that nobody sees. */
export interface HiddenText {
  /** The stream without the text that nobody sees; the same string when there is none. */
  content: string;
  /** Names of what it draws by `Do`. */
  drawn: string[];
}

/**
 * Takes the text of an older recognition out of a content stream (Latin-1): what is shown in rendering mode 3 between BT and ET, where nothing else is shown, since what is seen
 * might stand where it stands because of it. Undefined when the stream cannot be told apart for sure.
 */
export function withoutHiddenText(content: string): HiddenText | undefined {
  const operations = operationsOf(content);
  if (operations === undefined) return undefined;
  const removed: Operation[] = [];
  let mode = 0;
  const saved: number[] = [];
  let shown: Operation[] = [];
  let isSeen = false;
  for (const operation of operations) {
    const { operator, operands } = operation;
    if (operator === 'q') saved.push(mode);
    else if (operator === 'Q') mode = saved.pop() ?? mode;
    else if (operator === 'Tr') mode = Number(operands.at(-1));
    else if (operator === 'BT') [shown, isSeen] = [[], false];
    else if (operator === 'ET' && !isSeen) removed.push(...shown);
    else if (shows.has(operator)) {
      // By this sign spacing is set as well, for what comes later.
      if (mode === hidden && operator !== '"') shown.push(operation);
      else isSeen = true;
    }
  }
  const drawn = operations.flatMap(({ operator, operands }) => (operator === 'Do' ? operands.slice(-1).map((name) => name.slice(1)) : []));
  return { content: without(content, removed), drawn };
}

const shows = new Set(['Tj', 'TJ', "'", '"']);
/** Neither filled nor stroked. */
const hidden = 3;

/** Nothing takes the place of what is taken out: what follows it within its BT and ET is as invisible. */
function without(content: string, removed: readonly Operation[]): string {
  if (removed.length === 0) return content;
  let text = '';
  let at = 0;
  for (const { start, end } of removed) {
    text += `${content.slice(at, start)} `;
    at = end;
  }
  return text + content.slice(at);
}
