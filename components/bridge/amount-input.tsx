import { TextInput } from '@mantine/core';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { parseCost } from './parse-cost';
import { moneyText } from '../ui/format';

export interface AmountInputProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly currency: CurrencyCode;
  readonly problem: string | undefined;
  /** Its dialog opens with the focus in it. */
  readonly first?: boolean;
  readonly onChange: (text: string) => void;
}

/** An amount in any writing; what was understood is said below as soon as it is not plain to see. */
export function AmountInput({ label, hint, value, currency, problem, first = false, onChange }: AmountInputProps) {
  const parsed = parseCost(value, currency);
  const read = parsed.ok && parsed.cost !== null ? moneyText(parsed.cost) : null;
  const plain = read === null || read === value.trim() || /^\d+([.]\d{2})?$/.test(value.trim());
  return (
    <TextInput
      label={label}
      description={plain ? hint : `= ${read}`}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={problem}
      inputMode="decimal"
      autoComplete="off"
      data-autofocus={first || undefined}
      leftSection={
        <span className="archvd-figure">{parsed.ok && parsed.cost !== null ? parsed.cost.currency : currency}</span>
      }
      leftSectionWidth={46}
    />
  );
}
