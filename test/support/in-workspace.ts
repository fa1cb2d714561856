import { test as base } from 'vitest';
import { openWorkspace } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** A test that has a workspace of its own, which is gone afterwards with all that was started in it. */
export const test = base.extend<{ place: Workspace }>({
  // Vitest finds out what a fixture needs from its first parameter.
  // eslint-disable-next-line no-empty-pattern
  place: async ({}, use) => {
    const place = await openWorkspace();
    await use(place);
    await place.close();
  },
});
