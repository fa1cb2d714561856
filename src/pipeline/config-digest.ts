import { sha256 } from './sha256.ts';

type Config = Readonly<Record<string, unknown>>;

const digests = new WeakMap<Config, string>();

/** SHA-256 of the config of a planned stage, which may hold whole files and never changes: worked out once, not once a document. */
export function configDigest(config: Config): string {
  const known = digests.get(config);
  if (known !== undefined) return known;
  const digest = sha256(config);
  digests.set(config, digest);
  return digest;
}
