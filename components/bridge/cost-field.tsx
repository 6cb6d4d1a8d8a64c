import { useRef, useState, type KeyboardEvent } from 'react';
import type { Pair } from '@/lib/domain/inventory/pair';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './cost-field.module.css';
import { parseCost } from './parse-cost';
import { saveCost } from './save-cost';
import { useSetting } from './use-setting';

const PROBLEMS = {
  empty: () => t('cost.notANumber'),
  'not-a-number': () => t('cost.notANumber'),
  'other-currency': () => t('cost.notANumber'),
  'too-many-decimals': () => t('cost.tooManyDecimals'),
  'too-large': () => t('cost.tooLarge'),
  negative: () => t('cost.negative'),
};

export interface CostFieldProps {
  readonly pair: Pair;
}

/** What a pair cost, edited where it stands: Enter keeps, Escape leaves it as it was. */
export function CostField({ pair }: CostFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const label = t('cost.of', [pair.name]);
  const close = () => {
    setText(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (text !== null) return <CostInput pair={pair} label={label} text={text} onText={setText} onClose={close} />;
  return (
    <button
      ref={button}
      type="button"
      className={styles['shown']}
      data-unknown={pair.cost === null || undefined}
      aria-label={pair.cost === null ? t('cost.add', [pair.name]) : `${label} ${moneyText(pair.cost)}`}
      onClick={() => setText(pair.cost === null ? '' : moneyText(pair.cost))}
      data-row-edit
      data-testid="cost"
    >
      {pair.cost === null ? t('cost.addShort') : moneyText(pair.cost, { cents: 'fixed' })}
    </button>
  );
}

interface CostInputProps {
  readonly pair: Pair;
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

function CostInput({ pair, label, text, onText, onClose }: CostInputProps) {
  const [display] = useSetting('displayCurrency');
  const [problem, setProblem] = useState<string | null>(null);
  const done = useRef(false);
  const keep = () => {
    if (done.current) return;
    const parsed = parseCost(text, pair.cost?.currency ?? display ?? 'USD');
    if (!parsed.ok) return setProblem(PROBLEMS[parsed.reason]());
    done.current = true;
    if (parsed.cost?.minor !== pair.cost?.minor || parsed.cost?.currency !== pair.cost?.currency) {
      void saveCost(pair.id, pair.name, parsed.cost);
    }
    onClose();
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
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${pair.id}-problem`}
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
        <span id={`${pair.id}-problem`} role="alert" className={styles['problem']}>
          {problem}
        </span>
      )}
    </span>
  );
}
