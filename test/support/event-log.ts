import type { Emit, Event, EventOf, EventType } from '../../src/model/events.ts';

/** Keeps what happens, and lets a test wait until it has happened, also when it already has. */
export interface EventLog {
  emit: Emit;
  all<T extends EventType>(type: T): EventOf<T>[];
  /** Resolves with the `nth` event of a type, counted from 1. */
  nth<T extends EventType>(type: T, nth: number): Promise<EventOf<T>>;
}

export function eventLog(): EventLog {
  const events: Event[] = [];
  const checks = new Set<() => void>();
  const all = <T extends EventType>(type: T): EventOf<T>[] => events.filter((event): event is EventOf<T> => event.type === type);
  return {
    emit: (event) => {
      events.push(event);
      for (const check of checks) check();
    },
    all,
    nth: (type, nth) =>
      new Promise((resolve) => {
        const check = (): void => {
          const event = all(type)[nth - 1];
          if (event === undefined) return;
          checks.delete(check);
          resolve(event);
        };
        checks.add(check);
        check();
      }),
  };
}
