import { countText } from './format';
import styles from './chips.module.css';

export interface ChipChoice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface ChipsProps<V extends string> {
  readonly label: string;
  readonly choices: readonly ChipChoice<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One choice of a few, each with how much is behind it. */
export function Chips<V extends string>({ label, choices, value, onChange }: ChipsProps<V>) {
  return (
    <div className={styles['chips']} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={styles['chip']}
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
          {choice.count === undefined ? null : <span className="archvd-figure">{countText(choice.count)}</span>}
        </button>
      ))}
    </div>
  );
}
