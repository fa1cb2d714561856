import { useEffect, useRef, useState } from 'preact/hooks';
import { request } from './api.ts';
import type { Box } from './api.ts';

export interface Mark {
  box: Box;
  kind: 'field' | 'table' | 'chosen';
}

interface Terms {
  job: string;
  page: number;
  /** Points of the page; unknown until there is a result. */
  shape: { width: number; height: number } | undefined;
  marks: readonly Mark[];
}

/** A page as it looks, with boxes over it that keep their place at every size. */
export function PagePicture({ job, page, shape, marks }: Terms) {
  const [url, setUrl] = useState<string>();
  const [error, setError] = useState<string>();
  const chosen = useRef<SVGRectElement>(null);
  useEffect(() => {
    let over = false;
    let made: string | undefined;
    setUrl(undefined);
    setError(undefined);
    request(`/api/jobs/${job}/pages/${String(page)}/picture`)
      .then((response) => response.blob())
      .then(
        (blob) => {
          if (over) return;
          made = URL.createObjectURL(blob);
          setUrl(made);
        },
        (thrown: unknown) => setError(thrown instanceof Error ? thrown.message : String(thrown)),
      );
    return () => {
      over = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [job, page]);
  useEffect(() => chosen.current?.scrollIntoView({ block: 'center', behavior: 'smooth' }), [marks.find(({ kind }) => kind === 'chosen')?.box.join()]);
  if (error !== undefined) return <p class="error">{error}</p>;
  return (
    <div class="picture">
      {url === undefined ? <p>The page is being drawn …</p> : <img src={url} alt={`Page ${String(page)}`} />}
      {shape !== undefined && (
        <svg viewBox={`0 0 ${String(shape.width)} ${String(shape.height)}`} aria-hidden="true">
          {marks.map(({ box: [x0, y0, x1, y1], kind }, i) => (
            <rect key={i} ref={kind === 'chosen' ? chosen : null} class={kind} x={x0 - 2} y={y0 - 2} width={x1 - x0 + 4} height={y1 - y0 + 4} />
          ))}
        </svg>
      )}
    </div>
  );
}
