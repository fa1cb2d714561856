import type { Entry, MoneyMeaning } from './entries.ts';

/** Something that says what was charged. */
export interface Witness {
  cents: number;
  kind: 'label' | 'paid-less-change' | 'tendered' | 'parts-add-up' | 'rates-add-up' | 'items-add-up' | 'repeated' | 'rounded-off';
  /** Natural logarithm of how much likelier it makes the total. */
  weight: number;
  /** What it goes by. */
  entries: readonly Entry[];
}

/** As natural logarithms of odds. */
const weights = {
  label: 2.5,
  /** The last of several totals before something is paid is the one that is paid. */
  last: 0.7,
  summary: -1.2,
  inner: -0.7,
  counted: -1.5,
  paid: 2.5,
  paidUnlabelled: 1.2,
  tendered: 1,
  parts: 2,
  rates: 1.5,
  subtotal: 0.7,
  items: 1.5,
  repeat: 0.4,
  roundedOff: -2.5,
  /** For each letter of a label, and for each amount, that was misread. */
  misreadLetter: -0.4,
  repaired: -0.5,
} as const;

const mostRepeats = 3;
/** More of one meaning are a list of something else. */
const mostOfOne = 6;
/** Of what it is charged on. The highest rates are 27 %. */
const mostTax = 0.35;
/** Hundredths: cash is rounded to the smallest coin, at most a whole unit. */
const mostRounding = 100;

/** All that speaks for one total or another: labels, and amounts that come to it. */
export function witnessesOf(entries: readonly Entry[]): Witness[] {
  const groups = Map.groupBy(entries, ({ meaning }) => meaning);
  const by: ByMeaning = (meaning) => (groups.get(meaning) ?? []).slice(0, mostOfOne);
  return [labels, parts, rounded, taxed, paid, paidUnlabelled, tendered, items, repeats].flatMap((find) => find(by, entries));
}

type ByMeaning = (meaning: MoneyMeaning) => readonly Entry[];
type Find = (by: ByMeaning, entries: readonly Entry[]) => Witness[];

function witness(kind: Witness['kind'], cents: number, weight: number, entries: readonly Entry[]): Witness {
  const doubt = entries.reduce((sum, { amount, misread }) => sum + misread * weights.misreadLetter + (amount.repaired ? weights.repaired : 0), 0);
  return { kind, cents, weight: weight + doubt, entries };
}

const labels: Find = (by, entries) => {
  const payment = entries.find(({ meaning }) => meaning === 'tendered' || meaning === 'change')?.row ?? Infinity;
  const last = by('total').findLast((entry) => entry.row < payment && !entry.summary && !isCount(entry));
  return by('total').map((entry) => {
    let weight: number = weights.label;
    if (entry.row === last?.row) weight += weights.last;
    if (entry.inner) weight += weights.inner;
    if (entry.summary) weight += weights.summary;
    if (isCount(entry)) weight += weights.counted;
    return witness('label', entry.cents, weight, [entry]);
  });
};

/** TOTAL QTY 3.00 */
function isCount({ counted, cents }: Entry): boolean {
  return counted && cents % 100 === 0;
}

/** A subtotal with tax, service, rounding and discount, each way of counting them in; a total with rounding. */
const parts: Find = (by) => [
  ...by('subtotal').flatMap((base) =>
    sumsOf(base, by, ['discount', 'service', 'total_tax', 'rounding']).map(({ cents, entries }) =>
      witness('parts-add-up', cents, entries.length > 1 ? weights.parts : weights.subtotal, entries),
    ),
  ),
  ...by('total').flatMap((base) =>
    sumsOf(base, by, ['rounding'])
      .slice(1)
      .map(({ cents, entries }) => witness('parts-add-up', cents, weights.parts, entries)),
  ),
];

/** Hundredths between a total and what it is rounded to. */
const mostRoundedOff = 10;

/** Of two totals with the rounding between them the lower one is paid, however the rounding was read. */
const rounded: Find = (by) =>
  by('rounding').flatMap(({ row }) => {
    const before = by('total').findLast((total) => total.row < row);
    const after = by('total').find((total) => total.row > row || (total.row === row && !total.inner));
    if (before === undefined || after === undefined || before.cents === after.cents) return [];
    if (Math.abs(before.cents - after.cents) > mostRoundedOff) return [];
    return [witness('parts-add-up', after.cents, weights.parts, [before, after]), witness('rounded-off', before.cents, weights.roundedOff, [before])];
  });

/** Rows of a tax rate: what is taxed, and the tax. */
const taxed: Find = (_, entries) => {
  const rates = entries.flatMap((net, place) => {
    const tax = entries[place + 1];
    if (tax?.row !== net.row || entries[place - 1]?.row === net.row || !(net.summary || net.meaning === 'total_tax')) return [];
    return tax.cents >= 0 && tax.cents <= mostTax * net.cents ? [[net, { ...tax, inner: false }] as const] : [];
  });
  if (rates.length === 0) return [];
  const all = rates.flat();
  return [
    witness(
      'rates-add-up',
      all.reduce((sum, { cents }) => sum + cents, 0),
      weights.parts,
      all,
    ),
  ];
};

interface Sum {
  cents: number;
  entries: readonly Entry[];
}

function sumsOf(base: Entry, by: ByMeaning, meanings: readonly MoneyMeaning[]): Sum[] {
  return meanings.reduce<Sum[]>(
    (sums, meaning) => {
      const some = by(meaning).filter((part) => isPartOf(part, base));
      return [...sums, ...sums.flatMap((sum) => some.map((part) => ({ cents: sum.cents + added(part), entries: [...sum.entries, part] })))];
    },
    [{ cents: base.cents, entries: [base] }],
  );
}

function isPartOf({ meaning, cents, inner }: Entry, base: Entry): boolean {
  if (meaning === 'total_tax') return cents > 0 && !inner && cents <= mostTax * base.cents;
  if (meaning === 'rounding') return cents !== 0 && Math.abs(cents) < mostRounding;
  return cents !== 0;
}

/** A discount is taken off, whatever its sign. */
function added({ meaning, cents }: Entry): number {
  return meaning === 'discount' ? -Math.abs(cents) : cents;
}

const paid: Find = (by) =>
  by('change').flatMap((change) =>
    by('tendered')
      .filter(({ row }) => row <= change.row)
      .map((given) => witness('paid-less-change', Math.abs(given.cents) - Math.abs(change.cents), weights.paid, [given, change])),
  );

/** Amounts below a total among which what is paid and given back must be. */
const paymentReach = 4;

/** What is paid and given back stands below the total, one below the other, whatever it is called. */
const paidUnlabelled: Find = (by, entries) =>
  [...by('total'), ...by('subtotal')].flatMap((total) => {
    const below = entries.filter(({ inner, row, cents }) => !inner && row > total.row && cents !== 0).slice(0, paymentReach);
    const at = below.findIndex(
      (given, place) => Math.abs(given.cents) - Math.abs(below[place + 1]?.cents ?? 0) === total.cents && given.cents !== total.cents,
    );
    return at < 0 ? [] : [witness('paid-less-change', total.cents, weights.paidUnlabelled, below.slice(at, at + 2))];
  });

const tendered: Find = (by) => by('tendered').map((entry) => witness('tendered', Math.abs(entry.cents), weights.tendered, [entry]));

/** What stands above the first sum or payment, with tax and rounding or without. */
const items: Find = (by, entries) => {
  const end = entries.find(({ meaning }) => meaning !== undefined && meaning !== 'discount')?.row ?? 0;
  const bought = entries.filter(
    ({ row, inner, meaning, counted }) => row < end && !inner && !counted && (meaning === undefined || meaning === 'discount'),
  );
  const clear = bought.filter(({ amount }) => !amount.repaired);
  return [bought, ...(clear.length < bought.length ? [clear] : [])].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const base = { ...first, cents: some.reduce((sum, entry) => sum + added(entry), 0) };
    return sumsOf(base, by, ['total_tax', 'rounding']).map(({ cents }) => witness('items-add-up', cents, weights.items, some));
  });
};

const repeats: Find = (_, entries) => {
  const said = entries.filter(({ meaning, summary }) => meaning !== undefined && !summary);
  return [...Map.groupBy(said, ({ cents }) => cents)].map(([cents, same]) => {
    const rows = new Set(same.map(({ row }) => row)).size;
    return { cents, kind: 'repeated', weight: weights.repeat * Math.min(mostRepeats, rows - 1), entries: same };
  });
};
