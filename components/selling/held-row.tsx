import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { HeldPair } from '@/lib/queries/held-listings';
import { factsText } from '../bridge/words';
import { PairPicture } from '../ui/picture';
import { t } from '../ui/text';
import styles from './selling.module.css';

export interface HeldRowProps {
  readonly held: HeldPair;
  readonly text: string;
  /** Of an amount that names none. */
  readonly currency: CurrencyCode;
  readonly problem: string | null;
  readonly onText: (text: string) => void;
  /** Several lines were pasted: they go into this field and those below. Answers whether it took them. */
  readonly onPaste: (text: string) => boolean;
  readonly autoFocus: boolean;
}

/** One pair and the field for its cost; Enter goes to the next. */
export function HeldRow({
  held: { pair, product },
  text,
  currency,
  problem,
  onText,
  onPaste,
  autoFocus,
}: HeldRowProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const fields = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    fields[fields.indexOf(event.currentTarget) + step]?.focus();
  };
  return (
    <li className={styles['heldRow']}>
      <PairPicture url={product?.pictureUrl ?? null} size={36} />
      <div className={styles['heldName']}>
        <span className="archvd-clip archvd-strong">{pair.name}</span>
        <span className="archvd-clip archvd-quiet">
          {factsText(pair.styleCode, pair.size, pair.condition, product?.sizeRun ?? null)}
        </span>
      </div>
      <TextInput
        aria-label={t('held.costOf', [pair.name])}
        size="xs"
        w={104}
        inputMode="decimal"
        autoComplete="off"
        placeholder={currency}
        value={text}
        error={problem}
        autoFocus={autoFocus}
        onChange={(event) => onText(event.currentTarget.value)}
        onPaste={(event) => {
          if (onPaste(event.clipboardData.getData('text'))) event.preventDefault();
        }}
        onKeyDown={onKeyDown}
      />
    </li>
  );
}
