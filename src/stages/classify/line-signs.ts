import { currencyCodes, wordlikeCodes } from '../../values/currency-names.ts';

// What lines look like whatever their language. Every pattern takes time by the length of the line: repeats are bounded.

const codes = currencyCodes.filter((code) => !wordlikeCodes.has(code)).join('|');

/** Thousands and decimals are never parted by the same mark: that would be a date or an address. */
const whole = String.raw`(?:\d{1,3}(?:,\d{3}){0,3}\.|\d{1,3}(?:\.\d{3}){0,3},|\d{1,3}(?:[ ']\d{3}){1,3}[.,]|\d{4,9}[.,])`;

const withDecimals = String.raw`(?<![\d.,])${whole}\d{2}(?![\d.,]{0,20}\d)`;

const withCurrency = String.raw`(?:\p{Sc}|\b(?:RM|Rs|Rp|${codes})\.?)\s?\d{1,9}(?![\d.,]{0,20}\d)`;

/** `1,234.50`, `1 234,50`; `RM 12`, `€ 5`: two decimals, or a currency before it. */
export const amounts = new RegExp(`${withDecimals}|${withCurrency}`, 'gu');

/** `03.02. Direct debit 12,50-`: a day first, an amount last. */
export const datedAmount = /^\D{0,4}\d{1,4}[./-](?:\d{1,2}|\p{L}{3})(?![\p{L}\d]).*[.,]\d{2}\s?\p{L}{0,3}[-+]?$/u;

/** `06-05-2018 12:43:19`, `12:16 06/05/18`: a day, and a time close to it. */
export const timeStamp =
  /\d{1,4}[./-](?:\d{1,2}|\p{L}{3})[./-]\d{2,4}\D{1,12}[0-2]?\d[:.][0-5]\d|[0-2]?\d:[0-5]\d(?::[0-5]\d)?\D{1,12}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d{2}\s[0-2]?\d:[0-5]\d/u;

/** `2015 – 2019`, `2015 bis heute`. */
export const yearRanges =
  /\b(?:19|20)\d{2}\s?(?:-|–|—|to|bis|à|a|al)\s?(?:(?:\d{1,2}[./]|\p{L}{3,9}\.? )?(?:19|20)\d{2}|present|today|now|heute|aujourd|actual|oggi|heden)(?![\p{L}\d])/giu;

/** `Account no: 12`: a label with a colon, and little behind it. */
export const caption = /^[\p{L}\p{N} ./#()'-]{2,40}:(?:\s.{0,60})?$/u;

/** Lines to write on. */
export const blanks = /_{4,200}|\.{8,200}|(?:\. ){6,100}/g;

/** Drawn boxes, and what typewriters and recognition make of them. */
export const checkBoxes = /[□☐☑☒❏❑]|\[[ _xX]?\]/g;

export const itemNumber = /^(\d{1,2})[.)]?$/;

/** Names that the standards give to the file inside of an invoice: Factur-X, ZUGFeRD, XRechnung, Order-X. */
export const invoiceFile = /^(?:factur-x|zugferd-invoice|xrechnung|order-x)\.xml$/i;

/** How the payloads of EPC069-12, of the Swiss QR-bill and of the Czech SPAYD begin. */
export const payment = /^(?:BCD\r?\n00[12]|SPC\r?\n0200|SPD\*1\.\d{1,2}\*)/;
