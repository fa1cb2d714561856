import type { Box, Result } from './api.ts';
import { percent } from './words.ts';

interface FieldsTerms {
  result: Result;
  show: (page: number | undefined, box: Box | undefined) => void;
}

type Field = NonNullable<Result['fields']>[number];

/** What the document is, and what it says: each field with its place, how sure it is, and by what rule. */
export function Fields({ result, show }: FieldsTerms) {
  const fields = result.fields ?? [];
  if (fields.length === 0) return <p>No fields were found, or the pipeline has no stage that looks for any.</p>;
  const [single, listed] = [false, true].map((isList) => fields.filter(({ value }) => Array.isArray(value) === isList));
  return (
    <>
      {result.document_type !== undefined && (
        <p>
          <b>{result.document_type.replaceAll('_', ' ')}</b> <small class="faint">{percent(result.document_type_confidence ?? 0)} sure</small>
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
            <th scope="col">Sure</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {single?.map((field, i) => (
            <tr key={i}>
              <th scope="row">
                <Name field={field} show={show} />
              </th>
              <td title={field.raw}>{field.decimal ?? (typeof field.value === 'string' ? field.value : JSON.stringify(field.value))}</td>
              <td>{percent(field.confidence)}</td>
              <td>
                {field.by} <small class="faint">{field.checks?.join(', ')}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {listed?.map((field, i) => (
        <Rows key={i} field={field} show={show} />
      ))}
    </>
  );
}

function Name({ field: { name, page, bbox }, show }: { field: Field } & Pick<FieldsTerms, 'show'>) {
  if (bbox === undefined) return <>{name}</>;
  return (
    <button type="button" class="quiet" onClick={() => show(page, bbox)}>
      {name}
    </button>
  );
}

const mostRows = 200;

/** Lines of an invoice are read as a table. */
function Rows({ field, show }: { field: Field } & Pick<FieldsTerms, 'show'>) {
  const rows = (field.value as Record<string, string | number | boolean>[]).slice(0, mostRows);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return (
    <figure>
      <figcaption>
        <Name field={field} show={show} /> <small class="faint">{[percent(field.confidence), field.by, ...(field.checks ?? [])].join(', ')}</small>
      </figcaption>
      <div class="scroll" tabIndex={0} role="region" aria-label={field.name}>
        <table>
          <thead>
            <tr>
              {names.map((name) => (
                <th scope="col" key={name}>
                  {name.replaceAll('_', ' ')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {names.map((name) => (
                  <td key={name}>{String(row[name] ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
