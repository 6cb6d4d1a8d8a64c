import { Button } from '@mantine/core';
import { CostField } from '../bridge/cost-field';
import { listingProblemText } from '../bridge/listing-problem-words';
import { t } from '../ui/text';
import styles from './listing.module.css';
import { isListed, type Included, type PlannedListing } from './plan-listings';

/** What can only be said or shown on a form of its own. */
const NEEDS_FORM: ReadonlySet<string> = new Set([
  'pictures-missing',
  'defects-missing',
  'condition-unknown',
  'packaging-unknown',
  'already-off',
]);

export interface QuickWhyProps {
  readonly planned: PlannedListing;
  readonly included: Included;
  readonly onOpen: (pairId: string) => void;
}

/** Why it cannot be listed, or not without a word, and the field or the way that mends it. */
export function QuickWhy({ planned, included, onOpen }: QuickWhyProps) {
  const { draft, given, problems, typo } = planned;
  const serious = problems.filter(({ severity }) => severity !== 'note');
  const [first] = serious;
  const noPrice = first?.code === 'price-missing' && given?.kind === 'none' ? strategyWords(given.missing) : null;
  const text = typo ?? noPrice ?? serious.map(listingProblemText).join(' ');
  if (serious.length === 0) return null;
  const quiet = isListed(planned, included);
  return (
    <span className={styles['why']}>
      {serious.some(({ code }) => code === 'cost-unknown') ? <CostField pair={draft.pair} /> : null}
      {serious.some(({ code }) => NEEDS_FORM.has(code)) ? (
        <Button variant="subtle" size="compact-xs" onClick={() => onOpen(draft.pair.id)}>
          {t('listing.details')}
        </Button>
      ) : null}
      <span className={`archvd-clip ${quiet ? 'archvd-quiet' : (styles['amber'] ?? '')}`} title={text}>
        {text}
      </span>
    </span>
  );
}

function strategyWords(missing: readonly string[]): string {
  if (missing.includes('lowest-ask')) return t('listing.noStrategyAsk');
  return missing.includes('cost') ? t('listing.noStrategyFloor') : t('listing.noStrategy');
}
