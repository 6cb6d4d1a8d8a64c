import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Money } from '@/lib/domain/money/money';
import { moneyText } from '../ui/format';
import styles from './in-place-amount.module.css';
import { useEditing, type Closing } from './use-editing';
import { useHalfTyped } from './use-half-typed';

export interface InPlaceAmountProps {
  /** Whose amount it is, by its id: in a list that changes, what is typed stays with it and never comes to another's row. */
  readonly of: string;
  readonly amount: Money | null;
  /** What stands there while nobody edits. */
  readonly shown: string;
  /** What the amount is, as the button and as the field say it. */
  readonly names: { readonly button: string; readonly field: string };
  /** How it looks while there is no amount: as something to see to, or as an offer. */
  readonly whenEmpty: 'needs-you' | 'offer';
  /** Takes what was typed; answers why it cannot be read, or null when it is kept. */
  readonly onKeep: (text: string) => string | null;
  readonly testId: string;
}

/** An amount edited where it stands: Enter keeps, Escape leaves it as it was. */
export function InPlaceAmount({ of, amount, shown, names, whenEmpty, onKeep, testId }: InPlaceAmountProps) {
  const field = `${testId}/${of}`;
  const { editing, button, open, close } = useEditing(field);
  const before = amount === null ? '' : moneyText(amount);
  if (editing)
    return <AmountField key={field} of={field} label={names.field} before={before} onKeep={onKeep} onClose={close} />;
  return (
    <button
      ref={button}
      type="button"
      className={styles['shown']}
      data-empty={amount === null ? whenEmpty : undefined}
      aria-label={names.button}
      onClick={open}
      data-row-edit
      data-testid={testId}
    >
      {shown}
    </button>
  );
}

interface AmountFieldProps extends Pick<InPlaceAmountProps, 'of' | 'onKeep'> {
  readonly label: string;
  readonly before: string;
  readonly onClose: (how: Closing) => void;
}

function AmountField({ of, label, before, onKeep, onClose }: AmountFieldProps) {
  const id = useId();
  const { text, forget, field } = useHalfTyped(of, before);
  const [problem, setProblem] = useState<string | null>(null);
  // To leave the field is to keep it, and it is left when it closes, too.
  const done = useRef(false);
  const close = (how: Closing) => {
    done.current = true;
    forget();
    onClose(how);
  };
  const keep = (how: Closing) => {
    if (done.current) return;
    const found = onKeep(text);
    setProblem(found);
    if (found === null) close(how);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep('pressed');
    else if (event.key === 'Escape') close('pressed');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className={styles['frame']}>
      <input
        className={styles['input']}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        inputMode="decimal"
        autoComplete="off"
        {...field}
        onKeyDown={onKeyDown}
        onBlur={() => keep('left')}
      />
      {problem === null ? null : (
        <span id={id} role="alert" className={styles['problem']}>
          {problem}
        </span>
      )}
    </span>
  );
}
