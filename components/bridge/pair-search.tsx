import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Pair } from '@/lib/domain/inventory/pair';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { search } from '@/lib/queries/search';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './pair-search.module.css';
import { useLive } from './use-live';

interface PairSearchProps {
  readonly isOffered: (pair: Pair) => boolean;
  readonly onPick: (pair: Pair) => void;
  readonly autoFocus?: boolean;
  /** How many are offered at a time. */
  readonly shown?: number;
}

/** Of so many that are found those are taken that may be offered. */
const FOUND = 60;

/** Finds a pair of the books by name, style code or size; nothing while nothing is typed. */
export function PairSearch({ isOffered, onPick, autoFocus = false, shown = 6 }: PairSearchProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const live = useLive(
    async (books) => (asked.trim() === '' ? [] : (await search(books, asked, FOUND)).pairs),
    [asked],
  );
  const found = text.trim() === '' ? [] : (live.value ?? []).filter(isOffered).slice(0, shown);
  const isNone = live.state === 'ready' && asked.trim() !== '' && asked === text && found.length === 0;
  return (
    <>
      <TextInput
        mt={4}
        aria-label={t('expenses.addPair')}
        placeholder={t('expenses.addPair')}
        autoComplete="off"
        data-autofocus={autoFocus || undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-testid="expense-pair-search"
      />
      {isNone ? (
        <p className={styles['none']} role="status">
          {t('expenses.noPairFound')}
        </p>
      ) : null}
      {found.length === 0 ? null : (
        <ul className={styles['found']} aria-label={t('expenses.foundPairs')}>
          {found.map((pair) => (
            <li key={pair.id}>
              <button
                type="button"
                onClick={() => {
                  onPick(pair);
                  setText('');
                }}
              >
                <span className="archvd-clip">{pair.name}</span>
                <span className="archvd-quiet archvd-figure">{pairFacts(pair)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** `DD1391-100 · US 9 · $80`: what tells one pair from another of its name. */
export function pairFacts({ styleCode, size, cost }: Pair): string {
  const facts = [styleCode, formatSize(size), cost === null ? t('expenses.costUnknown') : moneyText(cost)];
  return facts.filter((fact) => fact !== null).join(' · ');
}
