import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

interface Lock {
  packages: Record<string, { gypfile?: boolean }>;
}

// npm leaves `gypfile: false` out of the lock file, and then tries to compile what is there ready-made (docs/decisions/0001).
execFileSync('npm', ['install', '--package-lock-only', '--omit-lockfile-registry-resolved'], { stdio: 'inherit' });
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const sqlite = lock.packages['node_modules/better-sqlite3'];
if (sqlite === undefined) throw new Error('package-lock.json has no better-sqlite3');
sqlite.gypfile = false;
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
