import type { Mistake } from './mistake.ts';
import type { Places } from './places.ts';
import type { Problem } from './problem.ts';
import type { SourceText } from './source-text.ts';

/** Gives mistakes the place in their file that they are about. */
export function locator(source: SourceText, places: Places): (mistake: Mistake) => Problem {
  return ({ path, or, at, code, message, suggestion }) => {
    const place = places.find(at === 'parent' ? path.slice(0, -1) : or !== undefined && !places.has(path) && places.has(or) ? or : path);
    const [start, end] = place.value;
    const ofKey = at !== 'value' || start === end;
    return source.problem(code, ofKey ? (place.key ?? place.value) : place.value, message, suggestion);
  };
}
