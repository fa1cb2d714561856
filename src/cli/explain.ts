import { closeSync, existsSync, openSync, readSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { explain as explainPage } from '../daemon.ts';
import { layoutText } from '../layout/layout-text.ts';
import { asMillraceError, errorKinds, MillraceError } from '../model/errors.ts';
import { pictureLayers } from '../model/explanation.ts';
import type { Explanation, PictureLayer } from '../model/explanation.ts';
import type { Plan } from '../model/plan.ts';
import { explanationText } from './explanation-text.ts';
import { explanationView } from './explanation-view.ts';
import { someFailed } from './exit-codes.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';
import { planFor } from './plans.ts';
import { jsonOption, tell } from './state.ts';

interface Arguments {
  file: string;
  page: number;
  out: string | undefined;
  pipeline: string | undefined;
  only: PictureLayer[] | undefined;
  alone: boolean;
  layout: boolean;
  json: boolean;
}

export const explain = (io: Io): CommandModule<object, Arguments> => ({
  command: 'explain <file>',
  describe:
    'Show how one page is read: draw its words, lines, cells and tables over it, and say which rule decided what, and which template found what',
  builder: (args) =>
    args
      .positional('file', { type: 'string', demandOption: true, describe: 'A document' })
      .option('page', { type: 'number', default: 1, describe: 'Which page', requiresArg: true, coerce: once<number>('page') })
      .option('out', {
        type: 'string',
        describe: 'The picture (default: <file>.page-N.png in this folder)',
        requiresArg: true,
        coerce: once<string>('out'),
      })
      .option('pipeline', {
        type: 'string',
        describe: 'Pipeline file (default: pipelines/documents.yaml)',
        requiresArg: true,
        coerce: once<string>('pipeline'),
      })
      .option('only', {
        type: 'string',
        array: true,
        choices: pictureLayers,
        describe: 'What to draw; may be given again (default: all)',
        requiresArg: true,
      })
      .option('alone', {
        type: 'boolean',
        default: false,
        describe: 'Read no other page: faster, but without what stages find on the whole document',
      })
      .option('layout', {
        type: 'boolean',
        default: false,
        describe: 'Only print the page as templates see it: in type of one width, columns kept apart by blanks',
      })
      .option('json', jsonOption)
      .example('$0 explain report.pdf --page 3', 'Writes report.pdf.page-3.png and lists what was accepted and refused')
      .example('$0 explain scan.png --only words', 'What was recognised, coloured by confidence')
      .example('$0 explain report.pdf --page 3 --json', 'All that the stages noted, for a program')
      .example('$0 explain invoice.pdf', 'What type of document it is and why, which templates were tried, and what was found where')
      .epilogue('Keeps nothing. Of the other pages at most ten are read. Exit code 3: the document, a stage or the picture failed.'),
  handler: async (args) => {
    if (!Number.isInteger(args.page) || args.page < 1) throw new MillraceError('usage.invalid', '--page must be a whole number from 1 on');
    const path = documentAt(resolve(io.cwd, args.file), args.file);
    const picture = args.layout ? undefined : pictureAt(resolve(io.cwd, args.out ?? `${basename(args.file)}.page-${String(args.page)}.png`), path);
    const plan = planFor(io, args.pipeline, undefined, undefined);
    if (io.isTTY) io.err(`Reading page ${String(args.page)} …\n`);
    const explanation = await explained(io, args, plan, path, picture);
    if (explanation === undefined) return;
    const drawn = explanation.steps.every(({ name, failed }) => name !== 'picture' || failed === undefined);
    const shown = { explanation, filename: basename(args.file), pipeline: plan.name, picture: drawn && picture !== undefined ? picture : null };
    if (args.layout) io.out(`${layoutText(explanation.page)}\n`);
    else tell(io, args.json, explanationView(shown), () => explanationText(shown, io.columns));
    if (explanation.steps.some(({ failed }) => failed !== undefined)) io.exit(someFailed);
  },
});

function documentAt(path: string, given: string): string {
  try {
    if (statSync(path).isDirectory()) throw new MillraceError('usage.invalid', `${given} is a folder; name one document`);
    return realpathSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'ELOOP') throw error;
    throw new MillraceError('usage.invalid', `${given} is not there`, error);
  }
}

/** Only a PNG is replaced, most likely that of an earlier call; a slip must not cost a document. */
function pictureAt(path: string, document: string): string {
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true) throw new MillraceError('usage.invalid', `There is no folder ${dirname(path)} to put the picture into`);
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) return path;
  if (there.isDirectory()) throw new MillraceError('usage.invalid', `--out must name a file, and ${path} is a folder`);
  if (!there.isFile() || realpathSync(path) === document || !isPng(path))
    throw new MillraceError('usage.invalid', `${path} is there already and not such a picture; name another file by --out`);
  return path;
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

function isPng(path: string): boolean {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(pngSignature.length);
    readSync(handle, head);
    return head.equals(pngSignature);
  } finally {
    closeSync(handle);
  }
}

/** Undefined when the document itself could not be read, which has then been said. */
async function explained(
  io: Io,
  { file, page, only = [], alone, layout }: Arguments,
  plan: Plan,
  path: string,
  picture: string | undefined,
): Promise<Explanation | undefined> {
  const scratch = picture === undefined ? undefined : `${picture}.part`;
  if (scratch !== undefined) rmSync(scratch, { force: true });
  try {
    const explanation = await explainPage({
      plan,
      path,
      filename: basename(file),
      page,
      alone: alone || layout,
      only,
      picture: scratch,
      node: io.node,
      clock: io.clock,
    });
    if (scratch !== undefined && picture !== undefined && existsSync(scratch)) renameSync(scratch, picture);
    return explanation;
  } catch (thrown) {
    const error = asMillraceError(thrown);
    if ('exit' in errorKinds[error.code]) throw error;
    io.err(`millrace: error[${error.code}] ${error.message}\n${errorKinds[error.code].help}\n`);
    io.exit(someFailed);
    return undefined;
  } finally {
    if (scratch !== undefined) rmSync(scratch, { force: true });
  }
}
