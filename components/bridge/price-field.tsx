import { IconClock } from '@tabler/icons-react';
import type { ListingRow } from '@/lib/queries/list-listings';
import { Explained } from '../ui/explained';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { PriceEditor } from './price-editor';
import styles from './price-field.module.css';
import { useEditing } from './use-editing';
import { writeStateText, writeText } from './write-words';

export interface PriceFieldProps {
  readonly row: ListingRow;
  /** What the listing is called. */
  readonly name: string;
  /** It is said with the price, e.g. that it is the lowest ask. */
  readonly note?: string | undefined;
  /** In long lists the explanation is reached with the arrow keys instead of Tab. */
  readonly inList?: boolean;
}

/** A listing's price, changed where it stands; on its way to alias it shows both, the old one and the new one. */
export function PriceField({ row, name, note, inList = false }: PriceFieldProps) {
  const { listing } = row;
  const field = `price/${listing.id}`;
  const { editing, button, open, close } = useEditing(field);
  if (editing) return <PriceEditor key={field} of={field} row={row} name={name} onClose={close} />;
  return (
    <span className={styles['frame']}>
      <PendingClock row={row} inList={inList} />
      <button
        ref={button}
        type="button"
        className={styles['shown']}
        aria-label={t('price.edit', [name, moneyText(listing.price)])}
        title={note}
        onClick={open}
        data-row-edit
        data-testid="price"
      >
        <ShownPrice row={row} />
      </button>
    </span>
  );
}

/** The price, or where it goes: `$120 → $115`. */
function ShownPrice({ row: { listing, pending } }: Pick<PriceFieldProps, 'row'>) {
  const write = pending?.write;
  if (write?.kind !== 'listing/price') return moneyText(listing.price);
  return (
    <>
      <s className={styles['before']}>{moneyText(listing.price)}</s> <span aria-hidden="true">→</span>{' '}
      <span className={styles['coming']}>{moneyText(write.to)}</span>
    </>
  );
}

/** A clock while something is on its way. */
export function PendingClock({ row: { pending }, inList }: Pick<PriceFieldProps, 'row' | 'inList'>) {
  if (pending === null) return null;
  const { write } = pending;
  const state = writeStateText(pending.state);
  const said =
    write.kind === 'listing/price'
      ? t('writes.pendingPrice', [moneyText(write.from), moneyText(write.to), state])
      : t('writes.pendingOther', [writeText(pending), state]);
  return (
    <Explained what={{ note: said, at: pending.createdAt }} inList={inList ?? false}>
      <IconClock size={13} stroke={1.8} className={styles['clock']} aria-hidden="true" />
      <span className="archvd-hidden">{said}</span>
    </Explained>
  );
}
