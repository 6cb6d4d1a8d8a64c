import { IconX } from '@tabler/icons-react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { PairFilter } from '@/lib/queries/pair-filter';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { fieldText, valueText } from './filter-words';
import styles from './inventory.module.css';
import { LIST_FIELDS, toggleValue, valuesOf } from './list-view';

export interface FilterChipsProps {
  readonly filter: PairFilter;
  readonly currency: CurrencyCode;
  readonly onChange: (filter: PairFilter) => void;
}

interface Chip {
  readonly field: string;
  readonly value: string;
  readonly without: PairFilter;
}

/** What the list is narrowed by, each to be taken away with one press. */
export function FilterChips({ filter, currency, onChange }: FilterChipsProps) {
  const chips = chipsOf(filter, currency);
  if (chips.length === 0) return null;
  return (
    <div className={styles['chips']} role="group" aria-label={t('inventory.filters')}>
      {chips.map(({ field, value, without }) => (
        <button
          key={`${field} ${value}`}
          type="button"
          className={styles['chip']}
          aria-label={t('inventory.removeFilter', [field, value])}
          onClick={() => onChange(without)}
        >
          <span>{field}</span> {value}
          <IconX size={12} stroke={2} aria-hidden="true" />
        </button>
      ))}
      {chips.length < 2 ? null : (
        <button type="button" className={styles['clear']} onClick={() => onChange({})}>
          {t('inventory.clearFilters')}
        </button>
      )}
    </div>
  );
}

function chipsOf(filter: PairFilter, currency: CurrencyCode): readonly Chip[] {
  const chips: Chip[] = LIST_FIELDS.flatMap((field) =>
    valuesOf(filter, field).map((value) => ({
      field: fieldText(field),
      value: valueText(field, value),
      without: toggleValue(filter, field, value),
    })),
  );
  const { missingCost, profitFrom, profitTo, ...rest } = filter;
  if (profitFrom !== undefined || profitTo !== undefined)
    chips.push({
      field: t('column.profit'),
      value: rangeText(profitFrom, profitTo, currency),
      without: { ...rest, ...(missingCost === undefined ? {} : { missingCost }) },
    });
  if (missingCost === true) {
    const { missingCost: _gone, ...without } = filter;
    chips.push({ field: t('column.cost'), value: t('inventory.missing'), without });
  }
  return chips;
}

function rangeText(from: number | undefined, to: number | undefined, currency: CurrencyCode): string {
  const said = (minor: number) => moneyText(money(minor, currency));
  if (from === undefined) return t('inventory.atMost', [said(to ?? 0)]);
  return to === undefined ? t('inventory.atLeast', [said(from)]) : t('inventory.between', [said(from), said(to)]);
}
