import type { Database } from 'better-sqlite3';

/**
 * Runs a write that a kill must not undo, but a power cut may, since only work would be done again: it does not wait for the disk. The log keeps
 * its order, so it is durable as soon as any later write that does wait.
 */
export function unsynced<T>(db: Database, write: () => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return write();
  } finally {
    db.pragma('synchronous = FULL');
  }
}
