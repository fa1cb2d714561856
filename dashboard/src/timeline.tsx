import type { JobDetail } from './api.ts';
import { clockTime, span } from './words.ts';

/** Every try of every stage, when and how long. */
export function Timeline({ job }: { job: JobDetail }) {
  const times = job.attempts.flatMap(({ started_at, ended_at }) => [Date.parse(started_at), Date.parse(ended_at ?? new Date().toISOString())]);
  const start = Math.min(...times);
  const whole = Math.max(1, Math.max(...times) - start);
  return (
    <>
      <ol class="steps">
        {job.stages.map(({ name, state }) => (
          <li key={name} class={state}>
            {name} <small>{state}</small>
          </li>
        ))}
      </ol>
      <table>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Pages</th>
            <th scope="col">Began</th>
            <th scope="col">Took</th>
            <th scope="col">
              <span class="hidden">Course</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {job.attempts.map(({ stage, first, last, started_at, ended_at, error }, i) => {
            const from = Date.parse(started_at);
            const took = ended_at === null ? undefined : Date.parse(ended_at) - from;
            return (
              <tr key={i}>
                <td>{stage}</td>
                <td>{first === 0 ? 'document' : first === last ? first : `${String(first)}–${String(last)}`}</td>
                <td>{clockTime(started_at)}</td>
                <td class={error === null ? '' : 'error'}>{error === null ? (took === undefined ? 'runs' : span(took / 1_000)) : error.code}</td>
                <td>
                  <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                    <rect x={(100 * (from - start)) / whole} width={Math.max(0.5, (100 * (took ?? start + whole - from)) / whole)} height="6" />
                  </svg>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
