/**
 * The text with a `'` in front when a spreadsheet would take it for a formula (OWASP, "CSV injection"): a document could otherwise have the program of whoever
 * opens its table run commands or send the sheet elsewhere. Numbers, dates and phone numbers stay what they are, though they begin with a sign.
 */
export function defused(text: string): string {
  return formulaStart.test(text) && !harmless.test(text) ? `'${text}` : text;
}

/** Also behind what programs skip, and in the full-width forms that some of them read as the plain ones. */
const formulaStart = /^[\s"\u200b-\u200d\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Nothing that could name a cell, a function or a program: digits with their signs, a currency or a unit of three capitals at the most. */
const harmless = /^[+-](?:[-+\d\s.,:'’()/%‰°*]|\p{Sc})*(?:\s[A-Z]{3})?$/u;
