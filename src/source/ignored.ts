import picomatch from 'picomatch';

/** Which files of a folder are wanted: `include` and `ignore` are globs, in any case; one without `/` is matched against the name alone, at any depth. */
export interface Wanted {
  include: readonly string[];
  ignore: readonly string[];
}

/** Answers why something is left out, as a clause for a person; undefined when it is wanted. Names are paths below the folder, with `/`. */
export interface Sieve {
  file(name: string): string | undefined;
  folder(name: string): string | undefined;
}

/** Names that programs give to files which are not finished, not documents, or not meant to be seen. */
const ignoredByDefault: readonly string[] = [
  ...['*.part', '*.tmp', '*.crdownload', '*.partial', '~$*', '._*', '.*', '*~', '*.swp', '.syncthing.*', '~syncthing~*'],
  ...['.stfolder', '.stversions', '@eaDir', 'Thumbs.db', 'desktop.ini', '.DS_Store', 'lost+found'],
];

/** Every file that is left out is left out for a reason that can be told, so the patterns are asked one by one once one of them is known to match. */
export function sieve({ include, ignore }: Wanted): Sieve {
  const byDefault = matcher(ignoredByDefault);
  const byPlan = matcher(ignore);
  const wanted = matcher(include);
  const folder = (name: string): string | undefined => {
    const pattern = byDefault(name.slice(name.lastIndexOf('/') + 1));
    if (pattern !== undefined) return `its name matches ${pattern}, which is ignored by default`;
    const planned = byPlan(name);
    return planned === undefined ? undefined : `its name matches ${planned} of ignore`;
  };
  const file = (name: string): string | undefined =>
    folder(name) ?? (wanted(name) === undefined ? 'its name matches no pattern of include' : undefined);
  return { file, folder };
}

/** The `s` flag lets a name hold line breaks. */
const options = { nocase: true, dot: true, flags: 'is' };

/** Nearly every name matches one pattern of `include` and none of the others, so all patterns are asked in one expression first. */
function matcher(patterns: readonly string[]): (name: string) => string | undefined {
  const each = patterns.map((pattern) => ({ pattern, below: pattern.includes('/'), expression: picomatch.makeRe(pattern, options) }));
  const anyOf = (below: boolean): RegExp => union(each.filter((one) => one.below === below).map((one) => one.expression.source));
  const [anyBelow, anyNamed] = [anyOf(true), anyOf(false)];
  return (name) => {
    const base = name.slice(name.lastIndexOf('/') + 1);
    if (!anyBelow.test(name) && !anyNamed.test(base)) return undefined;
    return each.find(({ below, expression }) => expression.test(below ? name : base))?.pattern;
  };
}

const union = (sources: readonly string[]): RegExp => (sources.length === 0 ? /(?!)/ : new RegExp(sources.join('|'), 'is'));
