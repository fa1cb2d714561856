import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEVER, defer, finalize } from 'rxjs';
import { expect, it } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { watchFolder } from '../../src/source/folder.ts';
import { tempFolder } from '../support/temp-folder.ts';

it('watches a folder anew that was removed and made again (every file waited for the next scan until the daemon was restarted)', async () => {
  const watch = join(tempFolder(), 'inbox');
  mkdirSync(watch);
  const watches: PromiseWithResolvers<void>[] = [Promise.withResolvers(), Promise.withResolvers()];
  const ended = Promise.withResolvers<undefined>();
  let begun = 0;
  const watcher = () =>
    defer(() => {
      watches[begun++]?.resolve();
      return NEVER.pipe(finalize(() => ended.resolve(undefined)));
    });
  const source = { watch, include: ['**/*'], ignore: [], settle: 0, rescan: 100, originals: 'keep', archive: '', failed: '' } as const;
  const folder = watchFolder({ pipeline: 'p', source, clock: systemClock, emit: () => undefined, watch: watcher })[Symbol.asyncIterator]();
  const first = folder.next();
  await watches[0]?.promise;
  rmSync(watch, { recursive: true });
  await ended.promise;
  mkdirSync(watch);
  writeFileSync(join(watch, 'a.pdf'), 'x');
  expect((await first).value).toMatchObject({ name: 'a.pdf' });
  const next = folder.next();
  await watches[1]?.promise;
  await folder.return?.();
  await next;
});
