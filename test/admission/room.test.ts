import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { room } from '../../src/admission/room.ts';

describe('room in the ledger', () => {
  it('lets in while fewer than 1,000 jobs wait', async () => {
    const places = room(() => 999);
    expect(await places.enter()).toBe(true);
  });

  it('holds back at 1,000, and lets all who wait in when a fifth is done', async () => {
    let unfinished = 1_000;
    const places = room(() => unfinished, new VirtualTimeScheduler());
    const entered: number[] = [];
    const both = Promise.all([1, 2].map((who) => places.enter().then(() => entered.push(who))));
    unfinished = 801;
    places.freed();
    await Promise.resolve();
    expect(entered).toEqual([]);
    unfinished = 800;
    places.freed();
    await both;
    expect(entered).toEqual([1, 2]);
  });

  it('finds out by itself that another process has made room (1,000 waiting jobs cancelled from outside: nobody would ever say so)', async () => {
    const time = new VirtualTimeScheduler();
    const counts = [1_000, 1_000, 1_000, 0];
    const places = room(() => counts.shift() ?? 0, time);
    const entered = places.enter();
    time.flush();
    expect(await entered).toBe(true);
    expect(time.frame).toBe(3_000);
  });

  it('lets those who wait go when it closes, without a place (a daemon that stops would wait for them for ever)', async () => {
    const places = room(() => 1_000, new VirtualTimeScheduler());
    const entered = places.enter();
    places.close();
    expect([await entered, await places.enter()]).toEqual([false, false]);
  });
});
