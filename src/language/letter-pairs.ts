/**
 * By letter, the letters that practically never follow it within a word: rarer than 1 in 25,000 pairs in each of English, German, French, Spanish,
 * Italian, Portuguese, Polish, Czech and Turkish, and in no common word of Dutch, no German compound and no name with Mc. Codes of a font taken for letters hold one of
 * these pairs in most words.
 */
const neverFollowing: Readonly<Record<string, string>> = {
  b: 'fqx',
  c: 'fpvw',
  d: 'x',
  f: 'cjqvx',
  g: 'cjqvx',
  h: 'jqx',
  j: 'qxy',
  k: 'qx',
  l: 'jx',
  m: 'jqx',
  p: 'jqx',
  q: 'abcdefghijklmnopqrstvwxyz',
  r: 'x',
  s: 'x',
  t: 'jqx',
  u: 'q',
  v: 'bfhmpqtvw',
  w: 'gjqvwx',
  x: 'bdfgjklmrvwxz',
  y: 'qxy',
  z: 'fjx',
};

/** Letters that are not an accent away from a plain one. */
const alike: Readonly<Record<string, string>> = { æ: 'a', œ: 'o', ø: 'o', ł: 'l', ı: 'i', ß: 's', đ: 'd', ð: 'd', þ: 't', ŋ: 'n', ħ: 'h', ŧ: 't' };

/** The Latin letters with their accents, to the end of Latin Extended-B: each one's place in the alphabet from 1, and 0 for what is no letter. */
const letters = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase();
  const plain = (alike[character] ?? character).normalize('NFD').charCodeAt(0) - 96;
  return plain >= 1 && plain <= 26 ? plain : 0;
});

const never = new Uint8Array(27 * 27);
for (const [first, others] of Object.entries(neverFollowing))
  for (const other of others) never[27 * letterOf(first.charCodeAt(0)) + letterOf(other.charCodeAt(0))] = 1;

/** The place in the alphabet, from 1, of the plain form of a Latin letter; 0 for any other character. */
export function letterOf(code: number): number {
  return letters[code] ?? 0;
}

/** May one letter follow another within a word? Both by their places in the alphabet. */
export function mayFollow(first: number, second: number): boolean {
  return never[27 * first + second] === 0;
}
