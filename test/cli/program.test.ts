import { beforeEach, expect, test, vi } from 'vitest';
import { program } from '../../src/cli/program.ts';
import { capturedIo } from '../support/captured-io.ts';
import { tempFolder } from '../support/temp-folder.ts';

// yargs prints help by the console.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue(undefined));

// Catches a slip of the keyboard that ends with code 1 and a stack, as a fault of the program.
test.each([
  ['an option that is given twice', ['jobs', '--state', 'a', '--state', 'b'], '--state may be given only once'],
  ['a choice that is given twice', ['jobs', '--status', 'failed', '--status', 'completed'], '--status may be given only once'],
  ['a number that is given twice', ['run', '--concurrency', '1', '--concurrency', '2'], '--concurrency may be given only once'],
  ['a variable that is not set', ['batch', 'x', '--out', ''], '--out needs a value'],
  ['a value that is left out', ['batch', 'x', '--out'], 'Not enough arguments following: out'],
  ['an option that does not exist', ['jobs', '--sate', 'x'], 'Unknown argument: sate'],
])('%s is a mistake of usage, 2, and is said', async (_, line, said) => {
  const io = capturedIo(tempFolder());
  await program(io, '1').parseAsync(line);
  expect(io.code).toBe(2);
  expect(io.errors).toContain(said);
});

// Catches `batch "$FOLDER"` that reads all of the current folder because FOLDER is not set.
test.each([
  ['a path that is empty', ['batch', ''], 'A path is empty'],
  ['a limit that is no number', ['jobs', '--limit', 'few'], '--limit must be a whole number'],
  // Catches a pattern that takes the paths after it for patterns too.
  ['the path after a pattern, which does not exist', ['batch', '--include', '*.pdf', 'nowhere'], 'nowhere does not exist'],
])('%s is refused', async (_, line, said) => {
  const refused = expect(async () => program(capturedIo(tempFolder()), '1').parseAsync(line)).rejects;
  await refused.toMatchObject({ code: 'usage.invalid', message: expect.stringContaining(said) as string });
});
