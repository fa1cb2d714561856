/**
 * Names and abbreviations by month, lower case and without accents, in English, German, French, Spanish, Italian, Dutch and Portuguese,
 * Swedish, Danish and Polish.
 */
const namesByMonth: readonly string[] = [
  'january jan januar janner janvier janv enero ene gennaio gen januari janeiro stycznia',
  'february feb februar feber fevrier fevr fev febrero febbraio februari fevereiro lutego',
  'march mar marz maerz mrz mars marzo maart mrt marco marts marca',
  'april apr avril avr abril abr aprile kwietnia',
  'may mai mayo maggio mag mei maio maj maja',
  'june jun juni juin junio giugno giu junho czerwca',
  'july jul juli juillet juil julio luglio lug julho lipca',
  'august aug aout agosto ago augustus augusti sierpnia',
  'september sep sept septembre septiembre setiembre settembre sett set setembro wrzesnia',
  'october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika',
  'november nov novembre noviembre novembro listopada',
  'december dec dezember dez decembre diciembre dic dicembre dezembro grudnia',
];

const monthByName = new Map(namesByMonth.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)));

/** The source of a pattern for names of months in folded text; pictures are read with 0 for o and 1 for l. */
export const monthPattern = `(?:${[...monthByName.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('o', '[o0]').replaceAll('l', '[l1]'))
  .join('|')})(?![a-z])`;

/** The month, from 1, of what `monthPattern` has matched. */
export function monthOf(name: string): number | undefined {
  return monthByName.get(name.replaceAll('0', 'o').replaceAll('1', 'l'));
}
