import { IconAlertTriangle, IconBan, IconInfoCircle } from '@tabler/icons-react';
import type { Floor } from '@/lib/domain/fees/floor-price';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { ListingProblem } from '@/lib/domain/listings/listing-problem';
import { subtract } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import type { Estimate, Valuer } from '@/lib/queries/valuation';
import { percentText } from '../ui/format';
import { MoneyFigure, ProfitFigure, Unknown } from '../ui/money';
import { t } from '../ui/text';
import { explainNet, explainProfit, missingProps } from './estimate-words';
import { listingProblemText } from './listing-problem-words';
import styles from './price-outcome.module.css';

export interface PriceOutcomeProps {
  /** null: fees and rates are being read. */
  readonly valuer: Valuer | null;
  /** null: none that could be sent yet. */
  readonly price: Money | null;
  readonly pair: Pair | null;
  readonly floor: Floor;
}

/** What a price brings, while it is chosen: net, profit, return and the floor below which it loses money. */
export function PriceOutcome({ valuer, price, pair, floor }: PriceOutcomeProps) {
  const estimate = valuer === null || price === null ? null : valuer.estimate(price, pair);
  const missing = missingProps(estimate?.missing ?? []);
  const why = estimate === null ? { unknown: t('price.none') } : missing;
  return (
    <dl className={styles['figures']} aria-label={t('price.live')}>
      <div>
        <dt>{t('column.net')}</dt>
        <dd>
          <MoneyFigure
            amount={estimate?.net ?? null}
            {...why}
            {...(estimate === null ? {} : { explain: explainNet(estimate) })}
            estimate={t('lines.estimate')}
          />
        </dd>
      </div>
      <div>
        <dt>{t('column.profit')}</dt>
        <dd>
          <ProfitFigure
            amount={estimate?.profit ?? null}
            {...why}
            {...(estimate === null
              ? {}
              : { explain: explainProfit(estimate, pair?.cost ?? null, pair?.otherCosts ?? null) })}
            estimate={t('lines.estimate')}
          />
        </dd>
      </div>
      <div>
        <dt>{t('price.roi')}</dt>
        <dd className="archvd-figure archvd-strong">
          {roiText(estimate) ?? <Unknown why={why.unknown || t('price.none')} />}
        </dd>
      </div>
      <div>
        <dt>{t('price.floor')}</dt>
        <dd>
          <MoneyFigure
            amount={floor.kind === 'known' ? floor.floor : null}
            {...(pair === null
              ? { unknown: t('selling.noPair') }
              : missingProps(floor.kind === 'unknown' ? floor.missing : []))}
            explain={{ formula: t('selling.floorFormula'), source: t('lines.feeSource') }}
          />
        </dd>
      </div>
    </dl>
  );
}

/** Profit of what the pair cost in all; null where one of them is not known. */
function roiText(estimate: Estimate | null): string | null {
  if (estimate === null || estimate.net === null || estimate.profit === null) return null;
  const cost = subtract(estimate.net, estimate.profit);
  return cost.minor <= 0 ? null : percentText(estimate.profit.minor / cost.minor);
}

const ICONS = { block: IconBan, confirm: IconAlertTriangle, note: IconInfoCircle };

/** What speaks against it, the gravest in amber. */
export function ProblemList({ problems, id }: { readonly problems: readonly ListingProblem[]; readonly id?: string }) {
  if (problems.length === 0) return null;
  return (
    <div role="status" id={id}>
      <ul className={styles['problems']}>
        {problems.map((problem) => {
          const Picture = ICONS[problem.severity];
          return (
            <li key={problem.code} data-severity={problem.severity}>
              <Picture size={14} stroke={1.8} aria-hidden="true" />
              <span>{listingProblemText(problem)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
