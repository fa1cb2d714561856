import { existsSync, readFileSync } from 'node:fs';
import { generated } from './generate.ts';

// Compared by content, so that the check needs no git and changes nothing.
const stale: string[] = [];
for (const [path, content] of Object.entries(generated)) if (!existsSync(path) || readFileSync(path, 'utf8') !== (await content())) stale.push(path);

for (const path of stale) console.error(`${path} is out of date: npm run generate`);
console.log(`${Object.keys(generated).length} generated files, ${stale.length} out of date`);
if (stale.length > 0) process.exitCode = 1;
