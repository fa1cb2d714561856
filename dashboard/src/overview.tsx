import type { Activity, StageActivity, Summary } from './api.ts';
import { Chart } from './chart.tsx';
import { useLive } from './live.ts';
import { eta, percent, signs, span } from './words.ts';

const statuses = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const;

/** What goes on: counts, the flow with what each stage does now, the last hour. */
export function Overview() {
  const anything = (): boolean => true;
  const summary = useLive<Summary>('/api/summary', anything, 10_000);
  const activity = useLive<Activity>('/api/activity', anything, 5_000);
  const pipelines = summary.value?.pipelines ?? [];
  return (
    <>
      <h1>Overview</h1>
      {summary.error !== undefined && <p class="error">{summary.error}</p>}
      <dl class="counts">
        {statuses.map((status) => (
          <div key={status} class={`count ${status}`}>
            <dt>
              <span aria-hidden="true">{signs[status]}</span> {status}
            </dt>
            <dd data-count={status}>{summary.value?.counts[status] ?? '…'}</dd>
          </div>
        ))}
      </dl>
      {activity.value?.pipelines.map((pipeline) => {
        const known = pipelines.find(({ name }) => name === pipeline.name);
        const rest = eta(known?.eta_seconds ?? null, known?.eta_seconds_p90 ?? null);
        return (
          <section class="card" key={pipeline.name} aria-label={`Pipeline ${pipeline.name}`}>
            <h2>{pipeline.name}</h2>
            <ol class="flow">
              <li class={`node${pipeline.in_flight >= pipeline.lanes && pipeline.waiting > 0 ? ' full' : ''}`}>
                <b>queue</b>
                <span class="big">{pipeline.waiting}</span>
                <span>
                  {pipeline.in_flight} of {pipeline.lanes} lanes busy
                </span>
                <meter min={0} max={pipeline.lanes} value={pipeline.in_flight} aria-label="Lanes in use" />
              </li>
              {pipeline.stages.map((stage) => (
                <Stage key={stage.stage} stage={stage} />
              ))}
            </ol>
            <p>
              {pipeline.waiting + pipeline.in_flight === 0
                ? 'Nothing waits.'
                : pipeline.waiting > 0 && pipeline.in_flight >= pipeline.lanes
                  ? 'All lanes are full, so the queue waits. '
                  : ''}
              {pipeline.waiting + pipeline.in_flight > 0 && rest !== '' ? `All of it is done in ${rest}.` : ''}
            </p>
          </section>
        );
      })}
      {activity.value !== undefined && <Hour series={activity.value.series} />}
      {summary.value !== undefined && summary.value.promises.made > 0 && (
        <p class="faint">
          Of {summary.value.promises.made} documents {percent(summary.value.promises.held / summary.value.promises.made)} were done within the time
          that was told for nine of ten.
        </p>
      )}
    </>
  );
}

function Stage({ stage: { stage, running, last_minute, done, failed, p50, p95 } }: { stage: StageActivity }) {
  return (
    <li class={`node${running > 0 ? ' busy' : ''}`}>
      <b>{stage}</b>
      <span class="big">{running}</span>
      <span>{last_minute} in the last minute</span>
      <span class="faint">
        {done} done{failed > 0 ? `, ${String(failed)} tries failed` : ''}
      </span>
      <span class="faint">{p50 === null || p95 === null ? 'no task yet' : `${span(p50 / 1_000)} a task, 95 % under ${span(p95 / 1_000)}`}</span>
    </li>
  );
}

function Hour({ series }: { series: Activity['series'] }) {
  const at = series.map((point) => Date.parse(point.at) / 1_000);
  return (
    <div class="charts">
      <Chart
        title="Documents and pages in ten seconds"
        at={at}
        lines={[
          { name: 'completed', values: series.map(({ completed }) => completed) },
          { name: 'failed', values: series.map(({ failed }) => failed) },
          { name: 'pages', values: series.map(({ pages }) => pages) },
        ]}
      />
      <Chart
        title="Seconds from start to end of a document"
        at={at}
        lines={[
          { name: 'middle', values: series.map(({ p50 }) => (p50 === null ? null : p50 / 1_000)) },
          { name: '95 of 100', values: series.map(({ p95 }) => (p95 === null ? null : p95 / 1_000)) },
        ]}
      />
    </div>
  );
}
