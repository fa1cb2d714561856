import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { openApi } from '../support/api-client.ts';
import { test } from '../support/in-workspace.ts';
import { madePdf } from '../support/made-pdf.ts';

const root = join(import.meta.dirname, '..', '..');
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
/** What the pages look like, to be looked at. */
const shots = join(root, 'build', 'dashboard');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser: Browser;

/** Everything that the page complains of: errors of scripts, and what its content policy refused. */
async function openPage(url: string, complaints: string[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const there = request.url();
    if (!there.startsWith(url) && !there.startsWith('data:') && !there.startsWith('blob:')) complaints.push(`asked ${there}`);
  });
  await page.goto(url);
  await page.waitForSelector('[data-count=completed]');
  return page;
}

/** Breaches of WCAG 2.2 AA as axe finds them. It is given to the browser apart from the page, whose policy lets no other script in. */
async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

/** Drops files from outside onto the page. */
async function drop(page: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const given = Object.entries(files).map(([name, bytes]) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((all) => {
    const window = globalThis as unknown as typeof globalThis & {
      DataTransfer: new () => { items: { add(file: File): void } };
      DragEvent: new (type: string, init: object) => Event;
      dispatchEvent(event: Event): boolean;
    };
    const transfer = new window.DataTransfer();
    for (const { name, base64 } of all) transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    window.dispatchEvent(new window.DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, given);
}

describe.skipIf(browserPath === undefined)('the dashboard in a browser (skipped where there is no Chromium)', () => {
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    execFileSync('npm', ['run', '--silent', 'build:dashboard'], { cwd: root, stdio: 'inherit' });
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
  });

  test('documents that are dropped onto it are seen to run, and can be looked at page by page', async ({ place }) => {
    const api = await openApi(place);
    const complaints: string[] = [];
    const page = await openPage(api.url, complaints);
    await drop(page, { 'one.pdf': madePdf([['Hello from page one'], ['And page two']]), 'broken.pdf': Buffer.from('no PDF') });
    await page.waitForSelector('text=2 documents handed in');
    await page.waitForSelector('[data-count=completed]:text("1")');
    await page.waitForSelector('[data-count=failed]:text("1")');
    expect(await breaches(page)).toEqual([]);
    await page.screenshot({ path: join(shots, 'overview.png'), fullPage: true });

    await page.click('nav >> text=Jobs');
    await page.waitForSelector('tbody tr >> nth=1');
    await page.keyboard.press('/');
    await page.keyboard.type('one');
    await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    expect(await breaches(page)).toEqual([]);
    await page.screenshot({ path: join(shots, 'jobs.png') });
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');

    await page.waitForSelector('[data-status=completed]');
    await page.waitForSelector('text=Hello from page one');
    await page.waitForSelector('.picture img');
    await page.click('[aria-label="Next page"]');
    await page.waitForSelector('pre >> text=And page two');
    await page.click('#tab-timeline');
    await page.waitForSelector('td >> text=identify');
    expect(await breaches(page)).toEqual([]);
    await page.screenshot({ path: join(shots, 'job.png'), fullPage: true });
    expect(complaints).toEqual([]);
  });

  test('a failure is run again after its cause is gone; the page goes on when the daemon was away', async ({ place }) => {
    await writeFile(
      place.at('pipelines', 'documents.yaml'),
      (await place.read('pipelines', 'documents.yaml')).replace('[identify,', '[{ use: identify, max_pages: 1 },'),
    );
    const first = await openApi(place);
    const { port } = new URL(first.url);
    const complaints: string[] = [];
    const page = await openPage(first.url, complaints);
    await drop(page, { 'long.pdf': madePdf([['a'], ['b'], ['c']]) });
    await page.waitForSelector('[data-count=failed]:text("1")');
    await page.click('nav >> text=Failures');
    await page.waitForSelector('text=document.too-many-pages');
    await page.screenshot({ path: join(shots, 'failures.png') });
    expect(await breaches(page)).toEqual([]);

    first.daemon.kill('SIGTERM');
    await page.waitForSelector('text=The daemon does not answer');
    await first.daemon.ended;
    await writeFile(
      place.at('pipelines', 'documents.yaml'),
      (await place.read('pipelines', 'documents.yaml')).replace('max_pages: 1', 'max_pages: 9'),
    );
    const second = place.start(['run', '--json', '--port', port]);
    await second.event('daemon.started');
    await page.waitForSelector('text=The daemon does not answer', { state: 'detached' });
    await page.click('text=Run all 1 again');
    await page.click('nav >> text=Overview');
    await page.waitForSelector('[data-count=completed]:text("1")');
    // That the daemon was away is told by the browser too.
    expect(complaints.filter((said) => !/ERR_CONNECTION|ERR_INCOMPLETE|503/.test(said))).toEqual([]);
  });

  test('it can be read on a phone, in the dark, and behind a token', async ({ place }) => {
    const { stdout } = await place.run('token', '--json');
    const { token } = JSON.parse(stdout) as { token: string };
    const api = await openApi(place);
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await page.goto(api.url);
    await page.fill('input[type=password]', token);
    await page.click('text=Open');
    await page.waitForSelector('[data-count=completed]');
    expect(await breaches(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.screenshot({ path: join(shots, 'phone.png'), fullPage: true });
  });
});
