interface Migration {
  number: number;
  name: string;
  sql: string;
}

/** Numbered and append-only: a ledger of any age is brought to the newest form by those that it lacks, each in one transaction. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'jobs, arrivals, attempts, checkpoints',
    sql: `
      CREATE TABLE jobs (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        pipeline TEXT NOT NULL,
        queue TEXT NOT NULL,
        destination TEXT NOT NULL,
        filename TEXT NOT NULL,
        file_path TEXT NOT NULL,
        input_path TEXT NOT NULL,
        custody TEXT NOT NULL CHECK (custody IN ('claiming', 'held', 'in_place', 'released')),
        signature TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        result_name TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled')),
        progress REAL NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
        stage TEXT,
        pages INTEGER,
        result TEXT,
        error_code TEXT,
        error_message TEXT,
        error_cause TEXT,
        retries INTEGER NOT NULL DEFAULT 0,
        max_retries INTEGER NOT NULL,
        interruptions INTEGER NOT NULL DEFAULT 0,
        generation INTEGER NOT NULL DEFAULT 1,
        cancel_requested INTEGER NOT NULL DEFAULT 0,
        fingerprint TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        started_at INTEGER,
        completed_at INTEGER,
        next_at INTEGER,
        due_at INTEGER NOT NULL,
        CHECK ((status = 'completed') = (result IS NOT NULL)),
        CHECK (status <> 'failed' OR error_code IS NOT NULL)
      ) STRICT;
      CREATE UNIQUE INDEX jobs_content ON jobs (pipeline, destination, sha256) WHERE sha256 <> '';
      CREATE UNIQUE INDEX jobs_result ON jobs (destination, result_name) WHERE result_name <> '';
      CREATE INDEX jobs_due ON jobs (queue, due_at, seq) WHERE status = 'pending';
      CREATE INDEX jobs_active ON jobs (queue) WHERE status IN ('pending', 'processing');
      CREATE INDEX jobs_processing ON jobs (interruptions) WHERE status = 'processing';
      CREATE INDEX jobs_custody ON jobs (custody) WHERE custody IN ('claiming', 'held');
      CREATE INDEX jobs_path ON jobs (file_path);

      CREATE TABLE arrivals (
        id INTEGER PRIMARY KEY,
        batch TEXT,
        path TEXT NOT NULL,
        filename TEXT NOT NULL,
        job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        duplicate INTEGER NOT NULL,
        signature TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        UNIQUE (batch, path)
      ) STRICT;
      CREATE INDEX arrivals_path ON arrivals (path);
      CREATE INDEX arrivals_job ON arrivals (job);

      CREATE TABLE attempts (
        id INTEGER PRIMARY KEY,
        job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        generation INTEGER NOT NULL,
        stage TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        blamed INTEGER,
        error_code TEXT,
        error_message TEXT,
        error_cause TEXT
      ) STRICT;
      CREATE INDEX attempts_job ON attempts (job, stage);
      CREATE INDEX attempts_open ON attempts (id) WHERE ended_at IS NULL;

      CREATE TABLE checkpoints (
        key TEXT NOT NULL,
        page INTEGER NOT NULL,
        stage TEXT NOT NULL,
        bytes BLOB NOT NULL,
        sha256 BLOB NOT NULL,
        page_count INTEGER,
        failed INTEGER NOT NULL DEFAULT 0,
        UNIQUE (key, page)
      ) STRICT;
    `,
  },
  {
    number: 2,
    name: 'lists by status, batches of uploads, what was learned',
    sql: `
      CREATE INDEX jobs_status ON jobs (status, pipeline, seq);
      CREATE INDEX jobs_backlog ON jobs (queue, due_at, seq, bytes) WHERE status = 'pending';
      DROP INDEX jobs_due;

      CREATE TABLE memory (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    number: 3,
    name: 'what attempts took of services that count tokens',
    sql: `
      ALTER TABLE attempts ADD COLUMN requests INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE attempts ADD COLUMN input_tokens INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE attempts ADD COLUMN output_tokens INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE attempts ADD COLUMN cost REAL NOT NULL DEFAULT 0;
      CREATE INDEX attempts_spending ON attempts (job) WHERE requests > 0;
    `,
  },
];
