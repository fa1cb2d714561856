import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Manifest {
  allowScripts: Record<string, boolean>;
}

interface Lock {
  packages: Record<string, { integrity?: string; resolved?: string; hasInstallScript?: boolean; gypfile?: boolean }>;
}

const packages = Object.entries((read('package-lock.json') as Lock).packages).filter(([path]) => path !== '');

describe('the lock file', () => {
  test('holds the integrity of every package', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
  });

  // Catches: a lock file written behind a mirror, which installs nowhere else.
  test('names no host, so that each machine asks the registry that it is set up for (npm run lock)', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  // Catches: a lock file written by plain `npm install`, with which `npm ci` needs a compiler under npm 10 and early 11.
  test('says that better-sqlite3 is not to be compiled (npm run lock)', () => {
    expect(packages.find(([path]) => path === 'node_modules/better-sqlite3')?.[1].gypfile).toBe(false);
  });

  // Catches: a dependency that begins to run code at install time.
  test('has no package with an install script that nobody has decided about', () => {
    const decided = Object.keys((read('package.json') as Manifest).allowScripts);
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(scripted.filter((name) => !decided.includes(name))).toEqual([]);
  });
});

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));
}
