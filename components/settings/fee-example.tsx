import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { estimateNet } from '@/lib/domain/fees/estimate-net';
import { feesFor, type FeeProfile } from '@/lib/domain/fees/fee-schedule';
import { money } from '@/lib/domain/money/money';
import { instant } from '@/lib/domain/time/instant';
import { missingText } from '../bridge/estimate-words';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import styles from './settings.module.css';

const EXAMPLE = money(10_000, 'USD');

/** What the profile means for a sale of a hundred dollars, so that a wrong choice is seen at once. */
export function FeeExample({ profile }: { readonly profile: FeeProfile }) {
  const now = useNow(3_600_000);
  const estimate = estimateNet(EXAMPLE, feesFor(ALIAS_FEE_SCHEDULES, instant(now)), profile);
  const exact = { cents: 'fixed' } as const;
  return (
    <p className={styles['quiet']} aria-live="polite">
      {estimate.kind === 'unknown'
        ? missingText(estimate.missing)
        : t('settings.feeExample', [
            moneyText(estimate.net, exact),
            moneyText(estimate.commission, exact),
            moneyText(estimate.sellerFee, exact),
            moneyText(estimate.cashOut, exact),
          ])}
    </p>
  );
}
