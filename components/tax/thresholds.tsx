import type { ThresholdReading } from '@/lib/domain/tax/thresholds';
import type { TaxReading } from '@/lib/queries/tax-books';
import { platformText } from '../bridge/sale-platform';
import { ruleText } from '../bridge/tax-rule-words';
import { Explained } from '../ui/explained';
import { countText, moneyText } from '../ui/format';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { SetRates, withoutRate } from './missing-rates';
import { taxPeriodText } from './period-select';
import styles from './tax.module.css';
import { certaintyText, ruleSourceText } from './tax-words';
import { useThresholds } from './use-thresholds';

/** How far every limit is filled as the year goes on. */
export function Thresholds({ reading }: { readonly reading: TaxReading }) {
  const readings = useThresholds(reading);
  const isWhole = withoutRate(reading) === 0;
  return (
    <div className={styles['column']}>
      <p className={styles['quiet']}>{t('tax.thresholdsText')}</p>
      <ul className={styles['meters']}>
        {readings.map((each) => (
          <Meter key={`${each.rule.id}|${each.platform ?? ''}`} reading={each} isWhole={isWhole} />
        ))}
      </ul>
    </div>
  );
}

const STATES: Readonly<Record<ThresholdReading['state'], () => string>> = {
  far: () => t('tax.stateFar'),
  near: () => t('tax.stateNear'),
  over: () => t('tax.stateOver'),
};

interface MeterProps {
  readonly reading: ThresholdReading;
  /** Whether every sale is counted: what is far from a limit without some of them may be near it with them. */
  readonly isWhole: boolean;
}

function Meter({ reading, isWhole }: MeterProps) {
  const { rule, platform, period, reached, limit, sales, salesLimit, isDone, atThisPace } = reading;
  const state = isDone ? 'far' : reading.state;
  const name = ruleText(rule.id);
  const title = platform === null ? name : t('tax.perPlatform', [platformText(platform), name]);
  const share = Math.max(0, Math.min(1, shareOf(reading)));
  const isSure = isWhole || isDone || state !== 'far';
  // The two stand side by side: both with cents, or neither.
  const cents = /\.\d\d$/.test(moneyText(reached)) ? 'fixed' : 'auto';
  const [filled, most] = [moneyText(reached), limit === null ? null : moneyText(limit, { cents })];
  const amount = most === null ? filled : t('tax.reached', [filled, most]);
  return (
    <li className={styles['meter']} data-state={state} data-rule={rule.id}>
      <div className={styles['meterHead']}>
        <h2>{title}</h2>
        <Pill tone={isSure && state === 'far' ? 'plain' : 'needs-you'}>
          {isDone ? t('tax.stateDone') : isSure ? STATES[state]() : t('tax.stateUnsure')}
        </Pill>
      </div>
      <div
        className={styles['bar']}
        data-state={state}
        role="meter"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div style={{ width: `${share * 100}%` }} />
      </div>
      <Explained what={{ note: t('tax.reachedWhy') }}>
        <span className="archvd-figure archvd-strong">{isWhole ? amount : t('tax.atLeast', [amount])}</span>
      </Explained>
      {salesLimit === null || salesLimit === 0 ? null : (
        <div className="archvd-figure">{t('tax.salesReached', sales, [countText(sales), countText(salesLimit)])}</div>
      )}
      {limit === null ? (
        <p className={styles['quiet']}>
          {t('tax.inEuros')} <SetRates />
        </p>
      ) : null}
      {atThisPace === null ? null : (
        <p className={styles['quiet']}>{t('tax.atPace', [moneyText(atThisPace, { cents: 'none' })])}</p>
      )}
      <p className={styles['quiet']}>
        {taxPeriodText(period)}. {ruleSourceText(rule)} {certaintyText(rule.certainty)}
      </p>
    </li>
  );
}

/** Of amount and number of sales the one that is nearer to its limit; where both must be passed, the farther one. */
function shareOf({ reached, limit, sales, salesLimit, rule }: ThresholdReading): number {
  const byAmount = limit === null || limit.minor === 0 ? 0 : reached.minor / limit.minor;
  if (salesLimit === null || salesLimit === 0) return byAmount;
  const bySales = sales / salesLimit;
  return rule.id === 'us-1099-k' ? Math.min(byAmount, bySales) : Math.max(byAmount, bySales);
}
