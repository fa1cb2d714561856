import type { z, ZodObject } from 'zod';
import type { Prices } from '../model/usage.ts';

/**
 * The config of a stage without the prices of the service that it asks, an option that is marked by `.meta({ prices: true })`: what is answered does not depend on
 * them, and an answer that has been paid for is not asked for again because a price has changed.
 */
export function withoutPrices({ shape }: ZodObject, config: Record<string, unknown>): { config: Record<string, unknown>; prices?: Prices } {
  const name = Object.keys(shape).find((option) => (shape[option] as z.ZodType).meta()?.['prices'] === true);
  if (name === undefined) return { config };
  const { [name]: prices, ...rest } = config;
  return { config: rest, ...(prices !== undefined && { prices: prices as Prices }) };
}
