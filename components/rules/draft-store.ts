import { useSyncExternalStore } from 'react';
import type { RuleDraft } from './rule-draft';

/**
 * Rules that were changed and not saved, by what is edited (a rule's id, or what a new one began with). They outlive the
 * editor: whoever looks something up on another screen finds them as they were.
 */
const drafts = new Map<string, RuleDraft>();
const listeners = new Set<() => void>();
let keys: readonly string[] = [];

export function keptDraft(key: string): RuleDraft | null {
  return drafts.get(key) ?? null;
}

/** null: there is nothing unsaved any more. */
export function keepDraft(key: string, draft: RuleDraft | null): void {
  if (draft === null) drafts.delete(key);
  else drafts.set(key, draft);
  keys = [...drafts.keys()];
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is unsaved, for the list of rules. */
export function useUnsaved(): readonly string[] {
  return useSyncExternalStore(subscribe, () => keys);
}
