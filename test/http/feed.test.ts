import { expect, it } from 'vitest';
import { Feed } from '../../src/http/feed.ts';
import type { Event } from '../../src/model/events.ts';

const started = (job: string): Event => ({ type: 'job.started', job, pipeline: 'p', filename: `${job}.pdf`, retries: 0 });

it('goes on after the last one heard', () => {
  const feed = new Feed('run1');
  const before = feed.latest;
  for (const job of ['a', 'b', 'c']) feed.hear(started(job));
  expect(feed.since(before)).toBeUndefined();
  expect(feed.since('run1-1')?.map(({ data }) => data.job_id)).toEqual(['b', 'c']);
  expect(feed.since(feed.latest)).toEqual([]);
});

it('has nothing to say after what another run said, or what is long forgotten', () => {
  const feed = new Feed('run2');
  for (let i = 0; i < 5_000; i++) feed.hear(started(String(i)));
  expect(feed.since('run1-3')).toBeUndefined();
  expect(feed.since('run2-3')).toBeUndefined();
  expect(feed.since('run2-4999')).toHaveLength(1);
});

it('tells nobody where files stand', () => {
  const feed = new Feed('run');
  const told: unknown[] = [];
  feed.listen((one) => told.push(one));
  feed.hear({
    type: 'job.completed',
    job: 'j',
    pipeline: 'p',
    filename: 'a.pdf',
    result: '/secret/place/a.pdf.json',
    partial: false,
    pages: 1,
    bytes: 1,
    duration: 1,
  });
  feed.hear({ type: 'file.waiting', pipeline: 'p', path: '/secret/place', error: { code: 'disk.full', message: '/secret/place' } });
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toContain('secret');
});
