/** ISO 4217 codes that documents give amounts in. */
export const currencyCodes: readonly string[] =
  'EUR USD GBP CHF JPY CNY RMB AUD CAD NZD SGD HKD TWD MYR IDR INR PKR LKR BDT NPR THB PHP VND KRW SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RSD UAH RUB TRY ILS AED SAR QAR KWD BHD OMR EGP MAD TND ZAR NGN KES GHS BRL MXN ARS CLP COP PEN UYU'.split(
    ' ',
  );

/** Codes that stand for other things more often: taken for currencies only beside an amount. */
export const wordlikeCodes: ReadonlySet<string> = new Set(
  'TRY PEN MAD CAD COP RON BHD SAR BDT ARS BRL LKR NPR RSD HRK EGP OMR QAR TND GHS KES UYU RMB'.split(' '),
);

/**
 * What a symbol means; of several meanings by country or, where that is not known, by language in capitals. `*` is for anywhere else; a symbol without
 * it means nothing there.
 */
export const currencySymbols: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₩': 'KRW',
  '฿': 'THB',
  '₫': 'VND',
  '₱': 'PHP',
  '₦': 'NGN',
  '₴': 'UAH',
  US$: 'USD',
  'U.S.$': 'USD',
  S$: 'SGD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  NT$: 'TWD',
  R$: 'BRL',
  MX$: 'MXN',
  RM: 'MYR',
  Rp: 'IDR',
  RP: 'IDR',
  Rm: 'MYR',
  zł: 'PLN',
  ZŁ: 'PLN',
  zl: 'PLN',
  Kč: 'CZK',
  KČ: 'CZK',
  Ft: 'HUF',
  lei: 'RON',
  лв: 'BGN',
  руб: 'RUB',
  TL: 'TRY',
  'SFr.': 'CHF',
  SFr: 'CHF',
  // Friday elsewhere.
  'Fr.': { CH: 'CHF' },
  R: { ZA: 'ZAR' },
  'EUR.': 'EUR',
  $: { '*': 'USD', US: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', TW: 'TWD', MX: 'MXN', AR: 'ARS', CL: 'CLP', CO: 'COP' },
  '¥': { '*': 'JPY', JP: 'JPY', CN: 'CNY', ZH: 'CNY' },
  '￥': { '*': 'CNY', CN: 'CNY', JP: 'JPY', JA: 'JPY' },
  kr: { '*': 'SEK', SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK', SV: 'SEK', NB: 'NOK', DA: 'DKK' },
  Kr: { '*': 'SEK', SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK', SV: 'SEK', NB: 'NOK', DA: 'DKK' },
  KR: { '*': 'SEK', SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK', SV: 'SEK', NB: 'NOK', DA: 'DKK' },
  'kr.': { '*': 'DKK', DK: 'DKK', SE: 'SEK', NO: 'NOK', IS: 'ISK' },
  Rs: { '*': 'INR', IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR' },
  RS: { '*': 'INR', IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR' },
  'Rs.': { '*': 'INR', IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR' },
  'RS.': { '*': 'INR', IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR' },
};

/** Names in running text, lower case. */
export const currencyNames: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  euro: 'EUR',
  euros: 'EUR',
  'us dollars': 'USD',
  'u.s. dollars': 'USD',
  dollars: { '*': 'USD', US: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD' },
  'pounds sterling': 'GBP',
  // A weight elsewhere.
  pounds: { GB: 'GBP' },
  'swiss francs': 'CHF',
  'schweizer franken': 'CHF',
  franken: 'CHF',
  'francs suisses': 'CHF',
  ringgit: 'MYR',
  rupees: { '*': 'INR', IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR' },
  rupiah: 'IDR',
  yen: 'JPY',
  złoty: 'PLN',
  kronor: 'SEK',
  kroner: { '*': 'NOK', NO: 'NOK', DK: 'DKK' },
};

/** Words that name a currency, in lower case: codes, signs in letters, names of one word. */
export const currencyWords: ReadonlySet<string> = new Set(
  [...currencyCodes.filter((code) => !wordlikeCodes.has(code)), ...Object.keys(currencySymbols), ...Object.keys(currencyNames)]
    .map((word) => word.toLowerCase())
    .filter((word) => /^\p{L}{2,}$/u.test(word)),
);
