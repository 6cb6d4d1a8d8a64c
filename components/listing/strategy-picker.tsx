import { TextInput } from '@mantine/core';
import { Chips } from '../ui/chips';
import { t } from '../ui/text';
import styles from './listing.module.css';
import { amountOf, STRATEGIES, strategyText, type StrategyKind } from './strategies';

export interface StrategyPickerProps {
  readonly kind: StrategyKind | null;
  readonly amount: string;
  /** Why the amount cannot be read; null: it can, or nothing was typed. */
  readonly problem: string | null;
  readonly onChange: (kind: StrategyKind, amount: string) => void;
  /** The price it gives, beside its name; null: not told. */
  readonly priceOf?: (kind: StrategyKind) => string | null;
}

/** How prices are chosen: by the market, by the floor, or by what should come of it. */
export function StrategyPicker({ kind, amount, problem, onChange, priceOf }: StrategyPickerProps) {
  const needs = kind === null ? null : amountOf(kind);
  return (
    <div className={styles['strategy']}>
      <Chips
        label={t('listing.strategy')}
        value={kind ?? ('none' as StrategyKind)}
        onChange={(next) => onChange(next, amountOf(next)?.initial ?? '')}
        choices={STRATEGIES.map((value) => {
          const price = priceOf?.(value) ?? null;
          return { value, label: price === null ? strategyText(value) : `${strategyText(value)} · ${price}` };
        })}
      />
      {needs === null || kind === null ? null : (
        <TextInput
          key={kind}
          aria-label={needs.label}
          placeholder={needs.label}
          value={amount}
          error={problem}
          size="xs"
          w={160}
          autoFocus
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onChange(kind, event.currentTarget.value)}
          rightSection={<span className="archvd-quiet">{kind === 'roi' ? '%' : '$'}</span>}
          data-testid="strategy-amount"
        />
      )}
    </div>
  );
}
