import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastValueFrom, take, tap } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packPatch, unpackOutputs } from '../../src/model/packing.ts';
import { stageFailure } from '../../src/model/finding.ts';
import { Secrets } from '../../src/model/secrets.ts';
import type { PageOutput, RenderWork, StageWork, Workers } from '../../src/model/workers.ts';
import { outputsOf, roomy, stageWork } from '../support/chaos-pool.ts';

/**
 * What every implementation of the `Workers` port promises. `make` gives workers for so many tasks at once, whose stages are
 * those of test/support/chaos-worker.ts.
 */
export function describeWorkers(name: string, make: (processes: number) => Workers): void {
  describe(name, () => {
    let folder: string;
    let workers: Workers;
    const outputs = (work: StageWork | RenderWork): Promise<PageOutput[]> => outputsOf(workers, work);
    const render = (target: string): RenderWork => ({
      kind: 'render',
      sink: 'json',
      form: 'file',
      file: { path: '/nowhere/a.pdf', filename: 'a.pdf', sha256: 'a', bytes: 1, passwords: [] },
      pipeline: { name: 'p', fingerprint: 'f' },
      config: { indent: 1 },
      inputs: [
        { page: 0, bytes: packPatch({ metadata: { page_count: 2 } }) },
        { page: 2, bytes: packPatch({ text: 'two' }) },
      ],
      target,
    });

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'millrace-workers-'));
      workers = make(2);
    });
    afterEach(async () => {
      await workers.close();
      await rm(folder, { recursive: true });
    });

    it('gives one output for each page, in the order asked for', async () => {
      const given = await outputs(stageWork('well', { pages: [3, 1, 7] }));
      expect(unpackOutputs(given)).toEqual([3, 1, 7].map((page) => ({ page, patch: { text: `page ${page}` } })));
    });

    it('tells how many pages a document stage has counted', async () => {
      const [given] = await outputs(stageWork('well', { pages: [0] }));
      expect(given).toMatchObject({ page: 0, pageCount: 3 });
    });

    it('runs nothing before it is subscribed to, and anew with each subscription', async () => {
      const again = workers.run(render(join(folder, 'once')), roomy);
      await expect(stat(join(folder, 'once'))).rejects.toThrow('ENOENT');
      await lastValueFrom(again, { defaultValue: undefined });
      // The second try finds the file of the first.
      await expect(lastValueFrom(again, { defaultValue: undefined })).rejects.toThrow('EEXIST');
    });

    it('writes a rendering to its target, with the mode that the umask gives, and emits nothing', async () => {
      const target = join(folder, 'result');
      expect(await outputs(render(target))).toEqual([]);
      expect(await readFile(target, 'utf8')).toBe('{"indent":1} |two');
      await writeFile(join(folder, 'plain'), '');
      expect((await stat(target)).mode).toBe((await stat(join(folder, 'plain'))).mode);
    });

    it('never writes over a file that is there', async () => {
      const target = join(folder, 'taken');
      await writeFile(target, 'mine');
      await expect(outputs(render(target))).rejects.toMatchObject({ code: 'internal.unexpected' });
      expect(await readFile(target, 'utf8')).toBe('mine');
    });

    it('a page that throws says so itself, and the other pages go on', async () => {
      const given = await outputs(stageWork('throw', { pages: [1, 2, 3], config: { page: 2 } }));
      expect(given.map(({ failed }) => failed?.code)).toEqual([undefined, 'stage.failed', undefined]);
      // The finding becomes part of the result, so the path of the file must not be in it.
      const said = { code: 'stage.failed', message: 'cannot make sense of document.pdf' };
      expect(unpackOutputs(given)[1]?.patch).toEqual({ findings: [stageFailure('throw', 2, said)] });
      expect(given[1]?.failed?.cause).toContain('TypeError');
    });

    it.each([
      ['throw-coded', 'document.damaged'],
      ['overflow', 'stage.failed'],
    ])('a page keeps the code of its error: %s', async (stage, code) => {
      const [given] = await outputs(stageWork(stage));
      expect(given?.failed?.code).toBe(code);
    });

    // A disk that was full for a second, or a service that was busy, would otherwise cost a page that nobody tries again.
    it.each([
      ['throw-disk-full', { code: 'disk.full' }],
      ['throw-busy', { code: 'service.busy', retryAfter: 7_000 }],
    ])('what may pass ends the task behind the pages before it, with all that its error says: %s', async (stage, error) => {
      const given: number[] = [];
      const work = workers.run(stageWork(stage, { pages: [1, 2, 3], config: { page: 2 } }), roomy).pipe(tap(({ page }) => given.push(page)));
      await expect(lastValueFrom(work)).rejects.toMatchObject(error);
      expect(given).toEqual([1]);
    });

    it.each([
      ['throw', 'stage.failed'],
      ['throw-coded', 'document.damaged'],
    ])('what a document stage throws ends the task: %s', async (stage, code) => {
      await expect(outputs(stageWork(stage, { pages: [0] }))).rejects.toMatchObject({ code });
      expect(await outputs(stageWork('well'))).toHaveLength(1);
    });

    it('gives a stage its file, its configuration and the passwords as they are', async () => {
      const work = stageWork('inspect', { config: { deep: { list: [1, null, 'ü'] } } });
      const [given] = unpackOutputs(await outputs({ ...work, file: { ...work.file, passwords: ['päss'] } }));
      const { file, config } = JSON.parse((given?.patch as { text: string }).text) as StageWork;
      expect({ file, config }).toEqual({ file: { ...work.file, passwords: ['päss'] }, config: work.config });
    });

    it('gives a stage its secrets, and cuts them out of whatever its errors say', async () => {
      const secrets = new Secrets({ api_key: 'sk-private' });
      const [given] = unpackOutputs(await outputs({ ...stageWork('with-secret'), secrets }));
      expect(given?.patch).toEqual({ text: '10 characters' });
      const [failed] = await outputs({ ...stageWork('tell-secret', { pages: [1] }), secrets });
      expect(failed?.failed).toEqual({ code: 'service.refused', message: 'no such key: [secret]', cause: 'Error: [secret] again' });
      const ended = outputs({ ...stageWork('tell-secret', { pages: [0] }), secrets });
      await expect(ended).rejects.toMatchObject({ message: 'no such key: [secret]', cause: 'Error: [secret] again' });
      expect(JSON.stringify(unpackOutputs(failed === undefined ? [] : [failed]))).toContain('no such key: [secret]');
    });

    it('refuses work once it is closed, and ends what is queued and running', async () => {
      const endings = [1, 2, 3].map(() => expect(outputs(stageWork('hang-async'))).rejects.toMatchObject({ code: 'worker.stopped' }));
      await workers.ready();
      await workers.close();
      await Promise.all(endings);
      await expect(outputs(stageWork('well'))).rejects.toMatchObject({ code: 'worker.stopped' });
      await expect(workers.ready()).rejects.toMatchObject({ code: 'worker.stopped' });
      // A second close has nothing to wait for.
      await workers.close();
    });

    it('serves the next task after one was cancelled in the middle', async () => {
      const one = make(1);
      const running = one.run(stageWork('hang-async', { pages: [1, 2], config: { page: 2 } }), roomy);
      // `take` unsubscribes at page 1, while page 2 is being read.
      expect(await lastValueFrom(running.pipe(take(1)), { defaultValue: undefined })).toMatchObject({ page: 1 });
      expect(await outputsOf(one, stageWork('well'))).toMatchObject([{ page: 1 }]);
      await one.close();
    });
  });
}
