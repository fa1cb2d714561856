import type { Box, Result } from './api.ts';
import { Fields } from './fields.tsx';
import { percent } from './words.ts';

interface PanelTerms {
  tab: string;
  result: Result;
  page: number;
  show: (page: number | undefined, box: Box | undefined) => void;
}

/** What was read, as the open tab shows it. */
export function Panel({ tab, result, page, show }: PanelTerms) {
  if (tab === 'text') return <pre class="text">{result.pages[page - 1]?.text}</pre>;
  if (tab === 'tables') return <Tables result={result} show={show} />;
  if (tab === 'fields') return <Fields result={result} show={show} />;
  return <Evidence result={result} page={page} show={show} />;
}

function Tables({ result, show }: Pick<PanelTerms, 'result' | 'show'>) {
  if ((result.tables ?? []).length === 0) return <p>No tables were found.</p>;
  return (
    <>
      {result.tables?.map((table, i) => (
        <figure key={i}>
          <figcaption>
            <button type="button" class="quiet" onClick={() => show(table.page, table.bbox)}>
              {table.title ?? `Table ${String(i + 1)}`}
            </button>{' '}
            <small class="faint">
              page {table.page}, by its {table.method === 'lattice' ? 'rules' : 'alignment'}, {percent(table.confidence)}
            </small>
          </figcaption>
          <div class="scroll" tabIndex={0} role="region" aria-label={table.title ?? `Table ${String(i + 1)}`}>
            <table>
              {table.headers.length > 0 && (
                <thead>
                  <tr>
                    {table.headers.map((header, column) => (
                      <th scope="col" key={column}>
                        {header}
                      </th>
                    ))}
                  </tr>
                </thead>
              )}
              <tbody>
                {table.rows.slice(0, 200).map((row, at) => (
                  <tr key={at}>
                    {row.map((cell, column) => (
                      <td key={column}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </figure>
      ))}
    </>
  );
}

function Evidence({ result, page, show }: Pick<PanelTerms, 'result' | 'page' | 'show'>) {
  const route = result.pages[page - 1]?.route;
  const rules = result.document_type_evidence?.rules ?? [];
  const findings = result.findings.filter((finding) => finding.page === undefined || finding.page === page);
  return (
    <>
      <h2>How this page was read</h2>
      <p>
        {result.pages[page - 1]?.method}: {route?.reasons.join(', ') ?? 'no reasons were kept'}
      </p>
      <dl class="metrics">
        {Object.entries(route?.metrics ?? {}).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{Math.round(value * 1_000) / 1_000}</dd>
          </div>
        ))}
      </dl>
      {result.document_type !== undefined && (
        <>
          <h2>
            Type: {result.document_type} ({percent(result.document_type_confidence ?? 0)})
          </h2>
          <ul>
            {rules.map((rule, i) => (
              <li key={i}>
                {rule.bbox ? (
                  <button type="button" class="quiet" onClick={() => show(rule.page, rule.bbox)}>
                    {rule.rule}
                  </button>
                ) : (
                  rule.rule
                )}{' '}
                {rule.weight}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Findings</h2>
      {findings.length === 0 && <p>None.</p>}
      <ul>
        {findings.map(({ code, severity, message }, i) => (
          <li key={i} class={severity}>
            <b>{code}</b> {message}
          </li>
        ))}
      </ul>
    </>
  );
}
