import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { NEVER, throwError } from 'rxjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import { filesBelow } from '../support/workspace.ts';
import { openInbox } from '../support/open-inbox.ts';

const now = new Date();
const shelf = `${now.getUTCFullYear()}/${String(now.getUTCMonth() + 1).padStart(2, '0')}`;

describe('a watched folder', () => {
  it('takes in what was there at the start, and holds it in the work folder', async () => {
    const inbox = openInbox();
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    inbox.start();
    const { job } = await inbox.log.nth('job.admitted', 1);
    expect(readdirSync(inbox.at('inbox'))).toEqual([]);
    expect(readFileSync(inbox.at('work', job, 'original'), 'utf8')).toBe('one');
    expect(inbox.ledger.job(job)).toMatchObject({ custody: 'held', status: 'pending', bytes: 3, file_path: inbox.at('inbox', 'a.pdf') });
  });

  it('takes in what comes later, in time, by the watcher alone', async () => {
    const inbox = openInbox();
    inbox.start();
    await inbox.log.nth('source.scanned', 2);
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    const dropped = performance.now();
    await inbox.log.nth('job.admitted', 1);
    expect(performance.now() - dropped).toBeLessThan(1_000);
  });

  it('takes a.pdf.part in once it is called a.pdf, and only once', async () => {
    const inbox = openInbox();
    inbox.start();
    await inbox.log.nth('source.scanned', 2);
    writeFileSync(inbox.at('inbox', 'a.pdf.part'), 'one');
    await inbox.log.nth('file.ignored', 1);
    renameSync(inbox.at('inbox', 'a.pdf.part'), inbox.at('inbox', 'a.pdf'));
    await inbox.log.nth('job.admitted', 1);
    writeFileSync(inbox.at('inbox', 'last.pdf'), 'two');
    await inbox.log.nth('job.admitted', 2);
    expect(inbox.log.all('job.duplicate')).toEqual([]);
  });

  it('finds all 20 files of a folder that is moved in', async () => {
    const inbox = openInbox();
    mkdirSync(inbox.at('outside', 'deep'), { recursive: true });
    for (let i = 0; i < 20; i++) writeFileSync(inbox.at('outside', i % 2 === 0 ? 'deep' : '.', `${i}.pdf`), `content ${i}`);
    inbox.start();
    await inbox.log.nth('source.scanned', 2);
    renameSync(inbox.at('outside'), inbox.at('inbox', 'moved'));
    await inbox.log.nth('job.admitted', 20);
    expect(await filesBelow(inbox.at('inbox'))).toEqual([]);
  });

  it('finds the files that are written into a new folder right after it was made (they have no event: their folder was not watched yet)', async () => {
    const inbox = openInbox();
    inbox.start();
    await inbox.log.nth('source.scanned', 2);
    mkdirSync(inbox.at('inbox', 'a', 'b', 'c'), { recursive: true });
    for (const name of ['a/1.pdf', 'a/b/2.pdf', 'a/b/c/3.pdf']) writeFileSync(inbox.at('inbox', name), name);
    await inbox.log.nth('job.admitted', 3);
  });

  it('takes a file in whose name was used a moment before (E5: chokidar reports it as a change of the file that was claimed)', async () => {
    const inbox = openInbox();
    inbox.start();
    await inbox.log.nth('source.scanned', 2);
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    await inbox.log.nth('job.admitted', 1);
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'two');
    await inbox.log.nth('job.admitted', 2);
  });

  it('finds everything by its scans when the watcher reports nothing at all', async () => {
    const inbox = openInbox({ source: { rescan: 50 }, watch: () => NEVER });
    inbox.start();
    await inbox.log.nth('source.scanned', 1);
    for (let i = 0; i < 100; i++) writeFileSync(inbox.at('inbox', `${i}.pdf`), `content ${i}`);
    await inbox.log.nth('job.admitted', 100);
  });

  it('says once that it cannot watch, and goes on by scanning', async () => {
    const enospc = Object.assign(new Error('System limit for number of file watchers reached'), { code: 'ENOSPC' });
    const inbox = openInbox({ source: { rescan: 50 }, watch: () => throwError(() => enospc) });
    inbox.start();
    await inbox.log.nth('source.scanned', 3);
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    await inbox.log.nth('job.admitted', 1);
    expect(inbox.log.all('source.degraded')).toHaveLength(1);
  });

  it('outlives the loss of its folder, says so once, and goes on when the folder is back', async () => {
    const inbox = openInbox({ source: { rescan: 50 } });
    inbox.start();
    await inbox.log.nth('source.scanned', 2);
    renameSync(inbox.at('inbox'), inbox.at('elsewhere'));
    await inbox.log.nth('source.degraded', 1);
    mkdirSync(inbox.at('inbox'));
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    await inbox.log.nth('job.admitted', 1);
    writeFileSync(inbox.at('inbox', 'b.pdf'), 'two');
    await inbox.log.nth('job.admitted', 2);
    expect(inbox.log.all('source.degraded')).toHaveLength(1);
  });

  it('leaves pipes, sockets, links and folders that are named like documents alone, and hangs on none', async () => {
    const inbox = openInbox();
    execFileSync('mkfifo', [inbox.at('inbox', 'fifo.pdf')]);
    mkdirSync(inbox.at('inbox', 'folder.pdf'));
    symlinkSync('/etc/hostname', inbox.at('inbox', 'link.pdf'));
    symlinkSync('.', inbox.at('inbox', 'loop'));
    const server = createServer().listen(inbox.at('inbox', 'socket.pdf'));
    onTestFinished(() => void server.close());
    writeFileSync(inbox.at('inbox', 'folder.pdf', 'real.pdf'), 'one');
    inbox.start();
    await inbox.log.nth('job.admitted', 1);
    await inbox.log.nth('source.scanned', 2);
    const ignored = inbox.log.all('file.ignored').map(({ path, reason }) => `${path.slice(inbox.at('inbox').length + 1)}: ${reason}`);
    expect(ignored.sort()).toEqual([
      'fifo.pdf: it is no regular file, such as a link; name it itself to have it read',
      'link.pdf: it is no regular file, such as a link; name it itself to have it read',
      'loop: its name matches no pattern of include',
      'socket.pdf: it is no regular file, such as a link; name it itself to have it read',
    ]);
  });

  it('takes any name that is text, and says which are not', async () => {
    const inbox = openInbox();
    const names = [
      'line\nbreak.pdf',
      '-rf.pdf',
      `${'x'.repeat(251)}.pdf`,
      'é.pdf'.normalize('NFC'),
      'é.pdf'.normalize('NFD'),
      '😀.pdf',
      '%00.pdf',
      'a\\b.pdf',
      'CON.pdf',
      '\u202egpj.pdf',
    ];
    for (const name of names) writeFileSync(inbox.at('inbox', name), name);
    writeFileSync(Buffer.concat([Buffer.from(`${inbox.at('inbox')}/latin`), Buffer.from([0xe9]), Buffer.from('.pdf')]), 'latin');
    inbox.start();
    await inbox.log.nth('job.admitted', names.length);
    expect(
      inbox.ledger
        .listJobs({ limit: 20 })
        .map((job) => job.filename)
        .sort(),
    ).toEqual(names.toSorted());
    expect(await inbox.log.nth('file.ignored', 1)).toMatchObject({
      path: inbox.at('inbox', 'latin\\xe9.pdf'),
      reason: expect.stringContaining('rename') as string,
    });
    for (const _ of names) await inbox.end();
    expect(await filesBelow(inbox.at('archive'))).toHaveLength(names.length);
  });

  it('waits for a file that may not be read yet, and tells it once (E9: no watcher reports it)', async () => {
    const inbox = openInbox();
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    chmodSync(inbox.at('inbox', 'a.pdf'), 0);
    actAsNobody(inbox.at());
    inbox.start();
    await inbox.log.nth('file.waiting', 1);
    chmodSync(inbox.at('inbox', 'a.pdf'), 0o644);
    await inbox.log.nth('job.admitted', 1);
    expect(inbox.log.all('file.waiting')).toHaveLength(1);
  });

  it('waits for the bytes of an empty file, and makes no job before', async () => {
    const inbox = openInbox();
    inbox.start();
    await inbox.log.nth('source.scanned', 2);
    writeFileSync(inbox.at('inbox', 'a.pdf'), '');
    expect(await inbox.log.nth('file.waiting', 1)).toMatchObject({ error: { code: 'document.empty' } });
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    await inbox.log.nth('job.admitted', 1);
    expect(inbox.log.all('file.waiting')).toHaveLength(1);
  });
});

/** The superuser may read everything: be nobody until the test has finished. */
function actAsNobody(folder: string): void {
  if (process.geteuid?.() !== 0) return;
  execFileSync('chown', ['-R', '65534', folder]);
  process.seteuid?.(65534);
  onTestFinished(() => process.seteuid?.(0));
}

describe('an original, in the end', () => {
  it('is archived under its hash and name; the second copy of a document beside it, and neither overwrites the other', async () => {
    const inbox = openInbox();
    mkdirSync(inbox.at('inbox', 'below'));
    inbox.start();
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    await inbox.log.nth('job.admitted', 1);
    await inbox.end();
    writeFileSync(inbox.at('inbox', 'below', 'a.pdf'), 'two');
    await inbox.log.nth('job.admitted', 2);
    await inbox.end();
    mkdirSync(inbox.at('results'));
    writeFileSync(inbox.at('results', 'a.pdf.json'), '{}');
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    const duplicate = await inbox.log.nth('job.duplicate', 1);
    expect(duplicate.path).toBe(inbox.at('inbox', 'a.pdf'));
    const archived = await filesBelow(inbox.at('archive'));
    expect(archived).toEqual([
      `${shelf}/3fc4ccfe-a.pdf`,
      `${shelf}/7692c3ad-a.pdf`,
      expect.stringMatching(new RegExp(`^${shelf}/7692c3ad-a~[0-9a-f]{8}.pdf$`)),
    ]);
    expect(await filesBelow(inbox.at('inbox'))).toEqual([]);
    expect(readdirSync(inbox.at('work'))).toEqual([]);
  });

  it('is laid aside with the reason when the job has failed, and archived when a retry completes', async () => {
    const inbox = openInbox();
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    inbox.start();
    await inbox.log.nth('job.admitted', 1);
    const failed = await inbox.end(new MillraceError('document.damaged', 'No xref'));
    const day = now.toISOString().slice(0, 10);
    expect(failed).toMatchObject({ custody: 'released', input_path: inbox.at('failed', day, 'a.pdf') });
    expect(JSON.parse(readFileSync(inbox.at('failed', day, 'a.pdf.error.json'), 'utf8'))).toEqual({
      job: failed.id,
      filename: 'a.pdf',
      error: { code: 'document.damaged', message: 'No xref', help: expect.stringContaining('broken') as string },
    });
    inbox.ledger.retry(failed.id, Date.now());
    await inbox.end();
    expect(await filesBelow(inbox.at('failed'))).toEqual([]);
    expect(await filesBelow(inbox.at('archive'))).toEqual([`${shelf}/7692c3ad-a.pdf`]);
  });

  it('is deleted when the pipeline says so, and so is a second copy', async () => {
    const inbox = openInbox({ source: { originals: 'delete' } });
    inbox.start();
    mkdirSync(inbox.at('results'));
    writeFileSync(inbox.at('results', 'a.pdf.json'), '{}');
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'one');
    await inbox.log.nth('job.admitted', 1);
    await inbox.end();
    writeFileSync(inbox.at('inbox', 'copy.pdf'), 'one');
    await inbox.log.nth('job.duplicate', 1);
    expect(await filesBelow(inbox.at('inbox'))).toEqual([]);
    expect(existsSync(inbox.at('archive'))).toBe(false);
  });

  it('stays where it is when the pipeline keeps originals, and no scan reads it a second time', async () => {
    const inbox = openInbox({ source: { originals: 'keep', rescan: 30 } });
    mkdirSync(inbox.at('results'));
    writeFileSync(inbox.at('results', 'a.pdf.json'), '{}');
    for (const name of ['a.pdf', 'copy.pdf']) writeFileSync(inbox.at('inbox', name), 'one');
    inbox.start();
    await inbox.log.nth('job.duplicate', 1);
    await inbox.end();
    const scans = inbox.log.all('source.scanned').length;
    await inbox.log.nth('source.scanned', scans + 5);
    expect(await filesBelow(inbox.at('inbox'))).toEqual(['a.pdf', 'copy.pdf']);
    expect([inbox.log.all('job.admitted'), inbox.log.all('job.duplicate'), inbox.log.all('job.known')].map((events) => events.length)).toEqual([
      1, 1, 0,
    ]);
    writeFileSync(inbox.at('inbox', 'a.pdf'), 'three');
    await inbox.log.nth('job.admitted', 2);
  });
});
