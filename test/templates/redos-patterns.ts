/** A pattern that backtracking engines take very long with, what is repeated to make them, and what ends the text. */
export type Redos = readonly [pattern: string, pump: string, end: string];

/** What can be told apart in too many ways: the shapes that the literature lists (Davis et al., "The Impact of ReDoS in Practice", 2018), over several alphabets. */
const shapes: readonly ((x: string) => string)[] = [
  (x) => `^(${x}+)+$`,
  (x) => `^(${x}*)*$`,
  (x) => `^(${x}+)*$`,
  (x) => `^(${x}|${x})+$`,
  (x) => `^(${x}|${x}${x})+$`,
  (x) => `^(${x}|${x}?)+$`,
  (x) => `(${x}+)+=`,
  (x) => `(.*${x}){11}=`,
  (x) => `^${x}*${x}*${x}*${x}*=$`,
  (x) => `^(${x}+${x}+)+=`,
  (x) => `(?:${x}+,?)+=$`,
  (x) => `^((${x}+)*)+=$`,
  (x) => `(${x}{1,20})*=$`,
  (x) => `${x}+$`,
  (x) => `^(?:${x}+${x}*)+=$`,
];

const alphabets: readonly (readonly [source: string, pump: string])[] = [
  ['a', 'a'],
  ['[a-z]', 'x'],
  [String.raw`\d`, '7'],
  [String.raw`\w`, 'w'],
  [String.raw`\s`, ' '],
  ['.', 'y'],
  ['[^=,]', 'q'],
  [String.raw`[\w.-]`, 'z.'],
];

const families = shapes.flatMap((shape) => alphabets.map(([source, pump]): Redos => [shape(source), pump, '!']));

/** Such as stood in well-known programs, by what they were to recognise. */
const published: readonly Redos[] = [
  // E-mail addresses.
  [String.raw`^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$`, 'a', '!'],
  [String.raw`^[\w.+-]+@([\w-]+\.)+[\w-]+$`, 'a@a.', '!'],
  [String.raw`^([0-9a-zA-Z]([-.\w]*[0-9a-zA-Z])*@(([0-9a-zA-Z])+([-\w]*[0-9a-zA-Z])*\.)+[a-zA-Z]{2,9})$`, 'a', '!'],
  [String.raw`^\w+([-+.']\w+)*@\w+([-.]\w+)*\.\w+([-.]\w+)*$`, 'a', '!'],
  [String.raw`^([a-z0-9_.-]+)@([\da-z.-]+)\.([a-z.]{2,6})$`, 'a.', '!'],
  [String.raw`(?i)^([^\s@]+\s?)+@example\.com$`, 'a ', '!'],
  // Addresses of the web.
  [String.raw`^(https?://)?([\da-z.-]+)\.([a-z.]{2,6})([/\w .-]*)*/?$`, '/a', '!'],
  [String.raw`^(?:(?:https?|ftp)://)(?:\S+(?::\S*)?@)?(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9]-*)*[a-z0-9]+)$`, 'a-', '!'],
  [String.raw`^(([\w-]+\.)+[\w-]+(/[\w- ./?%&=]*)?)+$`, 'a.', '!'],
  [String.raw`([^/]+/?)*\.html$`, 'a/', '!'],
  [String.raw`^(?:[^:/?#]+:)?(?://[^/?#]*)?[^?#]*(?:\?[^#]*)?(?:#.*)?=$`, 'a/', '!'],
  // Numbers and dates.
  [String.raw`^\d*\.?\d*\.?\d*\.?\d*$`, '1', '!'],
  [String.raw`^(\d+,?)+$`, '1', '!'],
  [String.raw`^\$?(\d{1,3},?(\d{3},?)*\d{3}(\.\d{0,2})?|\d{1,3}(\.\d{0,2})?|\.\d{1,2}?)$`, '111,', '!'],
  [String.raw`^(?:\+?\d{1,4}[\s-]?)?(?:\(?\d{1,4}\)?[\s-]?)*\d$`, '1 ', '!'],
  [String.raw`(\d+)*(\d+)*:`, '1', ''],
  [String.raw`^([+-]?\d+\.?\d*)*([eE][+-]?\d+)?$`, '1', '!'],
  [String.raw`\s*(\d+)\s*[-/.]\s*(\d+)\s*[-/.]\s*(\d{4})`, ' 1', ''],
  [String.raw`(\w*\s*)*\d{1,2},?\s*\d{4}`, 'a ', ''],
  // Blanks at the ends.
  [String.raw`\s+$`, ' ', 'x'],
  [String.raw`^\s+|\s+$`, ' ', 'x'],
  [String.raw`^(\s*\S+\s*)*$`, 'a ', '\u0001\n'],
  [String.raw`[ \t]+\r?\n$`, ' ', 'x'],
  [String.raw`(\s|&nbsp;)+$`, ' ', 'x'],
  [String.raw`\s*,\s*`, ' ', ''],
  [String.raw`\s*=\s*`, ' ', ''],
  [String.raw`\s*#\s*(.*)\s*$`, ' ', 'x\n\n'],
  // Mark-up.
  [String.raw`<(?:[^>"']|"[^"]*"|'[^']*')*>`, '<"', ''],
  [String.raw`<!--(?:-?[^-])*-->`, '<!--', ''],
  [String.raw`<([a-z]+)(\s+[a-z]+(="[^"]*")?)*\s*/?>`, '<a a', ''],
  [String.raw`<a\s+(?:[^>]*?\s+)?href="([^"]*)"`, '<a  ', ''],
  [String.raw`^(?:\s*<[\w\W]+>)[^>]*$|#([\w-]*)$`, '<', ' x'],
  [String.raw`!\[((?:\[[^\]]*\]|[^\[\]])*)\]\(([^)]*)\)`, '![[', ''],
  [String.raw`^(\*{3,}|-{3,}|_{3,})(\s*\1)?$`, '-', 'x'],
  [String.raw`(\*\*|__)(.*?)(\*\*|__)=`, '**', ''],
  [String.raw`^ *(?:#{1,6}) *([^\n]+?) *#* *=(?:\n|$)`, '# ', ''],
  [String.raw`(?:\|[^|\n]*)+\|\n\|(?:-+\|)+=`, '|a', ''],
  // Programs: comments, strings, names.
  [String.raw`/\*(?:[^*]|\*+[^*/])*\*+/`, '/*', ''],
  [String.raw`"(?:[^"\\]|\\.)*"=`, '\\"', ''],
  [String.raw`'(?:''|[^'])*'=`, "''", ''],
  [String.raw`^(([a-z])+.)+[A-Z]([a-z])+$`, 'a', '!'],
  [String.raw`^(?:[a-z_$][\w$]*\s*,?\s*)+\)$`, 'a ', '!'],
  [String.raw`(?:(?:[a-z]+\.)*[a-z]+)+\(\)`, 'a.', '!'],
  [String.raw`^\s*(?:[^:]+:\s*[^;]+;?\s*)*\}$`, 'a:b;', '!'],
  [String.raw`(?:[@\w-]+\s+)+\{`, 'a ', '!'],
  [String.raw`([\w-]+)\s*:\s*((?:[^;"']|"[^"]*"|'[^']*')+);`, 'a:', ''],
  // Headers, agents, cookies.
  [String.raw`(?:;\s*(?:[^=;\s]+)\s*=\s*(?:[^;]*))*,$`, '; a=', '!'],
  [String.raw`^(?:[^/]+/[\d.]+\s*(?:\([^)]*\)\s*)?)+$`, 'a/1 ', '!'],
  [String.raw`((?:[A-z0-9]+|[A-z\-]+ ?)+)(?:tablet|phone);`, 'a', '!'],
  [String.raw`android.+[;/]\s+((?:[a-z]+\s?)+)\s+build`, 'android; a ', ''],
  [String.raw`^([\w!#$%&'*+.^|~-]+)/([\w!#$%&'*+.^|~-]+)(?:\s*;\s*[^=]+=(?:"[^"]*"|[^;]*))*$`, 'a/a;a=', '"'],
  [String.raw`max-age\s*=\s*"?\s*(\d+)\s*"?\s*,`, 'max-age= ', ''],
  [String.raw`(?:^|,)\s*([\w*-]+)\s*(?:;\s*q\s*=\s*([\d.]+)\s*)?=`, ', a ', ''],
  // Paths, versions, globs.
  [String.raw`^(?:\.{0,2}/)*(?:[^/]+/)*[^/]*\.js=$`, './', ''],
  [String.raw`^(?:[^*]*\*)+[^*]*=$`, '*', ''],
  [String.raw`^v?(\d+)\.(\d+)\.(\d+)(?:-((?:\d+|\d*[a-z-][\da-z-]*)(?:\.(?:\d+|\d*[a-z-][\da-z-]*))*))?=$`, '1.1.1-a.', ''],
  [String.raw`^(?:\w:)?(?:[\\/]+[^\\/]+)*[\\/]*=$`, '/a', ''],
  [String.raw`(?:.*/)*(.*)\.(.*)=`, '/.', ''],
  // What people write for invoices.
  [String.raw`(?:\w+\s*)+Total:\s*([\d.,\s]+)+EUR`, 'Total: 1 ', ''],
  [String.raw`Invoice(?:\s*\w*\s*)*No\.?\s*:?\s*(\d+)`, 'Invoice a ', ''],
  [String.raw`^(?P<desc>(?:\S+\s?)+)\s+(?P<qty>\d+)\s+(?P<price>[\d.]+)$`, 'a 1 ', 'x'],
  [String.raw`(?P<a>.+)\s+(?P<b>.+)\s+(?P<c>.+)\s+(?P<d>.+)\s+=`, 'a ', ''],
  [String.raw`((?:[A-Z][a-z]+\s?)+)(?:GmbH|Ltd|Inc)`, 'Ab ', ''],
  [String.raw`(?:\d{1,3}(?:[.,\s]\d{3})*)+\s*(?:EUR|USD)`, '111 ', ''],
  [String.raw`(?s)Start(.*?)(.*?)(.*?)End`, 'Start', ''],
  [String.raw`([\s\S]*?)*Amount`, 'x\n', ''],
  // Kept for what automata are bad at: many states, long counts, late decisions.
  [String.raw`(?:a?){30}a{30}=`, 'a', ''],
  [String.raw`(a|b)*a(a|b){12}=`, 'ab', ''],
  [String.raw`.*a.{14}=`, 'ab', ''],
  [String.raw`(x+x+)+y`, 'x', ''],
  [String.raw`(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[0-9]=`, 'a', ''],
  [String.raw`\b(\w+)\b(?:.*\b(\w+)\b)*=`, 'a ', ''],
  [String.raw`(?:\pL{1,50}\s){5}=`, 'é ', ''],
  [String.raw`(a{0,100}){0,100}`, 'a', '!'],
  [String.raw`((a{1,100}){1,100}){1,100}`, 'a', '!'],
  [String.raw`(?:[a-z]{1,40}){1,40}1`, 'a', '!'],
  // Refused: nobody matches these in linear time.
  [String.raw`(?=(a+))\1b`, 'a', ''],
  [String.raw`^(?:(?=[ab]*)a|b)+$`, 'a', '!'],
  [String.raw`(a*)*\1b`, 'a', ''],
  [String.raw`(?<!a+)b`, 'a', ''],
  [String.raw`^(?!.*(.).*\1)[a-z]+$`, 'a', '!'],
  [String.raw`(?P<q>['"])(?:.*?)(?P=q)=`, '"', ''],
];

export const redosPatterns: readonly Redos[] = [...families, ...published];
