import { useState } from 'react';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import { minor, type Money } from '@/lib/domain/money/money';
import { checkPrice } from '@/lib/domain/listings/check-price';
import type { ListingRow } from '@/lib/queries/list-listings';
import { Age } from '../ui/age-text';
import { Confirm } from '../ui/confirm';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { command } from './listing-commands';
import { groundOf } from './price-ground';
import { PriceOutcome, ProblemList } from './price-outcome';
import { useValuation } from './use-valuation';
import { useValuer } from './use-valuer';
import styles from './write-trouble.module.css';

export interface OfferDialogProps {
  readonly row: ListingRow;
  readonly onClose: () => void;
}

/** Sells a listing at once to the highest offer: the one way below it, asked for and confirmed with its net in sight. */
export function OfferDialog({ row, onClose }: OfferDialogProps) {
  const [busy, setBusy] = useState(false);
  const { listing, pair, floor, market } = row;
  const valuer = useValuer(useValuation(), pair === null ? [] : [pair]);
  const offer = market.highestOffer;
  if (offer === null) {
    return (
      <Confirm opened title={t('offer.title')} verb={t('action.close')} onConfirm={onClose} onClose={onClose}>
        <p>{market.readAt === null ? t('selling.neverRead') : t('offer.none')}</p>
      </Confirm>
    );
  }
  const price = wholeOf(offer);
  // That it sells at once is what is wanted here.
  const problems = checkPrice(price, groundOf(row)).filter(({ code }) => code !== 'at-offer');
  const sell = async () => {
    setBusy(true);
    await command('listings/sell-into-offer', { listingId: listing.id, offer: price });
    setBusy(false);
    onClose();
  };
  return (
    <Confirm
      opened
      title={t('offer.title')}
      verb={t('offer.sell', [moneyText(price)])}
      busy={busy}
      onConfirm={() => void sell()}
      onClose={onClose}
    >
      <div className={styles['panel']}>
        <p>{t('offer.text', [moneyText(price), moneyText(listing.price)])}</p>
        <PriceOutcome valuer={valuer} price={price} pair={pair} floor={floor} />
        <ProblemList problems={problems} />
        {market.readAt === null ? null : (
          <span className="archvd-quiet">
            {t('offer.read')} <Age at={market.readAt} />
          </span>
        )}
      </div>
    </Confirm>
  );
}

/** alias takes whole units only: of an offer in between, those below it. */
function wholeOf({ minor: cents, currency }: Money): Money {
  const unit = minorPerUnit(currency);
  return { minor: minor(Math.floor(cents / unit) * unit), currency };
}
