import { Button } from '@mantine/core';
import { useState } from 'react';
import type { NamedWrite } from '@/lib/queries/named-writes';
import { readWrites, type WriteGroup } from '@/lib/queries/write-groups';
import { ConflictSides } from '../bridge/conflict-sides';
import { useLive } from '../bridge/use-live';
import { cancelWrites, resolveConflicts, retryGroup } from '../bridge/write-commands';
import { nextStepText, problemText, writeStateText, writeText } from '../bridge/write-words';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { hasFailed, isConflict, isWaiting } from './tracked-state';
import styles from './tracker.module.css';

/** Rows drawn at once; the rest is counted. */
const DRAWN = 100;
/** As many as one batch of alias holds. */
const READ = 1000;

type Show = 'all' | 'failed' | 'conflicts' | 'waiting';

/** A command's changes one by one: those that need the person first. */
export function TrackedWrites({ tracked }: { readonly tracked: WriteGroup }) {
  const { group, failed, conflicts, counts } = tracked;
  const [show, setShow] = useState<Show>(conflicts > 0 ? 'conflicts' : failed > 0 ? 'failed' : 'all');
  const live = useLive((books) => readWrites(books, group.id, { offset: 0, limit: READ }), [group.id]);
  if (live.state === 'loading') return <SkeletonRows count={3} />;
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  const all = live.value.rows;
  const sets: Record<Show, readonly NamedWrite[]> = {
    all,
    failed: all.filter(({ row }) => hasFailed(row)),
    conflicts: all.filter(({ row }) => isConflict(row)),
    waiting: all.filter(({ row }) => isWaiting(row)),
  };
  const shown = sets[show];
  const ids = (of: Show) => sets[of].map(({ row }) => row.id);
  return (
    <>
      <Chips
        label={t('inventory.show')}
        value={show}
        onChange={setShow}
        choices={[
          { value: 'all' as const, label: t('writes.all'), count: group.total },
          ...(failed === 0 ? [] : [{ value: 'failed' as const, label: t('writes.failed'), count: failed }]),
          ...(conflicts === 0
            ? []
            : [{ value: 'conflicts' as const, label: t('writes.conflictTitle'), count: conflicts }]),
          ...(counts.pending === 0
            ? []
            : [{ value: 'waiting' as const, label: t('writes.waiting'), count: counts.pending }]),
        ]}
      />
      <ul className={styles['writes']}>
        {shown.slice(0, DRAWN).map((named) => (
          <WriteLine key={named.row.id} named={named} />
        ))}
      </ul>
      {shown.length === 0 ? <p className="archvd-quiet">{t('writes.noneLeft')}</p> : null}
      {live.value.total > READ || shown.length > DRAWN ? (
        <p className="archvd-quiet">
          {t('writes.more', [
            countText(Math.min(DRAWN, shown.length)),
            countText(show === 'all' ? group.total : shown.length),
          ])}
        </p>
      ) : null}
      <div className={styles['actions']}>
        {sets.conflicts.length < 2 ? null : (
          <>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => void resolveConflicts(ids('conflicts'), 'theirs')}
            >
              {t('writes.theirsAll')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => void resolveConflicts(ids('conflicts'), 'mine')}>
              {t('writes.mineAll')}
            </Button>
          </>
        )}
        {sets.failed.length === 0 || group.by === 'rule' ? null : (
          <Button
            size="compact-sm"
            onClick={() => void retryGroup(group.id, ids('failed'), conflicts === 0 && sets.failed.length === failed)}
            data-testid="retry-failed"
          >
            {t('writes.retryFailed')}
          </Button>
        )}
        {sets.waiting.length === 0 ? null : (
          <Button variant="default" size="compact-sm" onClick={() => void cancelWrites(ids('waiting'))}>
            {t('writes.cancelWaiting')}
          </Button>
        )}
      </div>
    </>
  );
}

function WriteLine({ named }: { readonly named: NamedWrite }) {
  const { row, listing, pair, product, order } = named;
  const name = product?.name ?? pair?.name ?? listing?.rawSku ?? order?.name ?? t('writes.gone');
  const size = listing?.size ?? pair?.size;
  const bad = hasFailed(row) || isConflict(row);
  return (
    <li data-bad={bad || undefined}>
      <div className={styles['writeHead']}>
        <span className="archvd-clip">
          {size === undefined ? '' : `${formatSize(size, product?.sizeRun ?? null)} `}
          {order === null ? name : `${name} · ${order.orderNumber}`}
        </span>
        <span className="archvd-figure archvd-strong">{writeText(row)}</span>
        <span className={bad ? styles['trouble'] : 'archvd-quiet'}>{writeStateText(row.state)}</span>
      </div>
      {row.problem === null || row.state === 'confirmed' ? null : (
        <div className={bad ? styles['trouble'] : 'archvd-quiet'}>
          {problemText(row.problem)} {bad && row.conflict === null ? nextStepText(row.problem.code) : ''}
        </div>
      )}
      {isConflict(row) ? <ConflictSides write={row} onTake={(take) => void resolveConflicts([row.id], take)} /> : null}
    </li>
  );
}
