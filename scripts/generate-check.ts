import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

// What scripts/generate.ts writes. Compared by content, so that the check needs no git and no clean checkout.
const generated = ['docs/stages.md', 'docs/errors.md', 'docs/cli.md', 'pipelines/schema.json'];

const before = generated.map(content);
execFileSync(process.execPath, ['scripts/generate.ts'], { stdio: 'inherit' });
const stale = generated.filter((path, index) => content(path) !== before[index]);

for (const path of stale) console.error(`${path} was out of date; it is written anew, commit it`);
if (stale.length > 0) process.exitCode = 1;

function content(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
