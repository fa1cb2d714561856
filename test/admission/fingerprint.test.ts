import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fingerprint, readThrough } from '../../src/admission/fingerprint.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('a fingerprint', () => {
  it.each([0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 1_000_000])('is the SHA-256 of %i bytes', async (bytes) => {
    const path = join(tempFolder(), 'a.pdf');
    const content = Buffer.alloc(bytes, 'millrace ');
    writeFileSync(path, content);
    expect(await fingerprint(path)).toMatchObject({ bytes, sha256: createHash('sha256').update(content).digest('hex') });
  });

  it('hangs on no pipe, socket, link or folder: they are no files', async () => {
    const folder = tempFolder();
    const at = (name: string): string => join(folder, name);
    execFileSync('mkfifo', [at('fifo.pdf')]);
    const server = createServer().listen(at('socket.pdf'));
    onTestFinished(() => void server.close());
    mkdirSync(at('folder.pdf'));
    symlinkSync('/etc/hostname', at('link.pdf'));
    for (const name of ['fifo.pdf', 'socket.pdf', 'folder.pdf', 'link.pdf']) {
      await expect(fingerprint(at(name))).rejects.toMatchObject({ code: 'source.not-a-file' });
    }
  });

  it('says that a file is gone', async () => {
    await expect(fingerprint(join(tempFolder(), 'a.pdf'))).rejects.toMatchObject({ code: 'source.vanished' });
    await expect(fingerprint('/etc/hostname/a.pdf')).rejects.toMatchObject({ code: 'source.vanished' });
  });

  it('sees a file to its end that grows while it is read, so that the growth is noticed', async () => {
    const path = join(tempFolder(), 'a.pdf');
    writeFileSync(path, Buffer.alloc(300_000));
    const handle = await open(path);
    onTestFinished(() => handle.close());
    let grown = false;
    const bytes = await readThrough(handle, 300_000, () => {
      if (!grown) appendFileSync(path, 'more');
      grown = true;
    });
    expect(bytes).toBe(300_004);
  });
});
