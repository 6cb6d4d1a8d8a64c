import { useRef, useState, type KeyboardEvent } from 'react';
import type { Money } from '@/lib/domain/money/money';
import type { WatchRow } from '@/lib/queries/watch-list';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { parseTarget } from '../bridge/parse-target';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import styles from './watch.module.css';
import { nameOfWatched, sizeOfWatched } from './watch-figures';

/** The ask at which it rings, edited where it stands: Enter keeps, Escape leaves it as it was, empty takes it away. */
export function TargetField({ row }: { readonly row: WatchRow }) {
  const [text, setText] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const target = row.item.targetPrice;
  const name = `${nameOfWatched(row)} ${sizeOfWatched(row)}`;
  const close = () => {
    setText(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (text !== null) return <TargetInput row={row} name={name} text={text} onText={setText} onClose={close} />;
  return (
    <button
      ref={button}
      type="button"
      className={styles['shown']}
      data-unset={target === null || undefined}
      aria-label={target === null ? t('watch.setTarget', [name]) : t('watch.targetOf', [name, moneyText(target)])}
      onClick={() => setText(target === null ? '' : moneyText(target))}
      data-testid="target"
    >
      {target === null ? t('watch.setShort') : moneyText(target)}
    </button>
  );
}

interface TargetInputProps {
  readonly row: WatchRow;
  readonly name: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

function TargetInput({ row, name, text, onText, onClose }: TargetInputProps) {
  const { item, lowestAsk } = row;
  const [problem, setProblem] = useState<string | null>(null);
  const done = useRef(false);
  const keep = () => {
    if (done.current) return;
    const parsed = parseTarget(text, item.targetPrice?.currency ?? lowestAsk?.currency ?? 'USD');
    if (!parsed.ok) return setProblem(parsed.problem);
    done.current = true;
    onClose();
    void saveTarget(item.id, name, parsed.target);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') {
      done.current = true;
      onClose();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className={styles['frame']}>
      <input
        className={styles['input']}
        aria-label={t('watch.targetFor', [name])}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${item.id}-problem`}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
      {problem === null ? null : (
        <span id={`${item.id}-problem`} role="alert" className={styles['problem']}>
          {problem}
        </span>
      )}
    </span>
  );
}

async function saveTarget(itemId: string, name: string, target: Money | null): Promise<void> {
  const asked = await ask('watch/edit', { itemId, targetPrice: target });
  if (!asked.ok) return toastProblem(asked.message);
  const undoId = asked.value.ok ? asked.value.undoId : null;
  if (undoId === null) return;
  offerUndo(target === null ? t('watch.cleared', [name]) : t('watch.saved', [name, moneyText(target)]), undoId);
}
