import { useEffect, useRef, useState } from 'preact/hooks';
import { get, upload } from './api.ts';
import type { Summary } from './api.ts';
import { percent } from './words.ts';

type Said = { kind: 'idle' } | { kind: 'sending'; files: number; share: number } | { kind: 'done'; files: number } | { kind: 'failed'; why: string };

/** Files dropped anywhere on the page, or chosen, are handed in. */
export function Upload() {
  const [said, setSaid] = useState<Said>({ kind: 'idle' });
  const [over, setOver] = useState(false);
  const [pipelines, setPipelines] = useState<string[]>([]);
  const [pipeline, setPipeline] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  const wanted = useRef(pipeline);
  wanted.current = pipeline;
  const send = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setSaid({ kind: 'sending', files: files.length, share: 0 });
    try {
      const { total } = await upload(files, wanted.current, (share) => setSaid({ kind: 'sending', files: files.length, share }));
      setSaid({ kind: 'done', files: total });
    } catch (error) {
      setSaid({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  };
  useEffect(() => {
    void get<Summary>('/api/summary').then(
      (summary) => {
        const names = summary.pipelines.map(({ name }) => name);
        setPipelines(names);
        setPipeline(names[0]);
      },
      () => undefined,
    );
    const drag = (event: DragEvent): void => {
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop') void send([...(event.dataTransfer?.files ?? [])]);
    };
    for (const type of ['dragover', 'dragleave', 'drop'] as const) addEventListener(type, drag);
    return () => {
      for (const type of ['dragover', 'dragleave', 'drop'] as const) removeEventListener(type, drag);
    };
  }, []);
  return (
    <div class={over ? 'upload over' : 'upload'}>
      {pipelines.length > 1 && (
        <label>
          Pipeline
          <select value={pipeline} onChange={(event) => setPipeline(event.currentTarget.value)}>
            {pipelines.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <button type="button" onClick={() => chooser.current?.click()}>
        Add documents
      </button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label="Documents to add"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void send(files);
        }}
      />
      <span role="status" class="said">
        {sentence(said)}
      </span>
      {said.kind === 'sending' && <progress value={said.share} max={1} aria-label="Upload" />}
      {over && <div class="drop">Let go to hand the documents in</div>}
    </div>
  );
}

function sentence(said: Said): string {
  switch (said.kind) {
    case 'idle':
      return '';
    case 'sending':
      return `Sending ${String(said.files)}: ${percent(said.share)}`;
    case 'done':
      return said.files === 1 ? '1 document handed in' : `${String(said.files)} documents handed in`;
    case 'failed':
      return said.why;
  }
}
