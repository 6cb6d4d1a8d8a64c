import { useMemo } from 'react';
import { WATCH_FIELDS, type WatchColumns } from '@/lib/files/read-watch-csv';
import { savedViews, type SavedView } from '@/lib/queries/saved-views';
import { ask } from '../../bridge/ask';
import { useLive } from '../../bridge/use-live';

/** Choices of columns are kept like views of a list, under the headings they are for. */
const SCREEN = 'watch-import';
const LONGEST_NAME = 80;

export interface KeptColumns {
  readonly viewId: string;
  readonly columns: WatchColumns;
}

const NONE: ReadonlyMap<string, KeptColumns> = new Map();

/** By the headings of a file, joined: which column somebody said is what. */
export function useKeptColumns(): ReadonlyMap<string, KeptColumns> {
  const saved = useLive((books) => savedViews(books, SCREEN), []).value;
  return useMemo(
    () =>
      saved === null
        ? NONE
        : new Map(
            saved.map((view) => [String(view.settings['headings']), { viewId: view.id, columns: columnsOf(view) }]),
          ),
    [saved],
  );
}

function columnsOf({ settings }: SavedView): WatchColumns {
  const kept = WATCH_FIELDS.map((field) => {
    const heading = settings[field];
    return [field, typeof heading === 'string' && heading !== '' ? heading : null];
  });
  return Object.fromEntries(kept) as WatchColumns;
}

/** Remembers which column is what for files with these headings. A refusal is no harm: they are asked for again. */
export async function keepColumns(
  headings: readonly string[],
  columns: WatchColumns,
  before: KeptColumns | undefined,
): Promise<void> {
  const joined = headings.join(', ');
  const settings = Object.fromEntries(WATCH_FIELDS.map((field) => [field, columns[field] ?? '']));
  await ask('views/save', {
    id: before?.viewId ?? null,
    screen: SCREEN,
    name: joined.slice(0, LONGEST_NAME),
    settings: { ...settings, headings: joined },
  });
}
