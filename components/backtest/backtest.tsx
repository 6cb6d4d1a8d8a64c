import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconArrowLeft, IconHistory } from '@tabler/icons-react';
import { readRules } from '@/lib/queries/rules';
import { localOffset } from '../bridge/local-time';
import { RuleParts } from '../bridge/rule-parts';
import { ruleSentence } from '../bridge/rule-sentence';
import { SellingTabs } from '../bridge/selling-tabs';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { useValuation } from '../bridge/use-valuation';
import { Screen } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { BacktestAnswer } from './backtest-answer';
import styles from './backtest.module.css';
import { useBacktest, type RunningBacktest } from './use-backtest';

export interface BacktestProps {
  /** null: all rules that are on. */
  readonly ruleId: string | null;
  readonly onClose: () => void;
}

/** What a rule, or all of them, would have made of the last 90 days. */
export function Backtest({ ruleId, onClose }: BacktestProps) {
  const { change } = useRoute();
  const rules = useLive(readRules, []);
  const valuation = useValuation();
  const [guards] = useSetting('repricingGuards');
  const known = (rules.value ?? []).filter(({ settings }) => settings.strategy.kind !== 'experiment');
  const chosen = known.filter((rule) => (ruleId === null ? rule.enabled : rule.id === ruleId));
  const isExperiment = ruleId !== null && rules.value?.some(({ id }) => id === ruleId) === true;
  const isReady = chosen.length > 0 && guards !== null && valuation !== null;
  const question = JSON.stringify([ruleId, chosen.map(({ settings, priority }) => [settings, priority]), guards]);
  const running = useBacktest(question, isReady ? { rules: chosen, guards, valuation, offsetAt: localOffset } : null);
  return (
    <Screen
      title={t('backtest.title')}
      action={
        <ActionIcon onClick={onClose} aria-label={t('backtest.back')} title={t('backtest.back')}>
          <IconArrowLeft size={18} />
        </ActionIcon>
      }
      tools={
        <>
          <SellingTabs />
          <RuleParts part="backtest" />
        </>
      }
    >
      {rules.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [rules.message])} />
      ) : null}
      {rules.state === 'loading' ? <SkeletonRows count={4} /> : null}
      {rules.state === 'ready' ? (
        <div className={styles['backtest']} data-testid="backtest">
          <NativeSelect
            label={t('backtest.which')}
            value={ruleId ?? ''}
            onChange={(event) => change({ item: event.currentTarget.value || null })}
            data={[
              { value: '', label: t('backtest.allOn') },
              ...known.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {ruleId === null
            ? null
            : chosen.map(({ id, settings }) => (
                <p key={id} className={styles['quiet']}>
                  {ruleSentence(settings)}
                </p>
              ))}
          {chosen.length === 0 ? (
            <EmptyState
              icon={IconHistory}
              title={isExperiment ? t('backtest.experiment') : t('backtest.noRule')}
              text={isExperiment ? t('backtest.experimentText') : t('backtest.noRuleText')}
            />
          ) : (
            <Standing running={running} currency={valuation?.currency ?? 'USD'} />
          )}
        </div>
      ) : null}
    </Screen>
  );
}

function Standing({
  running: { now, start, stop },
  currency,
}: {
  readonly running: RunningBacktest;
  readonly currency: NonNullable<ReturnType<typeof useValuation>>['currency'];
}) {
  switch (now.state) {
    case 'waiting':
      return <SkeletonRows count={4} />;
    case 'running':
      return (
        <div className={styles['running']}>
          <label>
            <span>{t('backtest.running', [now.percent])}</span>
            <progress max={100} value={now.percent} />
          </label>
          <Button variant="default" onClick={stop}>
            {t('action.cancel')}
          </Button>
        </div>
      );
    case 'stopped':
      return (
        <div className={styles['running']} role="status">
          <span>{t('backtest.stopped')}</span>
          <Button variant="default" onClick={start}>
            {t('backtest.again')}
          </Button>
        </div>
      );
    case 'failed':
      return <ErrorState title={t('backtest.failed')} text={t('backtest.failedText', [now.message])} onRetry={start} />;
    case 'done':
      return <BacktestAnswer backtested={now.backtested} currency={currency} />;
  }
}
