import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { estimateNet } from '@/lib/domain/fees/estimate-net';
import { feesFor, type FeeProfile } from '@/lib/domain/fees/fee-schedule';
import { money, type Money } from '@/lib/domain/money/money';
import { instant } from '@/lib/domain/time/instant';
import { missingText } from '../bridge/estimate-words';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import styles from './connect.module.css';

const PRICE = money(15_000, 'USD');

/** What the profile means for one sale, line by line, so that a wrong choice is seen at once. */
export function ExampleSale({ profile }: { readonly profile: FeeProfile }) {
  const now = useNow(3_600_000);
  const estimate = estimateNet(PRICE, feesFor(ALIAS_FEE_SCHEDULES, instant(now)), profile);
  if (estimate.kind === 'unknown') return <p className={styles['quiet']}>{missingText(estimate.missing)}</p>;
  const lines: readonly (readonly [string, Money])[] = [
    [t('connect.exampleCommission'), estimate.commission],
    [t('connect.exampleSellerFee'), estimate.sellerFee],
    [t('connect.exampleCashOut'), estimate.cashOut],
  ];
  return (
    <section className={styles['example']} aria-label={t('connect.exampleTitle')} aria-live="polite">
      <div>
        <span>{t('connect.exampleTitle')}</span>
        <span className="archvd-figure">{exact(PRICE)}</span>
      </div>
      {lines.map(([name, amount]) => (
        <div key={name} className={styles['quiet']}>
          <span>{name}</span>
          <span className="archvd-figure">{`−${exact(amount)}`}</span>
        </div>
      ))}
      <div className="archvd-strong">
        <span>{t('connect.exampleNet')}</span>
        <span className="archvd-figure">{exact(estimate.net)}</span>
      </div>
    </section>
  );
}

function exact(amount: Money): string {
  return moneyText(amount, { cents: 'fixed' });
}
