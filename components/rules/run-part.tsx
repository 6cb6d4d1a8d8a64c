import { Button } from '@mantine/core';
import { IconListSearch, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { runView } from '@/lib/queries/run-view';
import { readRules } from '@/lib/queries/rules';
import { ask } from '../bridge/ask';
import { setRepricing, useRepricing } from '../bridge/use-repricing';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { Screen } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { useRoute } from '../ui/use-route';
import { PauseControl } from './pause-control';
import { RulesTools } from './rules-tools';
import styles from './rules.module.css';
import { RunProgress } from './run-progress';
import { RunResult } from './run-result';

/** A run before it is sent: made on demand, looked at, applied in whole or in part. */
export function RunPart() {
  const { route } = useRoute();
  const { value: now } = useRepricing();
  const valuation = useValuation();
  const rules = useLive(readRules, []).value;
  const runId = route.filter ?? now?.lastRun?.id ?? null;
  const live = useLive(
    async (books) => (valuation === null || runId === null ? null : runView(books, runId, valuation)),
    [runId, valuation, now?.lastRun?.id],
  );
  const hasRules = rules?.some(({ enabled }) => enabled) ?? true;
  const waiting = now === null || live.state === 'loading' || (runId !== null && valuation === null);
  const start = <RunButton live={now?.mode === 'live'} paused={now?.mode === 'paused'} disabled={!hasRules} />;
  const view = live.value;
  const running = now?.running ?? false;
  return (
    <Screen
      title={t('nav.rules')}
      action={
        <div className={styles['actions']}>
          <PauseControl />
          {start}
        </div>
      }
      tools={<RulesTools part="run" />}
      fixed
    >
      {running ? <RunProgress reading={now?.reading ?? null} /> : null}
      {waiting && live.state !== 'failed' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {!waiting && live.state === 'ready' && view === null && !running ? (
        <EmptyState
          icon={IconListSearch}
          title={t('runs.empty')}
          text={hasRules ? t('runs.emptyText') : t('runs.noRules')}
          action={start}
        />
      ) : null}
      {view !== null && now !== null ? <RunResult key={view.run.id} view={view} now={now} /> : null}
    </Screen>
  );
}

interface RunButtonProps {
  readonly live: boolean;
  readonly paused: boolean;
  readonly disabled: boolean;
}

/** Makes a run. While rules are paused nothing decides, so they first look only again. */
function RunButton({ live, paused, disabled }: RunButtonProps) {
  const { change } = useRoute();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const ready = !paused || (await setRepricing('preview'));
    const asked = ready ? await ask('repricing/run', {}) : null;
    setBusy(false);
    if (asked === null) return;
    if (!asked.ok) return toastProblem(asked.message);
    toast(t('runs.asked'));
    change({ filter: null }, 'quiet');
  };
  return (
    <Button
      leftSection={<IconPlayerPlay size={16} stroke={1.8} aria-hidden="true" />}
      loading={busy}
      disabled={disabled}
      onClick={() => void run()}
      data-testid="run"
    >
      {live ? t('runs.runNow') : t('runs.preview')}
    </Button>
  );
}
