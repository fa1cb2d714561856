import Database from 'better-sqlite3';
import { MillraceError } from '../model/errors.ts';

/** Held for as long as the process lives; the kernel lets go of it however the process ends. */
export interface StateLock {
  release(): void;
}

/**
 * One daemon per state folder. The lock is SQLite's own exclusive lock on a file of its own, hence the kernel's: a
 * killed holder leaves nothing behind that a successor would have to judge stale.
 */
export function lockState(path: string): StateLock {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { timeout: 0 });
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') {
      throw new MillraceError('state.locked', `Another millrace is running on this state folder (${path})`, error);
    }
    throw new MillraceError('permission.denied', `The lock ${path} cannot be taken`, error);
  }
  const held = db;
  return {
    release() {
      held.exec('ROLLBACK');
      held.close();
    },
  };
}
