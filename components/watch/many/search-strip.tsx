import { Button } from '@mantine/core';
import { useState } from 'react';
import { watchSearches, type WatchSearch } from '@/lib/queries/watch-searches';
import { ask } from '../../bridge/ask';
import { SideDrawer } from '../../bridge/side-drawer';
import { useLive } from '../../bridge/use-live';
import { countText } from '../../ui/format';
import { t } from '../../ui/text';
import { toast, toastProblem } from '../../ui/toast';
import { stateText } from './many-words';
import styles from './many.module.css';
import { SearchLines } from './search-lines';

/** What is searched for in alias's catalogue and what came of it, until somebody puts it away. */
export function SearchStrip() {
  const searches = useLive(watchSearches, []).value ?? [];
  const [open, setOpen] = useState<string | null>(null);
  const shown = searches.find(({ batchId }) => batchId === open);
  return (
    <>
      {searches.map((search) => (
        <Strip key={search.batchId} search={search} onDetails={() => setOpen(search.batchId)} />
      ))}
      <SideDrawer
        title={shown === undefined ? null : t('watchMany.linesTitle')}
        onClose={() => setOpen(null)}
        testId="search-lines"
      >
        {shown === undefined ? null : <SearchLines search={shown} />}
      </SideDrawer>
    </>
  );
}

const TOLD = ['several', 'not-found', 'failed', 'cancelled'] as const;

function toldText(state: (typeof TOLD)[number], count: number): string {
  return state === 'several'
    ? t('watchMany.outcomeSeveral', [countText(count)])
    : t('watchMany.outcome', [countText(count), stateText(state)]);
}

function Strip({ search, onDetails }: { readonly search: WatchSearch; readonly onDetails: () => void }) {
  const { batchId, counts, total, listName, undoId } = search;
  const done = total - counts.waiting;
  const isRunning = counts.waiting > 0;
  const again = counts['not-found'] + counts.failed + counts.cancelled > 0;
  const run = (name: 'watch/cancel-search' | 'watch/search-again' | 'watch/dismiss-search') => void tell(name, batchId);
  return (
    <section className={styles['strip']} aria-label={t('watchMany.linesTitle')} data-testid="watch-search">
      <span role="status" className={styles['stripText']}>
        {isRunning
          ? t('watchMany.searching', [listName, countText(done), countText(total)])
          : t('watchMany.searched', total, [countText(total), countText(counts.found)])}
        {TOLD.filter((state) => counts[state] > 0).map((state) => (
          <span key={state}> · {toldText(state, counts[state])}</span>
        ))}
      </span>
      <progress max={total} value={done} aria-hidden="true" className={styles['progress']} hidden={!isRunning} />
      <span className={styles['stripActions']}>
        <Button variant="default" size="compact-sm" onClick={onDetails}>
          {t('watchMany.details')}
        </Button>
        {isRunning ? (
          <Button variant="default" size="compact-sm" onClick={() => run('watch/cancel-search')}>
            {t('watchMany.stop')}
          </Button>
        ) : null}
        {again && !isRunning ? (
          <Button variant="default" size="compact-sm" onClick={() => run('watch/search-again')}>
            {t('watchMany.again')}
          </Button>
        ) : null}
        {undoId === null ? null : (
          <Button variant="default" size="compact-sm" onClick={() => void takeBack(undoId)}>
            {t('watchMany.undoAll')}
          </Button>
        )}
        {isRunning ? null : (
          <Button variant="default" size="compact-sm" onClick={() => run('watch/dismiss-search')}>
            {t('watchMany.dismiss')}
          </Button>
        )}
      </span>
    </section>
  );
}

async function tell(
  name: 'watch/cancel-search' | 'watch/search-again' | 'watch/dismiss-search',
  batchId: string,
): Promise<void> {
  const asked = await ask(name, { batchId });
  if (!asked.ok) toastProblem(asked.message);
}

async function takeBack(undoId: string): Promise<void> {
  const asked = await ask('undo/run', { undoId });
  if (!asked.ok) toastProblem(asked.message);
  else toast(t('watchMany.undone'));
}
