import type { Document } from '../../src/model/document.ts';
import { decimalOf, exactUnits } from '../../src/values/exact-decimal.ts';
import type { InvoiceWords } from './invoice-words.ts';
import { invoiceWords } from './invoice-words.ts';
import { PlacedPage } from './placed-page.ts';
import { seededRandom } from './random.ts';

/** An invoice and what it says, by the names of its fields. */
export interface MadeInvoice {
  document: Document;
  truth: Record<string, string | number>;
  /** For messages: how it is laid out. */
  layout: string;
}

interface Sale {
  description: string;
  quantity: number;
  price: number;
  rate: number;
  amount: number;
}

/** Draws of one seed. */
class Draw {
  readonly #next: () => number;
  readonly words: InvoiceWords;

  constructor(seed: number) {
    this.#next = seededRandom(seed * 7919 + 13);
    this.words = invoiceWords[seed % invoiceWords.length] ?? invoiceWords[0]!;
  }

  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.#next() * list.length)]!;
  }

  number(from: number, to: number): number {
    return from + Math.floor(this.#next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.#next() < share;
  }
}

/** An invoice or a credit note in one of seven languages and many layouts, the same for the same seed. */
export function madeInvoice(seed: number): MadeInvoice {
  const draw = new Draw(seed);
  const { words } = draw;
  const page = new PlacedPage();
  const isCredit = draw.chance(0.12);
  const sign = isCredit && draw.chance(0.6) ? -1 : 1;
  const parties = draw.of(['window', 'labelled', 'beside', 'opposite'] as const);
  const meta = draw.of(['left', 'above', 'inline', 'title'] as const);
  const totals = draw.of(['right', 'left', 'rates'] as const);
  const money = draw.of(words.money);
  const truth: MadeInvoice['truth'] = { currency: currencyOf(money, words) };
  const title = draw.of(isCredit ? words.credit : words.title);
  const top = putParties(page, draw, parties, truth);
  const below = putMeta(page, draw, meta, title, top, truth);
  const sales = salesOf(draw, sign);
  const end = putSales(page, draw, sales, money, below);
  const foot = putTotals(page, draw, sales, totals, money, end, truth);
  page.put(60, Math.max(770, foot + 20), `${truth['vendor_name']} · IBAN DE02120300000000202051 · ${words.taxId}`, { size: 7 });
  if (String(truth['currency']) === 'unknown') delete truth['currency'];
  const document: Document = {
    mediaType: 'application/pdf',
    metadata: { page_count: 1 },
    pages: [page.done()],
    tables: [],
    fields: [],
    attachments: [],
    form: [],
    findings: [],
    notes: [],
  };
  return { document, truth, layout: [words.language, parties, meta, totals, money, isCredit ? 'credit' : 'invoice'].join(' ') };
}

function currencyOf(money: string, { currency }: InvoiceWords): string {
  if (money.includes('$') || money.includes('USD')) return 'USD';
  return /[£€]|EUR|GBP/.test(money) ? currency : 'unknown';
}

function putParties(page: PlacedPage, draw: Draw, layout: 'window' | 'labelled' | 'beside' | 'opposite', truth: MadeInvoice['truth']): number {
  const vendor = draw.of(draw.words.vendors);
  const customer = draw.of(draw.words.customers);
  truth['vendor_name'] = vendor[0]!;
  truth['customer_name'] = customer[0]!;
  const block = (x: number, y: number, lines: readonly string[]): void => lines.forEach((line, at) => page.put(x, y + at * 13, line));
  switch (layout) {
    case 'window':
      page.put(60, 40, vendor[0]!, { size: 16 });
      page.put(60, 130, vendor.join(draw.of([' · ', ' - ', ', '])), { size: 7 });
      block(60, 142, customer);
      return 220;
    case 'labelled':
      block(60, 40, vendor);
      page.put(60, 110, `${draw.of(draw.words.billTo)}:`);
      block(60, 124, customer);
      return 190;
    case 'beside':
      page.put(60, 60, draw.of(draw.words.from)).put(320, 60, draw.of(draw.words.billTo));
      block(60, 75, vendor);
      block(320, 75, customer);
      return 140;
    case 'opposite':
      block(380, 40, [...vendor, 'Tel 030 5551234', 'office@example.org']);
      block(60, 130, customer);
      return 200;
  }
}

function putMeta(
  page: PlacedPage,
  draw: Draw,
  layout: 'left' | 'above' | 'inline' | 'title',
  title: string,
  top: number,
  truth: MadeInvoice['truth'],
): number {
  const { words } = draw;
  const number = draw.of([
    `${draw.number(1000, 99999)}`,
    `INV-${draw.number(2019, 2026)}-${draw.number(1, 999)}`,
    `${draw.number(10, 99)}/${draw.number(1000, 9999)}`,
    `R${draw.number(100000, 999999)}`,
  ]);
  const format = draw.of(words.dates);
  const issued = [draw.number(2018, 2026), draw.number(1, 11), draw.number(1, 28)] as const;
  const due = [issued[0], issued[1] + 1, issued[2]] as const;
  truth['invoice_number'] = number;
  truth['invoice_date'] = isoOf(issued);
  const rows: (readonly [string, string])[] = [
    [draw.of(words.number), number],
    [draw.of(words.date), written(issued, format, words)],
  ];
  if (draw.chance(0.6)) {
    rows.push([draw.of(words.due), written(due, format, words)]);
    truth['due_date'] = isoOf(due);
  }
  if (draw.chance(0.5)) {
    const order = `PO-${draw.number(1000, 9999)}`;
    rows.push([draw.of(words.order), order]);
    truth['purchase_order'] = order;
  }
  if (layout === 'title') {
    const joint = { en: 'dated', de: 'vom', fr: 'du', es: 'de fecha', it: 'del', nl: 'd.d.', pt: 'data' }[words.language] ?? '';
    const sign = { en: 'No.', de: 'Nr.', fr: 'n°', es: 'nº', it: 'n.', nl: 'nr.', pt: 'nº' }[words.language] ?? '';
    page.put(60, top, `${title} ${sign} ${number} ${joint} ${written(issued, format, words)}`, { size: 12 });
    rows.slice(2).forEach(([label, value], at) => page.put(60, top + 24 + at * 14, `${label}: ${value}`));
    return top + 24 + rows.length * 14;
  }
  page.put(60, top, title, { size: 18 });
  if (layout === 'above') {
    rows
      .slice(0, 4)
      .forEach(([label, value], at) => page.put(60 + at * 122, top + 34, label, { size: 8 }).put(60 + at * 122, top + 47, value, { size: 9 }));
    for (const name of rows.slice(4).map(([, value]) => value)) if (truth['purchase_order'] === name) delete truth['purchase_order'];
    return top + 75;
  }
  const x = draw.of([60, 330]);
  rows.forEach(([label, value], at) => {
    const y = top + 34 + at * 14;
    if (layout === 'inline') page.put(x, y, `${label}: ${value}`);
    else page.put(x, y, draw.chance(0.5) ? `${label}:` : label).put(x + 130, y, value);
  });
  return top + 34 + rows.length * 14 + 14;
}

function isoOf([year, month, day]: readonly [number, number, number]): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function written([year, month, day]: readonly [number, number, number], format: string, { months }: InvoiceWords): string {
  const inWords = format.includes('{month}');
  return format
    .replace('{d}', inWords ? String(day) : String(day).padStart(2, '0'))
    .replace('{month}', months[month - 1] ?? '')
    .replace('{m}', String(month).padStart(2, '0'))
    .replace('{y}', String(year));
}

/** Amounts in cents. */
function salesOf(draw: Draw, sign: number): Sale[] {
  const several = draw.chance(0.3);
  const none = draw.chance(0.12);
  return Array.from({ length: draw.number(1, 6) }, (_, at) => {
    const quantity = draw.number(1, 20);
    const price = draw.number(100, 90000) * sign;
    const rate = none ? 0 : (draw.words.rates[several ? at % 2 : 0] ?? 0);
    return { description: draw.of(draw.words.goods), quantity, price, rate, amount: quantity * price };
  });
}

function putSales(page: PlacedPage, draw: Draw, sales: readonly Sale[], money: string, top: number): number {
  const [description, quantity, price, rate, amount] = draw.of(draw.words.columns);
  const first = draw.chance(0.4);
  const x = first
    ? { quantity: 90, description: 110, price: 400, rate: 450, amount: 540 }
    : { description: 60, quantity: 330, price: 410, rate: 460, amount: 540 };
  const right = { right: true };
  page
    .put(x.description, top, description)
    .put(x.quantity, top, quantity, right)
    .put(x.price, top, price, right)
    .put(x.rate, top, rate, right)
    .put(x.amount, top, amount, right);
  let y = top + 18;
  for (const sale of sales) {
    page
      .put(x.description, y, sale.description)
      .put(x.quantity, y, String(sale.quantity), right)
      .put(x.price, y, amountOf(sale.price, money, draw.words), right);
    page.put(x.rate, y, `${sale.rate}%`, right).put(x.amount, y, amountOf(sale.amount, money, draw.words), right);
    y += 14;
  }
  return y + 10;
}

/** Cents as the country writes them. */
function amountOf(cents: number, money: string, { marks: [group, mark] }: InvoiceWords): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, group);
  return `${cents < 0 ? '-' : ''}${money.replace('{n}', `${whole}${mark}${digits.slice(-2)}`)}`;
}

function putTotals(
  page: PlacedPage,
  draw: Draw,
  sales: readonly Sale[],
  layout: 'right' | 'left' | 'rates',
  money: string,
  top: number,
  truth: MadeInvoice['truth'],
): number {
  const { words } = draw;
  const net = sales.reduce((sum, { amount }) => sum + amount, 0);
  const byRate = [...Map.groupBy(sales, ({ rate }) => rate)].map(([rate, same]) => {
    const base = same.reduce((sum, { amount }) => sum + amount, 0);
    return { rate, base, tax: Math.round((base * rate) / 100) };
  });
  const tax = byRate.reduce((sum, part) => sum + part.tax, 0);
  const total = net + tax;
  const isFree = tax === 0;
  truth['total'] = total / 100;
  const rows: (readonly [string, number])[] = [];
  if (!isFree) {
    rows.push([draw.of(words.net), net]);
    truth['subtotal'] = net / 100;
    truth['total_tax'] = tax / 100;
    const label = draw.of(words.tax);
    for (const { rate, tax: part } of byRate)
      rows.push([draw.of([`${label} ${rate}%`, `${label} ${rate} %`, `${rate}% ${label}`, `${label} (${rate}%)`]), part]);
    if (byRate.length > 1 && layout === 'rates') rows.push([draw.of(words.taxTotal), tax]);
  }
  rows.push([draw.of(words.total), total]);
  if (draw.chance(0.25)) {
    const paid = draw.chance(0.5) ? total : Math.round(total / 3);
    rows.push([draw.of(words.paid), -paid], [draw.of(words.toPay), total - paid]);
    truth['amount_due'] = (total - paid) / 100;
  }
  rows.forEach(([label, cents], at) => {
    const y = top + at * 15;
    const text = amountOf(cents, money, words);
    if (layout === 'left') page.put(60, y, `${label}: ${text}`);
    else page.put(340, y, label).put(540, y, text, { right: true });
  });
  const rule = isFree
    ? { en: 'Reverse charge: VAT is owed by the recipient.', de: 'Steuerschuldnerschaft des Leistungsempfängers.' }[words.language]
    : undefined;
  const end = top + rows.length * 15;
  if (rule !== undefined) page.put(60, end + 10, rule, { size: 8 });
  return end + 20;
}

/** Whether a value says the same as the truth: amounts exactly, texts by letters and digits. */
export function isTrue(expected: string | number, found: unknown): boolean {
  if (typeof expected === 'number')
    return typeof found === 'number' && decimalOf(exactUnits(expected.toFixed(2)) ?? 0n) === decimalOf(exactUnits(found.toFixed(2)) ?? 1n);
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return typeof found === 'string' && plain(found) === plain(expected);
}
