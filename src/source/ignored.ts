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
export const ignoredByDefault: readonly string[] = [
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
const options = { nocase: true, dot: true, basename: true, flags: 'is' };

/** Nearly every name matches one pattern of `include` and none of the others, so all patterns are asked in one expression first. */
function matcher(patterns: readonly string[]): (name: string) => string | undefined {
  const each = patterns.map((pattern) => ({ pattern, matches: picomatch(pattern, options) }));
  const [below, anywhere] = [true, false].map((slash) => anyOf(patterns.filter((pattern) => pattern.includes('/') === slash)));
  const any = (name: string): boolean => below?.test(name) === true || anywhere?.test(name.slice(name.lastIndexOf('/') + 1)) === true;
  return (name) => (any(name) ? each.find(({ matches }) => matches(name))?.pattern : undefined);
}

function anyOf(patterns: readonly string[]): RegExp | undefined {
  return patterns.length === 0 ? undefined : new RegExp(patterns.map((pattern) => picomatch.makeRe(pattern, options).source).join('|'), 'is');
}
