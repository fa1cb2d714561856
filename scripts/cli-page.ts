import type { Io } from '../src/cli/io.ts';
import { commandNames, program } from '../src/cli/program.ts';
import { systemClock } from '../src/model/clock.ts';

/** `docs/cli.md`: what `--help` says, of the whole and of each command. */
export async function cliPage(): Promise<string> {
  const parts = [`## millrace\n\n${fenced(await helpOf([]))}`];
  for (const name of commandNames) if (name !== 'completion') parts.push(`## millrace ${name}\n\n${fenced(await helpOf([name]))}`);
  return `# Commands\n\n<!-- Written by scripts/generate.ts; change the code instead. -->\n\nEvery command has \`--help\`. Exit codes: [operations](operations.md).\n\n${parts.join('\n\n')}\n`;
}

async function helpOf(command: readonly string[]): Promise<string> {
  let help = '';
  await program(nowhere, '0.0.0').parseAsync([...command, '--help'], {}, (_error, _arguments, output) => {
    help = output;
  });
  return help;
}

const fenced = (text: string): string => `\`\`\`text\n${text.trim()}\n\`\`\``;

/** The same page on every machine. */
const nowhere: Io = {
  out: () => undefined,
  err: () => undefined,
  stderr: process.stderr,
  env: {},
  cwd: '/',
  isTTY: false,
  columns: 100,
  node: 'node',
  processors: 1,
  peakMemory: () => 0,
  exit: () => undefined,
  abandon: () => undefined,
  onSignal: () => () => undefined,
  clock: systemClock,
};
