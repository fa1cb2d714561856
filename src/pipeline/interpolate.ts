export type Environment = Readonly<Record<string, string | undefined>>;

export interface Interpolated {
  text: string;
  /** Variables that are neither set nor have a default. */
  missing: string[];
  /** A `${` that begins no variable. */
  malformed: boolean;
}

const variable = /\$\{(?:([A-Za-z_]\w*)(?::-([^}]*))?\})?/g;

/**
 * Fills `${NAME}` and `${NAME:-default}` into a text that has already been parsed, so that no character of a value means anything in YAML.
 * As in a shell, a default also stands for a variable that is set to nothing. What is filled in is not looked at again.
 */
export function interpolate(text: string, env: Environment): Interpolated {
  const missing: string[] = [];
  let malformed = false;
  const filled = text.replace(variable, (whole, name?: string, byDefault?: string) => {
    if (name === undefined) malformed = true;
    const value = name === undefined ? whole : env[name];
    if (byDefault !== undefined) return value === undefined || value === '' ? byDefault : value;
    if (value === undefined && name !== undefined) missing.push(name);
    return value ?? whole;
  });
  return { text: filled, missing, malformed };
}
