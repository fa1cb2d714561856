#!/usr/bin/env node
// A checkout runs its TypeScript sources as they are, a published package its compiled ones.
import { existsSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 22)) {
  console.error(`millrace: Node ${process.versions.node} is too old; use Node 22.22 or newer, or run it by "npx millrace" in a checkout`);
  process.exit(1);
}
const sources = new URL('../src/main.ts', import.meta.url);
await import(existsSync(sources) ? sources.href : new URL('../dist/main.js', import.meta.url).href);
