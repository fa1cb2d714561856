import { fold } from './fold.ts';

/** The English name of the country that a text names and nothing else, in any of the languages; undefined for any other text. */
export function countryNamed(text: string): string | undefined {
  return countryNames.get(nameKey(text));
}

/** What notations of one name have in common: its words, folded. */
export function nameKey(name: string): string {
  return (fold(name).match(/\p{L}+/gu) ?? []).join(' ');
}

/** Languages whose names of countries are known. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

/** Names beside those that the Unicode CLDR gives. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  'United States': ['U.S.', 'U.S.A.', 'USA', 'United States of America', 'Vereinigten Staaten von Amerika'],
  'United Kingdom': ['U.K.', 'UK', 'Great Britain', 'United Kingdom of Great Britain and Northern Ireland'],
  'Hong Kong': ['Hong Kong SAR', 'Hong Kong Special Administrative Region'],
  China: ["People's Republic of China", 'P.R.C.', 'PRC', 'P.R. China', 'Mainland China'],
  'South Korea': ['Republic of Korea', 'Korea'],
  Russia: ['Russian Federation'],
  Czechia: ['Czech Republic'],
  Türkiye: ['Turkey'],
  Ireland: ['Republic of Ireland'],
  Netherlands: ['The Netherlands', 'Holland', 'Nederland'],
  Switzerland: ['Schweizerischen Eidgenossenschaft', 'Confédération suisse'],
  Germany: ['Federal Republic of Germany', 'Bundesrepublik Deutschland'],
};

/** All pairs of letters: those that are no code of a country have no name. */
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const regionCodes = letters.flatMap((first) => letters.map((second) => first + second));

/** English names by the keys of all names. */
export const countryNames: ReadonlyMap<string, string> = new Map([
  ...languages.flatMap(localNames),
  ...Object.entries(otherNames).flatMap(([name, others]) => others.map((other) => [nameKey(other), name] as const)),
]);

function localNames(language: string): (readonly [key: string, name: string])[] {
  const [english, local] = ['en', language].map((code) => new Intl.DisplayNames(code, { type: 'region', fallback: 'none' }));
  return regionCodes.flatMap((code) => {
    const [name, localName] = [english?.of(code), local?.of(code)];
    return name === undefined || localName === undefined ? [] : [[nameKey(localName), name] as const];
  });
}
