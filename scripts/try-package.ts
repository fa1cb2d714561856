import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSamples } from './samples.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  overrides: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const folder = mkdtempSync(join(tmpdir(), 'millrace-package-'));
const millrace = join(folder, 'node_modules/.bin/millrace');

// Installs the package as a stranger gets it, without sources and devDependencies, and lets it do its main job once.
try {
  const [tarball] = JSON.parse(run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], '.')) as [{ filename: string }];
  // The pins of the checkout, and what may run scripts, are those of its own package.json, which count only there.
  const { overrides, allowScripts } = manifest;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, overrides, allowScripts }));
  run('npm', ['install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', join(folder, tarball.filename)], folder);

  const version = run(millrace, ['--version'], folder).trim();
  if (version !== manifest.version) throw new Error(`the installed package says it is ${version}, not ${manifest.version}`);

  const results = await readSamples();
  console.log(`installed from ${tarball.filename}: millrace ${version}, ${results} sample documents read`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Compiled code finds its worker entry, its stages and its pipeline in other places than sources do. Returns how many results there are. */
async function readSamples(): Promise<number> {
  const names = await makeSamples(join(folder, 'samples'));
  const pipeline = 'node_modules/millrace/pipelines/documents.yaml';
  const { status, stderr } = spawnSync(millrace, ['batch', 'samples', '--pipeline', pipeline, '--out', 'results'], { cwd: folder, encoding: 'utf8' });
  const results = names.filter((name) => existsSync(join(folder, 'results', `${name}.json`)));
  // One of the samples is no document: 3 is "finished, but some documents failed".
  if (status !== 3 || results.length !== names.length - 1) {
    throw new Error(`the installed package read ${results.length} of ${names.length} samples and exited ${String(status)}:\n${stderr}`);
  }
  return results.length;
}

function run(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
