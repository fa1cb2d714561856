import { execFileSync } from 'node:child_process';

interface Cruise {
  summary: { totalCruised: number; totalDependenciesCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
  modules: { source: string; dependencies: unknown[] }[];
}

// A checker that sees no modules finds no violations: with the wrong compiler beside it dependency-cruiser is green and blind.
const cruise = JSON.parse(depcruise()) as Cruise;
const own = cruise.modules.filter(({ source }) => source.startsWith('src/') && source.endsWith('.ts'));
const edges = own.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
const { violations } = cruise.summary;

for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(`${own.length} modules, ${edges} imports, ${violations.length} violations`);
if (edges === 0) console.error('the checker saw no imports in src: it is blind, not content');
if (violations.length > 0 || edges === 0) process.exitCode = 1;

function depcruise(): string {
  return execFileSync('depcruise', ['src', '--output-type', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
}
