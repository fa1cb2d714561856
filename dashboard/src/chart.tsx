import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

interface Line {
  name: string;
  values: (number | null)[];
}

/** Colours that differ for colour-blind people too (Okabe and Ito 2008), and dashes for whoever sees none. */
const strokes = ['#0072b2', '#d55e00', '#009e73'] as const;
const dashes: readonly number[][] = [[], [8, 4], [2, 3]];
const height = 180;

/** Lines over time. What it shows last is also said in words. */
export function Chart({ title, at, lines }: { title: string; at: number[]; lines: readonly Line[] }) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>();
  const names = lines.map(({ name }) => name).join();
  useEffect(() => {
    const holder = box.current;
    if (holder === null) return undefined;
    const ink = getComputedStyle(holder).color;
    const axis = { stroke: ink, grid: { stroke: '#8884', width: 1 }, ticks: { stroke: '#8886', width: 1 } };
    const series = names.split(',').map((label, i) => ({ label, stroke: strokes[i % strokes.length] ?? ink, width: 2, dash: dashes[i] ?? [] }));
    plot.current = new uPlot(
      { width: holder.clientWidth, height, series: [{}, ...series], axes: [axis, axis], cursor: { y: false } },
      [[], ...series.map(() => [])],
      holder,
    );
    const fit = new ResizeObserver(() => plot.current?.setSize({ width: holder.clientWidth, height }));
    fit.observe(holder);
    return () => {
      fit.disconnect();
      plot.current?.destroy();
    };
  }, [names]);
  useEffect(() => plot.current?.setData([at, ...lines.map(({ values }) => values)]));
  const now = lines.map(({ name, values }) => `${name} ${String(values.at(-1) ?? 0)}`).join(', ');
  return (
    <figure class="card chart">
      <figcaption>{title}</figcaption>
      <div ref={box} role="img" aria-label={`${title}; now ${now}`} />
    </figure>
  );
}
