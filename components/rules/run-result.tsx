import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RepricingNow } from '@/lib/queries/repricing-now';
import type { RunChange, RunHold, RunView } from '@/lib/queries/run-view';
import { ask } from '../bridge/ask';
import { DecisionDetail } from '../bridge/decision-detail';
import { tellAccepted } from '../bridge/listing-commands';
import { SideDrawer } from '../bridge/side-drawer';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { useSelection } from '../ui/use-selection';
import { GoLive } from './go-live';
import styles from './rules.module.css';
import { RunHolds } from './run-holds';
import { RunSummary } from './run-summary';
import { RunTable } from './run-table';

/** A run as it decided: prices that change, prices that stay and why, and what to do with them. */
export function RunResult({ view, now }: { readonly view: RunView; readonly now: RepricingNow }) {
  const { run, changes, holds } = view;
  const [part, setPart] = useState<'changes' | 'holds'>(changes.length === 0 && holds.length > 0 ? 'holds' : 'changes');
  const [open, setOpen] = useState<RunChange | RunHold | null>(null);
  const ids = useMemo(() => changes.map(({ row }) => row.listingId), [changes]);
  const known = useMemo(() => new Set(ids), [ids]);
  const selection = useSelection(ids, (id) => known.has(id));
  const held = holds.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <>
      <RunSummary view={view} action={now.mode === 'live' ? null : <GoLive view={view} />} />
      <div className={styles['parts']}>
        <Chips
          label={t('runs.counts')}
          value={part}
          onChange={setPart}
          choices={[
            {
              value: 'changes',
              label: run.mode === 'live' ? t('runs.changedChip') : t('runs.changesChip'),
              count: changes.length,
            },
            { value: 'holds', label: t('runs.holdsTitle'), count: held },
          ]}
        />
      </div>
      {part === 'changes' ? (
        <RunTable view={view} selection={run.mode === 'preview' ? selection : null} onOpen={setOpen} />
      ) : (
        <RunHolds holds={holds} onOpen={setOpen} />
      )}
      {run.mode === 'preview' && run.stopped === null && part === 'changes' && changes.length > 0 ? (
        <ApplyBar runId={run.id} total={changes.length} marked={selection.ids} onDone={selection.clear} />
      ) : null}
      <SideDrawer
        title={open === null ? null : (open.named?.name ?? t('runs.detail'))}
        onClose={() => setOpen(null)}
        testId="decision"
      >
        {open === null ? null : (
          <DecisionDetail
            row={open.row}
            named={open.named}
            ruleName={open.row.ruleId === null ? null : (view.rules.get(open.row.ruleId) ?? null)}
          />
        )}
      </SideDrawer>
    </>
  );
}

interface ApplyBarProps {
  readonly runId: string;
  readonly total: number;
  /** None: all of them are meant. */
  readonly marked: readonly string[];
  readonly onDone: () => void;
}

/** Sends what was looked at: all of it, or what is marked. */
function ApplyBar({ runId, total, marked, onDone }: ApplyBarProps) {
  const [busy, setBusy] = useState(false);
  const apply = async () => {
    setBusy(true);
    const asked = await ask('repricing/apply', { runId, listingIds: marked.length === 0 ? null : [...marked] });
    setBusy(false);
    if (!asked.ok) return toastProblem(asked.message);
    if (!asked.value.ok) return;
    onDone();
    tellAccepted('reprice', [asked.value]);
  };
  return (
    <div className={styles['bar']} role="region" aria-label={t('inventory.actions')}>
      <span>{marked.length === 0 ? '' : t('inventory.marked', marked.length, [countText(marked.length)])}</span>
      {marked.length === 0 ? null : (
        <Button variant="subtle" size="compact-sm" onClick={onDone}>
          {t('inventory.clearSelection')}
        </Button>
      )}
      <Button loading={busy} onClick={() => void apply()} data-testid="apply-run">
        {marked.length === 0
          ? t('runs.applyAll', [countText(total)])
          : t('runs.apply', marked.length, [countText(marked.length)])}
      </Button>
    </div>
  );
}
