/** A span of time that a text names. */
export interface Duration {
  /** `2 years`, `18 months`, `1 day`. */
  value: string;
  from: number;
  to: number;
}

/** Spans of time in folded text: "two (2) years", "18-month", "the third anniversary", "zwei Jahre". What is left blank is none. */
export function durationsIn(folded: string): Duration[] {
  return [...folded.matchAll(duration)].flatMap((match) => {
    const [raw, word = '', digits, unit = '', ordinal] = match;
    const count = ordinal === undefined ? Number(digits ?? numberOf(word)) : ordinals.indexOf(ordinal) + 1;
    const name = ordinal === undefined ? unitOf(unit) : 'year';
    if (name === undefined || !(count > 0)) return [];
    return [{ value: `${count} ${name}${count === 1 ? '' : 's'}`, from: match.index, to: match.index + raw.length }];
  });
}

/** Counts up to twelve, and those that contracts run for, in the languages of the labels. */
const words: Readonly<Record<number, string>> = {
  1: 'one a an ein eine einem eines einen un une uno una een',
  2: 'two zwei deux dos due twee',
  3: 'three drei trois tres tre drie',
  4: 'four vier quatre cuatro quattro',
  5: 'five funf cinq cinco cinque vijf',
  6: 'six sechs seis sei zes',
  7: 'seven sieben sept siete sette zeven',
  8: 'eight acht huit ocho otto',
  9: 'nine neun neuf nueve nove negen',
  10: 'ten zehn dix diez dieci tien',
  11: 'eleven elf onze once undici',
  12: 'twelve zwolf douze doce dodici twaalf',
  15: 'fifteen funfzehn quinze quince quindici vijftien',
  18: 'eighteen achtzehn dix-huit dieciocho diciotto achttien',
  20: 'twenty zwanzig vingt veinte venti twintig',
  24: 'twenty-four vierundzwanzig vingt-quatre veinticuatro ventiquattro vierentwintig',
  25: 'twenty-five funfundzwanzig',
  30: 'thirty dreissig trente treinta trenta dertig',
  36: 'thirty-six sechsunddreissig trente-six trentasei zesendertig',
  48: 'forty-eight',
  60: 'sixty sechzig soixante sesenta sessanta zestig',
  90: 'ninety neunzig noventa novanta negentig',
  99: 'ninety-nine',
};

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const units: Readonly<Record<string, string>> = {
  year: 'year years jahr jahre jahren jahres an ans annee annees ano anos anno anni jaar jaren',
  month: 'month months monat monate monaten mois mes meses mese mesi maand maanden',
  week: 'week weeks woche wochen semaine semaines semana semanas settimana settimane weken',
  day: 'day days tag tage tagen jour jours dia dias giorno giorni dag dagen',
};

const numbers = new Map(Object.entries(words).flatMap(([number, names]) => names.split(' ').map((name) => [name, Number(number)] as const)));
const unitNames = new Map(Object.entries(units).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)));

const duration = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(?:(\d{1,3}|${alternatives(numbers.keys())}) ?(?:\( ?(\d{1,3}) ?\))?[ -](?:full |calendar |consecutive |complete )?(${alternatives(unitNames.keys())})|(${alternatives(ordinals)}) anniversary)(?!\p{L})`,
  'gu',
);

function alternatives(names: Iterable<string>): string {
  return [...names].sort((a, b) => b.length - a.length).join('|');
}

function numberOf(word: string): number | undefined {
  return /^\d/.test(word) ? Number(word) : numbers.get(word);
}

function unitOf(name: string): string | undefined {
  return unitNames.get(name);
}
