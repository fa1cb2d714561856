import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sieve } from '../../src/source/ignored.ts';
import { scan } from '../../src/source/scan.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function namesIn(folder: string, include = ['**/*'], prefix?: string): Promise<{ found: string[]; ignored: Record<string, string> }> {
  const ignored: Record<string, string> = {};
  const terms = {
    sieve: sieve({ include, ignore: [] }),
    ignored: (path: string, reason: string) => void (ignored[path.slice(folder.length + 1)] = reason),
  };
  const found: string[] = [];
  for await (const { path, name } of scan(folder, { ...terms, ...(prefix !== undefined && { prefix }) })) {
    expect(path).toBe(join(folder, prefix === undefined ? name : name.slice(prefix.length + 1)));
    found.push(name);
  }
  return { found, ignored };
}

function write(folder: string, ...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), 'x');
  }
}

describe('a scan', () => {
  it('finds every file of every folder, those of a folder before those below', async () => {
    const folder = tempFolder();
    write(folder, 'a/b/c.pdf', 'a/d.pdf', 'e.pdf');
    expect((await namesIn(folder)).found).toEqual(['e.pdf', 'a/d.pdf', 'a/b/c.pdf']);
  });

  it('names files below the folder that names count from', async () => {
    const folder = tempFolder();
    write(folder, 'a.pdf');
    expect((await namesIn(folder, ['**/*'], 'moved/in')).found).toEqual(['moved/in/a.pdf']);
  });

  it('ends in a folder with links to itself, its parent and the root', async () => {
    const folder = tempFolder();
    write(folder, 'a/b.pdf');
    symlinkSync('.', join(folder, 'self'));
    symlinkSync('..', join(folder, 'a', 'parent'));
    symlinkSync('/', join(folder, 'a', 'root'));
    const { found, ignored } = await namesIn(folder);
    expect(found).toEqual(['a/b.pdf']);
    expect(Object.keys(ignored).sort()).toEqual(['a/parent', 'a/root', 'self']);
  });

  it('goes 200 folders deep with one of them open at a time', async () => {
    const folder = tempFolder();
    write(folder, `${'d/'.repeat(200)}deep.pdf`);
    expect((await namesIn(folder)).found).toEqual([`${'d/'.repeat(200)}deep.pdf`]);
  });

  it('reports a name that is no UTF-8 with its bytes (Node replaces them, and the file is never found by that name)', async () => {
    const folder = tempFolder();
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x61, 0xff, 0xe9]), Buffer.from('.pdf')]), 'x');
    expect(await namesIn(folder)).toEqual({ found: [], ignored: { 'a\\xff\\xe9.pdf': 'its name is not valid UTF-8; rename it' } });
  });

  it('reads a large folder no further than it is asked to', async () => {
    const folder = tempFolder();
    write(folder, ...Array.from({ length: 2_000 }, (_, i) => `${i}.pdf`));
    const files = scan(folder, { sieve: sieve({ include: ['**/*'], ignore: [] }), ignored: () => undefined });
    expect((await files.next()).done).toBe(false);
    expect((await files.return()).done).toBe(true);
  });

  it('fails when the folder itself cannot be read', async () => {
    await expect(namesIn(join(tempFolder(), 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('leaves out a folder below that cannot be read, with the reason', async () => {
    const folder = tempFolder();
    write(folder, 'open/a.pdf', 'shut/b.pdf');
    chmodSync(join(folder, 'shut'), 0);
    const root = process.geteuid?.() === 0;
    if (root) {
      chmodSync(folder, 0o755);
      process.seteuid?.(65534);
    }
    const { found, ignored } = await namesIn(folder).finally(() => root && process.seteuid?.(0));
    chmodSync(join(folder, 'shut'), 0o755);
    expect(found).toEqual(['open/a.pdf']);
    expect(ignored['shut']).toContain('the folder cannot be read: EACCES');
  });
});

describe('what is left out', () => {
  const sifted = sieve({ include: ['**/*.{pdf,png}', 'all/**'], ignore: ['draft-*', 'old/**'] });
  const file = (name: string): string | undefined => sifted.file(name);
  const folder = (name: string): string | undefined => sifted.folder(name);

  it.each([
    'a.part',
    'a.TMP',
    'a.pdf.crdownload',
    'a.partial',
    '~$a.docx',
    '._a.pdf',
    '.a.pdf',
    'a.pdf~',
    'a.swp',
    '.syncthing.a.pdf.tmp',
    '~syncthing~a.pdf',
    'Thumbs.db',
    'THUMBS.DB',
    'desktop.ini',
    '.DS_Store',
  ])('%s is unfinished or no document, at any depth', (name) => {
    for (const path of [name, `b/${name}`, `all/c/${name}`]) expect(file(path)).toContain('ignored by default');
  });

  it.each(['@eaDir', '.stfolder', '.stversions', 'lost+found', '.git'])('the folder %s is', (name) => {
    expect(folder(`a/${name}`)).toContain('ignored by default');
  });

  it('what the pipeline ignores is, by name at any depth or by path', () => {
    expect(file('a/draft-1.pdf')).toBe('its name matches draft-* of ignore');
    expect(file('old/a.pdf')).toBe('its name matches old/** of ignore');
    expect(folder('a/Draft-b')).toBeDefined();
    expect(file('new/a.pdf')).toBeUndefined();
  });

  it('what the pipeline does not include is', () => {
    expect(file('a.txt')).toBe('its name matches no pattern of include');
    expect(file('all/a.txt')).toBeUndefined();
    expect(file('a/B.PDF')).toBeUndefined();
  });

  it('any other name is taken, whatever it is made of', () => {
    const part = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter((text) => !/[/\0]/.test(text) && !/^(\.|~|draft-|old$)/i.test(text));
    fc.assert(fc.property(part, part, (above, text) => file(`${above}/${text}.pdf`) === undefined));
  });
});
