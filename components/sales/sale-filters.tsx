import { NativeSelect } from '@mantine/core';
import type { SaleStatus } from '@/lib/domain/sales/sale';
import type { SaleFilter } from '@/lib/queries/sale-groups';
import { saleFilterText } from '../bridge/sale-filter';
import { platformText, SALE_PLATFORMS } from '../bridge/sale-platform';
import { saleStatusText } from '../bridge/words';
import { RemovableChip } from '../ui/removable-chip';
import { t } from '../ui/text';

const STATUSES: readonly SaleStatus[] = ['pending', 'completed', 'reversed'];

interface SaleFiltersProps {
  readonly filter: SaleFilter;
  /** As the address keeps it; null: every sale. */
  readonly onChange: (filter: string | null) => void;
}

/** Where and how a sale ended, and what another screen narrowed it to, each as a chip to take away. */
export function SaleFilters({ filter, onChange }: SaleFiltersProps) {
  const set = (part: Partial<SaleFilter>) => onChange(saleFilterText({ ...filter, ...part }));
  const input = { input: { height: 28, minHeight: 28, fontSize: 'var(--archvd-base)' } };
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('sales.platform')}
        value={filter.platform ?? ''}
        onChange={(event) => set({ platform: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('sales.everywhere') },
          ...SALE_PLATFORMS.map((value) => ({ value, label: platformText(value) })),
        ]}
        styles={input}
      />
      <NativeSelect
        size="xs"
        aria-label={t('sales.status')}
        value={filter.status ?? ''}
        onChange={(event) => set({ status: STATUSES.find((each) => each === event.currentTarget.value) ?? null })}
        data={[
          { value: '', label: t('sales.everyStatus') },
          ...STATUSES.map((value) => ({ value, label: saleStatusText(value) })),
        ]}
        styles={input}
      />
      {(['brand', 'style', 'size'] as const).map((group) => {
        const value = filter[group];
        if (value === null) return null;
        const text = value === '' ? t('pnl.noBrand') : value;
        return (
          <RemovableChip key={group} label={t('sales.removeFilter', [text])} onRemove={() => set({ [group]: null })}>
            {text}
          </RemovableChip>
        );
      })}
    </>
  );
}
