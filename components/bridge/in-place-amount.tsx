import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Money } from '@/lib/domain/money/money';
import { moneyText } from '../ui/format';
import styles from './in-place-amount.module.css';

export interface InPlaceAmountProps {
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
export function InPlaceAmount({ amount, shown, names, whenEmpty, onKeep, testId }: InPlaceAmountProps) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const before = amount === null ? '' : moneyText(amount);
  if (editing) return <AmountField label={names.field} before={before} onKeep={onKeep} onClose={close} />;
  return (
    <button
      ref={button}
      type="button"
      className={styles['shown']}
      data-empty={amount === null ? whenEmpty : undefined}
      aria-label={names.button}
      onClick={() => setEditing(true)}
      data-row-edit
      data-testid={testId}
    >
      {shown}
    </button>
  );
}

interface AmountFieldProps extends Pick<InPlaceAmountProps, 'onKeep'> {
  readonly label: string;
  readonly before: string;
  readonly onClose: () => void;
}

function AmountField({ label, before, onKeep, onClose }: AmountFieldProps) {
  const id = useId();
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);
  // To leave the field is to keep it, and it is left when it closes, too.
  const done = useRef(false);
  const close = () => {
    done.current = true;
    onClose();
  };
  const keep = () => {
    if (done.current) return;
    const found = onKeep(text);
    setProblem(found);
    if (found === null) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') close();
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
        autoFocus
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
      {problem === null ? null : (
        <span id={id} role="alert" className={styles['problem']}>
          {problem}
        </span>
      )}
    </span>
  );
}
