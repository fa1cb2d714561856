import { inspect } from 'node:util';

/** What stands where a secret would. */
const hidden = '[secret]';

/**
 * Options that nothing but the worker may know, such as the key of a service. Kept apart from a stage's config, so that no fingerprint, checkpoint key or row is made
 * of them; and whatever prints, logs or serialises them shows their names alone. Only `reveal` gives them out.
 */
export class Secrets {
  readonly #values: Readonly<Record<string, string>>;

  constructor(values: Readonly<Record<string, string>>) {
    this.#values = { ...values };
  }

  reveal(): Readonly<Record<string, string>> {
    return this.#values;
  }

  /** A text of somebody who may have repeated a secret, such as the error of a service, without it. */
  redact(text: string): string {
    return Object.values(this.#values).reduce((rest, value) => (value === '' ? rest : rest.replaceAll(value, hidden)), text);
  }

  toJSON(): Record<string, string> {
    return Object.fromEntries(Object.keys(this.#values).map((name) => [name, hidden]));
  }

  [inspect.custom](): Record<string, string> {
    return this.toJSON();
  }
}
