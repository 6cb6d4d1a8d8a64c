import { Button, Checkbox } from '@mantine/core';
import type { ListingProblem } from '@/lib/domain/listings/listing-problem';
import type { ListingDraft } from '@/lib/queries/listing-drafts';
import { ProblemList } from '../bridge/price-outcome';
import { putOnSale } from '../bridge/put-on-sale';
import { t } from '../ui/text';
import styles from './listing.module.css';
import type { ListingFields } from './wish';

export interface FormProblemsProps {
  readonly draft: ListingDraft;
  readonly problems: readonly ListingProblem[];
  readonly fields: ListingFields;
  readonly onChange: (part: Partial<ListingFields>) => void;
}

/** What speaks against it, and the words that let it through where there are any. */
export function FormProblems({ draft, problems, fields, onChange }: FormProblemsProps) {
  // An empty price field says it itself.
  const told = problems.filter(({ code }) => code !== 'price-missing');
  const asks = (word: 'belowFloor' | 'intoOffer') =>
    problems.some((each) => each.severity === 'confirm' && each.confirmedBy === word);
  const { listing } = draft;
  return (
    <div className={styles['words']}>
      <ProblemList problems={told} />
      {draft.offer === 'off' && listing !== null ? (
        <Button variant="default" size="compact-sm" onClick={() => void putOnSale([listing.id])}>
          {t('listing.reactivate')}
        </Button>
      ) : null}
      {asks('belowFloor') ? (
        <Checkbox
          size="sm"
          label={t('listing.belowFloorWord')}
          checked={fields.belowFloor}
          onChange={(event) => onChange({ belowFloor: event.currentTarget.checked })}
          data-testid="word-below-floor"
        />
      ) : null}
      {asks('intoOffer') ? (
        <Checkbox
          size="sm"
          label={t('listing.intoOfferWord')}
          checked={fields.intoOffer}
          onChange={(event) => onChange({ intoOffer: event.currentTarget.checked })}
          data-testid="word-into-offer"
        />
      ) : null}
    </div>
  );
}
