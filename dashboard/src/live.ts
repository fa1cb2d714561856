import { useEffect, useRef, useState } from 'preact/hooks';
import { get, listen } from './api.ts';
import type { Told } from './api.ts';

type Listener = (told: Told) => void;

const listeners = new Set<Listener>();

/** One connection for the whole page. */
export function connect(connected: (is: boolean) => void): () => void {
  const abort = new AbortController();
  void listen(
    (told) => {
      for (const hear of listeners) hear(told);
    },
    connected,
    abort.signal,
  );
  return () => abort.abort();
}

/** Milliseconds between two questions while much happens. */
const often = 1_000;

export interface Live<T> {
  value: T | undefined;
  error: string | undefined;
  refresh(): void;
}

/** What a path answers, asked again when something happens that `about` finds worth it, and now and then when `every` (ms) says so. */
export function useLive<T>(path: string, about: (told: Told) => boolean, every?: number): Live<T> {
  const [value, setValue] = useState<T>();
  const [error, setError] = useState<string>();
  const concerns = useRef(about);
  concerns.current = about;
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = false;
    let again = false;
    const ask = async (): Promise<void> => {
      asking = true;
      again = false;
      try {
        const answer = await get<T>(path);
        if (over) return;
        setValue(answer);
        setError(undefined);
      } catch (thrown) {
        if (over) return;
        setError(thrown instanceof Error ? thrown.message : String(thrown));
      }
      timer = setTimeout(() => {
        asking = false;
        if (again) void ask();
      }, often);
    };
    const soon = (): void => {
      again = true;
      if (!asking) void ask();
    };
    const hear: Listener = (told) => {
      if (told.event === 'reset' || concerns.current(told)) soon();
    };
    listeners.add(hear);
    const regular = every === undefined ? undefined : setInterval(soon, every);
    soon();
    return () => {
      over = true;
      listeners.delete(hear);
      clearTimeout(timer);
      clearInterval(regular);
    };
  }, [path, every, turn]);
  return { value, error, refresh: () => setTurn((now) => now + 1) };
}
