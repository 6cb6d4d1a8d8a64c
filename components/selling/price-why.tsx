import { listingProblemText } from '../bridge/listing-problem-words';
import { t } from '../ui/text';
import type { Included, PlannedPrice } from './price-plan';
import styles from './selling.module.css';

const STAYS: Record<NonNullable<PlannedPrice['why']>, () => string> = {
  'no-ask': () => t('bulkPrice.noAsk'),
  'is-lowest': () => t('bulkPrice.isLowest'),
  'no-floor': () => t('bulkPrice.noFloor'),
  'too-low': () => t('bulkPrice.tooLow'),
  currency: () => t('bulkPrice.currency'),
  same: () => t('bulkPrice.same'),
  'under-way': () => t('bulkPrice.underWay'),
};

/** Why a price stays, or what speaks against the new one; amber while it keeps the price from being sent. */
export function PriceWhy({ planned, included }: { readonly planned: PlannedPrice; readonly included: Included }) {
  const { why, problems, standing } = planned;
  const text = why === null ? problems.map(listingProblemText).join(' ') : STAYS[why]();
  const goes = (standing === 'loses' && included.loses) || (standing === 'at-once' && included.atOnce);
  const amber = problems.length > 0 && !goes;
  return text === '' ? null : (
    <span className={`archvd-clip ${styles[amber ? 'held' : 'quiet'] ?? ''}`} title={text}>
      {text}
    </span>
  );
}
