import { NativeSelect } from '@mantine/core';
import { COST_METHODS, type CostMethod } from '@/lib/domain/pnl/cost-methods';
import { t } from '../ui/text';
import type { Accounting } from './use-pnl';

const METHODS: Record<CostMethod, () => string> = {
  specific: () => t('pnl.costSpecific'),
  fifo: () => t('pnl.costFifo'),
  average: () => t('pnl.costAverage'),
};

export function costMethodText(method: CostMethod): string {
  return METHODS[method]();
}

interface AccountingChoiceProps {
  readonly value: Accounting;
  readonly onChange: (value: Accounting) => void;
}

const COMPACT = { input: { height: 28, minHeight: 28, fontSize: 'var(--archvd-base)' } };

/** When a sale counts, and which cost it takes; kept for the next time. */
export function AccountingChoice({ value, onChange }: AccountingChoiceProps) {
  const choose = (basis: string) => onChange({ ...value, basis: basis === 'cash' ? 'cash' : 'accrual' });
  const cost = (method: string) =>
    onChange({ ...value, costMethod: COST_METHODS.find((each) => each === method) ?? 'specific' });
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('pnl.basisLabel')}
        value={value.basis}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: 'accrual', label: t('pnl.accrual') },
          { value: 'cash', label: t('pnl.cash') },
        ]}
        styles={COMPACT}
      />
      <NativeSelect
        size="xs"
        aria-label={t('pnl.costMethod')}
        value={value.costMethod}
        onChange={(event) => cost(event.currentTarget.value)}
        data={COST_METHODS.map((method) => ({ value: method, label: costMethodText(method) }))}
        styles={COMPACT}
      />
    </>
  );
}
