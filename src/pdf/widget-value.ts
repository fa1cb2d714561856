import type { FormField } from '../model/field.ts';

/** An annotation as pdf.js gives it, as far as it is part of a form. */
export interface Widget {
  id: string;
  subtype: string;
  hidden?: boolean;
  /** In the units of the file, lower left corner first. */
  rect: number[];
  /** Degrees against the clock: 0, 90, 180 or 270. */
  rotation?: number;
  multiLine?: boolean;
  defaultAppearanceData?: { fontSize?: unknown };
  fieldName?: unknown;
  /** What the form shows to people. */
  alternativeText?: unknown;
  fieldType?: string | null;
  fieldValue?: unknown;
  password?: boolean;
  checkBox?: boolean;
  radioButton?: boolean;
  /** What the field is when this one of its buttons is pressed. */
  buttonValue?: string | null;
  exportValue?: string;
  options?: { exportValue: unknown; displayValue: unknown }[];
}

/** Characters. */
const longestValue = 20_000;
/** Of a list. */
const mostChoices = 100;

/** What one field of a form holds; undefined when it is empty, or holds what nobody is to see. `signers` are the names of those who signed, by the object of the field. */
export function widgetValue(widget: Widget, signers: ReadonlyMap<string, string>): Pick<FormField, 'kind' | 'value'> | undefined {
  switch (widget.fieldType) {
    case 'Tx': {
      const value = widget.password ? '' : plain(widget.fieldValue);
      return value === '' ? undefined : { kind: 'text', value };
    }
    case 'Ch':
      return choice(widget);
    case 'Btn':
      return button(widget);
    case 'Sig': {
      const signer = signers.get(widget.id);
      return signer === undefined ? undefined : { kind: 'signature', value: plain(signer) || true };
    }
    default:
      return undefined;
  }
}

/** As it is shown to people; several as a list. */
function choice({ fieldValue, options = [] }: Widget): Pick<FormField, 'kind' | 'value'> | undefined {
  const shown = new Map(options.map(({ exportValue, displayValue }) => [exportValue, displayValue]));
  const chosen = (Array.isArray(fieldValue) ? (fieldValue as unknown[]) : [fieldValue]).slice(0, mostChoices);
  const values = chosen.map((value) => plain(shown.get(value) ?? value)).filter((value) => value !== '');
  const [only] = values;
  if (only === undefined) return undefined;
  return { kind: 'choice', value: values.length === 1 ? only : values };
}

/** A box that is ticked, or the one of several buttons that is pressed. */
function button({ checkBox, radioButton, fieldValue, buttonValue, exportValue }: Widget): Pick<FormField, 'kind' | 'value'> | undefined {
  if (checkBox) return fieldValue === exportValue ? { kind: 'check', value: true } : undefined;
  const value = plain(fieldValue);
  return radioButton && value !== '' && fieldValue === buttonValue ? { kind: 'choice', value } : undefined;
}

// eslint-disable-next-line no-control-regex -- these are what it takes out
const controls = /[\0-\x09\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g;

/** Text with its lines, without what cannot be shown. */
function plain(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .slice(0, longestValue)
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(controls, '')
    .trim();
}
