import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { amountProblem } from '../bridge/amount-problem';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { parseCost } from '../bridge/parse-cost';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { costsByAmount, pastedLines } from './held-costs';

export interface HeldCosts {
  readonly textOf: (pairId: string) => string;
  readonly problemOf: (pairId: string) => string | null;
  readonly setText: (pairId: string, text: string) => void;
  readonly pasteFrom: (index: number, text: string) => boolean;
  /** Amounts that can be saved, and those that cannot be read. */
  readonly ready: number;
  readonly unread: number;
  readonly busy: boolean;
  readonly save: () => Promise<void>;
}

/** Costs that are typed but not saved yet. `ids`: the pairs in the order of their fields. */
export function useHeldCosts(ids: readonly string[], currency: CurrencyCode): HeldCosts {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const read = ids.map((id) => ({ id, parsed: parseCost(texts[id] ?? '', currency) }));
  const costs = new Map<string, Money>();
  for (const { id, parsed } of read) if (parsed.ok && parsed.cost !== null) costs.set(id, parsed.cost);
  const save = async () => {
    if (busy || costs.size === 0) return;
    setBusy(true);
    const undoIds: string[] = [];
    let [done, refusal] = [0, null as string | null];
    for (const { cost, pairIds } of costsByAmount(costs)) {
      // One after the other: each is a command of its own, and the way back goes the same way.
      const asked = await ask('pairs/edit', { pairIds: [...pairIds], changes: { cost: { ...cost } } });
      if (!asked.ok) {
        refusal = asked.message;
        break;
      }
      if (!asked.value.ok) break;
      done += asked.value.changed;
      if (asked.value.undoId !== null) undoIds.push(asked.value.undoId);
    }
    setBusy(false);
    if (done > 0) offerUndo(t('held.saved', done, [countText(done)]), undoIds);
    if (refusal !== null) toastProblem(refusal);
  };
  return {
    textOf: (id) => texts[id] ?? '',
    problemOf: (id) => {
      const parsed = read.find((each) => each.id === id)?.parsed;
      return parsed === undefined || parsed.ok ? null : amountProblem(parsed.reason);
    },
    setText: (id, text) => setTexts((before) => ({ ...before, [id]: text })),
    pasteFrom: (index, text) => {
      const lines = pastedLines(text);
      if (lines.length < 2) return false;
      const filled = ids.slice(index, index + lines.length).map((id, nth) => [id, lines[nth] ?? ''] as const);
      setTexts((before) => ({ ...before, ...Object.fromEntries(filled) }));
      return true;
    },
    ready: costs.size,
    unread: read.filter(({ parsed }) => !parsed.ok).length,
    busy,
    save,
  };
}
