import { join, relative } from 'node:path';
import { watch } from 'chokidar';
import { Observable } from 'rxjs';
import type { Sieve } from './ignored.ts';

/** What a watcher has to say: all that is there from now on will be noticed; this absolute path is worth a look; this folder is new. */
export type WatchNews = { kind: 'ready' } | { kind: 'hint' | 'folder'; path: string };

/** Watches a folder and all below it while subscribed; fails when it may have missed something. */
export type Watch = (folder: string, sieve: Sieve) => Observable<WatchNews>;

/**
 * Watches folders, never files: one kernel watch and one object a folder, however many files it holds. A folder's watch names every file
 * that appears, changes or goes in it (chokidar's `raw`), which is all that a hint has to say.
 */
export const watchFolders: Watch = (folder, sieve) =>
  new Observable<WatchNews>((subscriber) => {
    const outside = (path: string): boolean => {
      const name = relative(folder, path);
      return name !== '' && !name.startsWith('..') && sieve.folder(name) !== undefined;
    };
    const watcher = watch(folder, {
      ignoreInitial: true,
      atomic: false,
      followSymlinks: false,
      ignorePermissionErrors: true,
      ignored: (path, stats) => outside(path) || (stats !== undefined && !stats.isDirectory()),
    });
    watcher.on('raw', (_event, name, details) =>
      subscriber.next({ kind: 'hint', path: join((details as { watchedPath: string }).watchedPath, name ?? '') }),
    );
    watcher.on('addDir', (path) => subscriber.next({ kind: 'folder', path }));
    watcher.on('ready', () => subscriber.next({ kind: 'ready' }));
    watcher.on('error', (error) => subscriber.error(error));
    return () => void watcher.close();
  });
