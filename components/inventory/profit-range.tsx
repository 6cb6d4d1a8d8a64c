import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { PairFilter } from '@/lib/queries/pair-filter';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './inventory.module.css';

export interface ProfitRangeProps {
  readonly currency: CurrencyCode;
  readonly filter: PairFilter;
  readonly onChange: (filter: PairFilter) => void;
}

/** Profit from so much to so much; either end may stay open. */
export function ProfitRange({ currency, filter, onChange }: ProfitRangeProps) {
  const set = (field: 'profitFrom' | 'profitTo', minor: number | null) => {
    const { [field]: _before, ...rest } = filter;
    onChange(minor === null ? rest : { ...rest, [field]: minor });
  };
  return (
    <div className={styles['range']}>
      <span>{t('column.profit')}</span>
      <End
        label={t('inventory.profitFrom')}
        currency={currency}
        minor={filter.profitFrom}
        onSet={(minor) => set('profitFrom', minor)}
      />
      <End
        label={t('inventory.profitTo')}
        currency={currency}
        minor={filter.profitTo}
        onSet={(minor) => set('profitTo', minor)}
      />
    </div>
  );
}

interface EndProps {
  readonly label: string;
  readonly currency: CurrencyCode;
  readonly minor: number | undefined;
  readonly onSet: (minor: number | null) => void;
}

function End({ label, currency, minor, onSet }: EndProps) {
  const shown = minor === undefined ? '' : moneyText(money(minor, currency));
  const [text, setText] = useState<string | null>(null);
  const parsed = text === null || text.trim() === '' ? null : parseMoney(text, currency);
  const keep = () => {
    if (text === null || parsed?.ok === false) return;
    onSet(parsed === null ? null : parsed.money.minor);
    setText(null);
  };
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={label}
      value={text ?? shown}
      error={parsed?.ok === false}
      inputMode="decimal"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
    />
  );
}
