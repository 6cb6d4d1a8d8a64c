import { Button, Popover } from '@mantine/core';
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { checkPrice } from '@/lib/domain/listings/check-price';
import { stoppingProblem } from '@/lib/domain/listings/listing-problem';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import type { ListingRow } from '@/lib/queries/list-listings';
import { t } from '../ui/text';
import { command } from './listing-commands';
import styles from './price-field.module.css';
import { groundOf } from './price-ground';
import { PriceOutcome, ProblemList } from './price-outcome';
import { readPrice } from './read-price';
import type { Closing } from './use-editing';
import { useHalfTyped } from './use-half-typed';
import { useValuation } from './use-valuation';
import { useValuer } from './use-valuer';

export interface PriceEditorProps {
  /** What is edited, as in `useHalfTyped`. */
  readonly of: string;
  readonly row: ListingRow;
  readonly name: string;
  readonly onClose: (how: Closing) => void;
}

const SEEN = { belowFloor: true, intoOffer: true };
const UNSEEN = { belowFloor: false, intoOffer: false };

/**
 * A new price for one listing: what it brings is said while it is typed, Enter sends it, Escape leaves it. A price that
 * loses money or sells at once wants a second, explicit word. To leave the field sends nothing.
 */
export function PriceEditor({ of, row, name, onClose }: PriceEditorProps) {
  const { listing, pair, floor, pending } = row;
  const { currency } = listing.price;
  const hintId = useId();
  const shown = pending?.write.kind === 'listing/price' ? pending.write.to : listing.price;
  const { text, forget, field } = useHalfTyped(of, String(shown.minor / minorPerUnit(currency)));
  const [warned, setWarned] = useState(false);
  const done = useRef(false);
  const valuation = useValuation();
  const valuer = useValuer(valuation, pair === null ? [] : [pair]);
  const read = readPrice(text, currency);
  const price = read.ok ? read.price : null;
  const problems = price === null ? [] : checkPrice(price, groundOf(row));
  const blocked = stoppingProblem(problems, SEEN) !== null;
  const asks = !blocked && stoppingProblem(problems, UNSEEN) !== null;
  const close = (how: Closing = 'pressed') => {
    done.current = true;
    forget();
    onClose(how);
  };
  const send = (seen: boolean) => {
    if (done.current || price === null || blocked) return;
    if (price.minor === listing.price.minor && pending === null) return close();
    if (asks && !seen) return setWarned(true);
    const words = new Set(problems.flatMap((each) => (each.severity === 'confirm' ? [each.confirmedBy] : [])));
    close();
    void command('listings/set-price', {
      changes: [
        {
          listingId: listing.id,
          from: listing.price,
          to: price,
          belowFloor: words.has('belowFloor'),
          intoOffer: words.has('intoOffer'),
        },
      ],
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) send(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (event: FocusEvent) => {
    const inside = event.relatedTarget instanceof Element && event.relatedTarget.closest('[data-price-panel]') !== null;
    if (!inside && !done.current) close('left');
  };
  return (
    <Popover
      opened
      position="bottom-end"
      width={320}
      withinPortal
      trapFocus={false}
      closeOnEscape={false}
      withRoles={false}
    >
      <Popover.Target>
        <input
          className={styles['input']}
          aria-label={t('price.of', [name])}
          aria-invalid={(!read.ok && read.problem !== null) || blocked}
          aria-describedby={hintId}
          inputMode="numeric"
          autoComplete="off"
          {...field}
          onChange={(event) => {
            field.onChange(event);
            setWarned(false);
          }}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
          data-testid="price-input"
        />
      </Popover.Target>
      <Popover.Dropdown
        role="group"
        aria-label={t('price.live')}
        data-price-panel
        className={styles['panel'] ?? ''}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        <PriceOutcome valuer={valuer} price={price} pair={pair} floor={floor} />
        <ProblemList problems={problems} />
        {!read.ok && read.problem !== null ? <span role="alert">{read.problem}</span> : null}
        <div className={styles['line']}>
          <span id={hintId} className={styles['hint']}>
            {t('price.hint')}
          </span>
          {asks ? (
            <Button
              key={String(warned)}
              size="compact-sm"
              color="orange"
              variant={warned ? 'filled' : 'default'}
              autoFocus={warned}
              onClick={() => send(true)}
              data-testid="send-anyway"
            >
              {t('price.sendAnyway')}
            </Button>
          ) : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
