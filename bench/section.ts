/** One table of the results, as it is written down. */
export interface Section {
  title: string;
  text: string;
  head: string[];
  rows: string[][];
}

export function markdownOf({ title, text, head, rows }: Section): string {
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `## ${title}\n\n${text}\n\n${lines.join('\n')}\n`;
}
