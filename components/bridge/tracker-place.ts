import { useSyncExternalStore } from 'react';

/** What the tracker shows: `closed`, all commands, or one of them by its id. */
type TrackerPlace = 'closed' | 'all' | { readonly groupId: string };

let place: TrackerPlace = 'closed';
const listeners = new Set<() => void>();

function show(next: TrackerPlace): void {
  place = next;
  for (const listener of listeners) listener();
}

/** Opens the tracker on one command, or on all of them. */
export function openTracker(groupId: string | null): void {
  show(groupId === null ? 'all' : { groupId });
}

export function closeTracker(): void {
  show('closed');
}

export function useTrackerPlace(): TrackerPlace {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => place,
  );
}
