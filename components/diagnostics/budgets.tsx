import type { Diagnostics } from '@/lib/queries/diagnostics';
import { countText, whenText } from '../ui/format';
import { Stat, StatRow } from '../ui/stat';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import styles from './diagnostics.module.css';

/** How fast the companion may ask now, and whether it has to wait. */
export function Budgets({ budgets }: { readonly budgets: Diagnostics['budgets'] }) {
  const now = useNow();
  if (budgets.length === 0) return <p className={styles['quiet']}>{t('diagnostics.noBudget')}</p>;
  return budgets.map((budget) => {
    const until = Math.max(budget.blockedUntil ?? 0, budget.openUntil ?? 0);
    return (
      <StatRow key={budget.id}>
        <Stat label={t('diagnostics.rate')}>{speedText(budget.milliPerSecond)}</Stat>
        <Stat label={t('diagnostics.tokens')}>{countText(Math.floor(budget.milliTokens / 1000))}</Stat>
        <Stat label={t('diagnostics.waiting')}>
          {until > now ? t('diagnostics.until', [whenText(until, now)]) : t('diagnostics.notWaiting')}
        </Stat>
      </StatRow>
    );
  });
}

/** `2 a second`, `0.5 a second` as `1 every 2 s`: no more digits than matter. */
function speedText(milliPerSecond: number): string {
  if (milliPerSecond <= 0) return t('diagnostics.notWaiting');
  if (milliPerSecond < 1000) return t('diagnostics.oneEvery', [countText(1_000_000 / milliPerSecond / 1000)]);
  const perSecond = milliPerSecond / 1000;
  return t('diagnostics.perSecond', [perSecond < 10 ? String(Number(perSecond.toFixed(1))) : countText(perSecond)]);
}
