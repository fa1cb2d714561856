/** Decimals are counted in ten-thousandths: no unit of money has more places, and unit prices rarely do. */
const places = 4;
export const unit = 10n ** BigInt(places);

/** A decimal as a whole number of ten-thousandths, cut behind the fourth place; nothing if it is none. */
export function exactUnits(decimal: string): bigint | undefined {
  const [, sign, whole = '', part = ''] = /^([-+]?)(\d{1,18})(?:\.(\d{1,12}))?$/.exec(decimal) ?? [];
  if (sign === undefined) return undefined;
  const units = BigInt(whole) * unit + BigInt(part.slice(0, places).padEnd(places, '0'));
  return sign === '-' ? -units : units;
}

/** Ten-thousandths as an exact decimal with at least two places: `"119.00"`. */
export function decimalOf(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const part = digits.slice(-places).replace(/0{1,2}$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${part}`;
}

export function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units;
}
