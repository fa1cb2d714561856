import { lettersAndDigits } from '../../../values/fold.ts';
import { monthPattern } from '../../../values/month-names.ts';
import { foldProse } from './fold.ts';
import { legalForm, namesCompany } from './legal-forms.ts';
import { roles } from './roles.ts';

/** A name of a company or a person at the start of a text. */
export interface PartyName {
  /** As results give it. */
  name: string;
  /** Places in the text, the end exclusive. */
  from: number;
  to: number;
  isCompany: boolean;
}

/** Reads the name that a text begins with, up to what describes its bearer: a role, a seat, "a corporation of …". */
export function partyNameAt(text: string): PartyName | undefined {
  const from = leading.exec(text)?.[0].length ?? 0;
  const words = nameWords(text.slice(from, from + longestName.characters));
  const last = words.at(-1);
  if (last === undefined || words.length > longestName.words) return undefined;
  const to = from + last.index + last[0].replace(isAbbreviated(last[0]) ? /[,;:]*$/ : /(?:['’]s)?[.,;:]*$/, '').length;
  const raw = text.slice(from, to);
  if (!/\p{L}{2}/u.test(raw) || dated.test(foldProse(raw)) || isRole(raw)) return undefined;
  return { name: asGiven(raw), from, to, isCompany: words.some(([word]) => namesCompany(word)) };
}

/** What notations of one name have in common: letters and digits, without article and legal form. */
export function nameKey(name: string): string {
  const words = name.replace(/^the /i, '').split(/\s+/);
  while (words.length > 1 && legalForm(words.at(-1) ?? '') !== undefined) words.pop();
  return lettersAndDigits(words.join(''));
}

/** Longer ones are sentences. */
const longestName = { words: 12, characters: 100 };

/** Numbers, articles in small letters, forms of address and kinds of companies before a name. */
const leading =
  /^(?:[\s,:"“]|\(?(?:\d{1,2}|[ivx]{1,3}|[a-cA-C])[.)]\s|(?:the|der|die|den|dem|la|le|les|el|il|lo|de|het|by)\s|(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|Monsieur|Madame|Don|Doña|Sig|[Dd]ott|sig)\.?\s(?=\p{Lu})|(?:[Ll]a |[Ll]es )?(?:soci[eé]t[eéà]|soussignés|sociedad|firma|Firma|ditta)\s)+/u;

/** "January 1". */
const dated = new RegExp(String.raw`^${monthPattern}\W{0,2}\d`);

/** Small words inside names. */
const connecting = new Set('of and & the for in de del della di da du des der den van von zu la le y et und e en + -'.split(' '));

/** What stands beside signatures. */
const caption = /^(?:by|its|name|title|dated?|sign|signature|signed|print|printed|address|attn|attention|witness)[:.]?$/i;

/** What follows a comma in the name of a person. */
const personal = /^(?:Jr|Sr|I{2,3}|IV|Ph\.?D|M\.?D|Esq)[.,]*$/;

/** Words as long as they can belong to one name. */
function nameWords(text: string): RegExpExecArray[] {
  const words: RegExpExecArray[] = [];
  for (const word of text.matchAll(/\S+/g)) {
    const before = words.at(-1)?.[0];
    if (!isNameWord(word[0]) || (before !== undefined && isOver(before, word[0]))) break;
    words.push(word);
  }
  while (connecting.has(foldProse(words.at(-1)?.[0] ?? ''))) words.pop();
  return words;
}

function isNameWord(word: string): boolean {
  if (/^["“”([_]|_{2}|\/s\//.test(word) || caption.test(word)) return false;
  return /^[\p{Lu}\d]|^\p{Ll}{1,2}\p{Lu}/u.test(word) || connecting.has(foldProse(word)) || legalForm(word) !== undefined;
}

/** Whether the full stop of a word is its own, and not that of the sentence. */
function isAbbreviated(word: string): boolean {
  return legalForm(word) !== undefined ? !/['’]s/.test(word) : personal.test(word);
}

/** Whether a name ends before the next word: after a legal form, at a comma unless what belongs to the name follows it, before the number of a house. */
function isOver(before: string, word: string): boolean {
  if (/["”)\];]$/.test(before)) return true;
  if (legalForm(word) !== undefined || personal.test(word)) return false;
  return /[,;:]$/.test(before) || (legalForm(before) !== undefined && word !== '&') || (connecting.has(foldProse(before)) && /^\d/.test(word));
}

/** The parts that parties take, singly or in a row, are no names. */
function isRole(raw: string): boolean {
  const words = foldProse(raw).match(/[\p{L}']+/gu) ?? [];
  return words.every((word) => roleWords.has(word));
}

const roleWords = new Set([
  ...roles.flatMap((role) => role.split(' ')),
  ...'the each such one other both any all this it his her agreement affiliate affiliates subsidiary subsidiaries effective exhibit section and or of'.split(
    ' ',
  ),
]);

/** One notation for each name: "and" for "&", no comma before a legal form, legal forms spelled alike. */
export function asGiven(raw: string): string {
  const and = raw === raw.toUpperCase() ? 'AND' : 'and';
  const words = raw.split(/\s+/).map((word) => (word === '&' ? and : word));
  return words
    .map((word, at) => {
      const form = at === 0 ? undefined : legalForm(word);
      return form ?? (legalForm(words[at + 1] ?? '') === undefined ? word : word.replace(/,$/, ''));
    })
    .join(' ');
}
