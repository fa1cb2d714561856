import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
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
    const watched = new Set<string>();
    // Asked by the path alone for every event: were a file not ignored even then, chokidar would list its whole folder whenever one goes.
    const isIgnored = (path: string, stats?: Stats): boolean => {
      const name = relative(folder, path);
      if (name === '' || name.startsWith('..') || (stats === undefined && watched.has(path))) return false;
      if (sieve.folder(name) !== undefined || !isFolder(path, stats)) return true;
      watched.add(path);
      return false;
    };
    const watcher = watch(folder, {
      ignoreInitial: true,
      atomic: false,
      followSymlinks: false,
      ignorePermissionErrors: true,
      ignored: isIgnored,
    });
    watcher.on('raw', (_event, name, details) =>
      subscriber.next({ kind: 'hint', path: join((details as { watchedPath: string }).watchedPath, name ?? '') }),
    );
    watcher.on('addDir', (path) => subscriber.next({ kind: 'folder', path }));
    watcher.on('unlinkDir', (path) => watched.delete(path));
    watcher.on('ready', () => subscriber.next({ kind: 'ready' }));
    watcher.on('error', (error) => subscriber.error(error));
    return () => void watcher.close();
  });

function isFolder(path: string, stats: Stats | undefined): boolean {
  return (stats ?? lstatSync(path, { throwIfNoEntry: false }))?.isDirectory() === true;
}
