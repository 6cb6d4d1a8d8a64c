import type { Diagnostics } from '@/lib/queries/diagnostics';
import { whenText } from '../ui/format';
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
        <Stat label={t('diagnostics.rate')}>
          {t('diagnostics.perSecond', [(budget.milliPerSecond / 1000).toFixed(2)])}
        </Stat>
        <Stat label={t('diagnostics.tokens')}>{(budget.milliTokens / 1000).toFixed(1)}</Stat>
        <Stat label={t('diagnostics.waiting')}>{until > now ? whenText(until, now) : t('diagnostics.notWaiting')}</Stat>
      </StatRow>
    );
  });
}
