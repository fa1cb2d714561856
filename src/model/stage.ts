import type { ZodObject, ZodType, z } from 'zod';
import type { Document, DocumentPatch, Patch, SourceFile } from './document.ts';
import type { Note } from './note.ts';
import type { Usage } from './usage.ts';

/** Page stages work on one page at a time and are handed out in ranges; document stages see the whole. */
export type StageScope = 'page' | 'document';

/** What a stage has found on the machine, or which of its options ask for something that is not there and what to install. */
export type Equipment = { found: Readonly<Record<string, string>> } | { missing: readonly { option: string; message: string }[] };

/** An option that names files of data: YAML or JSON. */
export interface NamedFiles {
  /** What one of them holds, as messages call it: `document type`. */
  what: string;
  schema: ZodType;
  /** Whether people write them, and editors may help. */
  editable?: true;
  /** Folder below `pipelines/` of this package that the word `shipped` stands for. */
  shipped?: string;
  /** Stages before this one whose option of the same name is taken where this one is left out: that of the first which the pipeline has. */
  as?: readonly string[];
  /** The key of a file that names another of them. */
  refers?: string;
}

/** What is known of a stage without loading its code. `spec.ts` exports it as `spec`, and never imports `run.ts`. */
export interface StageSpec<C extends ZodObject = ZodObject> {
  /** As in `use:`. */
  name: string;
  /** One sentence for the documentation. */
  summary: string;
  /** Raised whenever the same input may give another output; part of every checkpoint's key. */
  version: number;
  scope: StageScope;
  /** Earlier stages whose output this one is given; those that the pipeline leaves out are simply absent. */
  reads: readonly string[];
  /** Stages that it cannot do its work without: a pipeline that leaves them out has them all the same, with their defaults. */
  brings?: readonly string[];
  /** The stage's own options, each with a default and a description; with `.meta({ secret: true })`, last, those that only workers may know. */
  config: C;
  /**
   * Options that name files, relative to the pipeline file, or folders of them. They are read when the pipeline is loaded, and what they say stands in the config
   * in place of their names: a changed file gives new checkpoint keys, and no worker opens a path that somebody has written down.
   */
  files?: Readonly<Record<string, NamedFiles>>;
  /** Milliseconds that one task may take when the pipeline does not say. */
  timeout: number;
  /** Page stages: how many pages make about a second of work. */
  pagesPerTask: number;
  /** Page stages: once all pages are done, `run.ts` looks at them together, its own outputs included (`runWhole`). */
  whole?: true;
  /**
   * Looks for what the stage needs of the machine beside this package, such as a program, when a pipeline is loaded. Names and versions of what is found
   * join the config as `equipment`: outputs of an older version are not taken for those of a newer one.
   */
  equip?(config: Readonly<Record<string, unknown>>): Equipment;
}

/** What a stage is given for one task. */
export interface StageTask<C> {
  file: SourceFile;
  config: C;
  /** The fold of the outputs of the stages that the spec `reads`. */
  document: Document;
  /** Page stages: the page to read, from 1. Document stages: 0. */
  page: number;
  /** Present when a person asks how the stage came to its answer. */
  note?: (note: Omit<Note, 'stage'>) => void;
  /** Tells what a service was asked for this task: part of the ledger and of reports, never of the output. */
  spend?: (usage: Usage) => void;
}

/** `run.ts` exports this as `run`. Throw a `MillraceError` to fail the page or the document; anything else counts as `stage.failed`. */
export type StageRun<C> = (task: StageTask<C>) => Promise<Patch> | Patch;

/** What `run.ts` of a stage with `whole` exports as `runWhole`, beside `run`. */
export type StageRunWhole<C> = (task: StageTask<C>) => Promise<DocumentPatch> | DocumentPatch;

/** Of a stage or of a sink. */
export type ConfigOf<S extends { config: ZodObject }> = z.output<S['config']>;
