import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import bans from '../../scripts/lint-bans.ts';

// Catches: a ban whose selector no longer matches, which would pass everything without a word.
describe('each ban fires on what it forbids, and on nothing beside it', () => {
  test.each([
    ['clock', 'Date.now()'],
    ['clock', 'new Date()'],
    ['clock', 'Date()'],
    ['clock', 'Math.random()'],
    ['clock', 'performance.now()'],
    ['process', 'process.env.HOME'],
    ['process', 'process.exit(1)'],
    ['process', 'globalThis.process.env'],
    ['process', "import { env } from 'node:process'"],
    ['subscription', 'stream.subscribe(observer)'],
    ['subscription', 'await lastValueFrom(stream)'],
    ['subscription', 'await firstValueFrom(stream)'],
    ['sleep', 'setTimeout(resolve, 100)'],
    ['sleep', 'globalThis.setTimeout(resolve, 100)'],
    ['sleep', 'setInterval(poll, 100)'],
    ['sleep', "import { setTimeout as sleep } from 'node:timers/promises'"],
    ['default-export', 'export default 1'],
    ['assertion', 'map.get(key)!'],
    ['assertion', 'object.field!'],
  ])('%s refuses: %s', (ban, code) => {
    expect(breaches(code)).toEqual([`millrace/${ban}`]);
  });

  test.each([
    ['clock.now()'],
    ['new Date(job.created_at)'],
    ['clock.random()'],
    ['lines[i]!'],
    ['lines[i + 1]!.text'],
    ['export const one = 1'],
    ['channel.process(task)'],
  ])('nothing refuses: %s', (code) => {
    expect(breaches(code)).toEqual([]);
  });
});

function breaches(code: string): (string | null)[] {
  const rules = Object.fromEntries(Object.keys(bans.rules).map((name) => [`millrace/${name}`, 'error' as const]));
  const config = { plugins: { millrace: bans as object }, languageOptions: { parser: parser as Linter.Parser }, rules };
  return new Linter().verify(code, config).map(({ ruleId }) => ruleId);
}
