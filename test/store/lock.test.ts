import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockState } from '../../src/store/lock.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Starts a process that asks for the lock; resolves with what came of it: `held`, or the error's code. */
async function asker(path: string): Promise<{ child: ChildProcess; said: string }> {
  const child = fork(new URL('../support/hold-lock.ts', import.meta.url), [path], { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child, 'message')) as [string];
  return { child, said };
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

describe('the lock of a state folder', () => {
  it('is refused to a second process, and free at once when its holder was killed (a PID file would have to be judged stale)', async () => {
    const path = join(tempFolder(), 'lock');
    const holder = await asker(path);
    expect(holder.said).toBe('held');
    expect((await asker(path)).said).toBe('state.locked');
    expect(() => lockState(path)).toThrow(expect.objectContaining({ code: 'state.locked' }));
    await killed(holder.child);
    lockState(path).release();
  });

  it('goes to exactly one of many that ask at the same time', async () => {
    const path = join(tempFolder(), 'lock');
    const asked = await Promise.all(Array.from({ length: 5 }, () => asker(path)));
    expect(asked.map(({ said }) => said).toSorted()).toEqual(['held', ...Array.from({ length: 4 }, () => 'state.locked')]);
  });

  it('can be taken again after it was released', () => {
    const path = join(tempFolder(), 'lock');
    lockState(path).release();
    const second = lockState(path);
    expect(() => lockState(path)).toThrow(expect.objectContaining({ code: 'state.locked' }));
    second.release();
  });

  it('does not say that another instance runs when the lock cannot be made at all', () => {
    const path = join(tempFolder(), 'lock');
    mkdirSync(path);
    expect(() => lockState(path)).toThrow(expect.objectContaining({ code: 'permission.denied' }));
  });
});
