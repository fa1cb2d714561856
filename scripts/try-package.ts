import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; overrides: Record<string, string> };

// Installs the package as a stranger gets it, without sources and devDependencies, and asks it for its version.
const folder = mkdtempSync(join(tmpdir(), 'millrace-package-'));
try {
  const [tarball] = JSON.parse(run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], '.')) as [{ filename: string }];
  // The pins of the checkout are those of the lock file; a stranger's own package.json holds them here.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, overrides: manifest.overrides }));
  run('npm', ['install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', join(folder, tarball.filename)], folder);
  const version = run(join(folder, 'node_modules/.bin/millrace'), ['--version'], folder).trim();
  if (version !== manifest.version) throw new Error(`the installed package says it is ${version}, not ${manifest.version}`);
  console.log(`installed from ${tarball.filename}: millrace ${version}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
