import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import type { MessageInput } from '@/lib/messaging/protocol';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { amountProblem } from './amount-problem';
import { ask } from './ask';
import { offerUndo } from './offer-undo';
import { parseCost } from './parse-cost';

/** Limits are in the marketplace's own currency, so that a rate cannot move them. */
export const BOUNDS_IN: CurrencyCode = 'USD';

/** Pairs one message carries. */
const PER_MESSAGE = 10_000;

type Bounds = Omit<MessageInput<'pairs/bounds'>, 'pairIds'>;

export type ParsedBound =
  | { readonly ok: true; readonly bound: Money | null }
  | { readonly ok: false; readonly problem: string };

/**
 * A price limit as typed; nothing typed is none.
 *
 * @example `parseBound('95')` is $95; `parseBound('95.50')` and `parseBound('£95')` say why not
 */
export function parseBound(text: string): ParsedBound {
  const parsed = parseCost(text, BOUNDS_IN);
  if (!parsed.ok)
    return { ok: false, problem: parsed.reason === 'negative' ? t('bounds.zero') : amountProblem(parsed.reason) };
  if (parsed.cost === null) return { ok: true, bound: null };
  if (parsed.cost.currency !== BOUNDS_IN) return { ok: false, problem: t('bounds.dollars') };
  if (parsed.cost.minor === 0) return { ok: false, problem: t('bounds.zero') };
  if (parsed.cost.minor % 100 !== 0) return { ok: false, problem: t('price.whole') };
  return { ok: true, bound: parsed.cost };
}

/** Keeps the limits of these pairs and offers the way back. Answers why it was refused; null: it was not. */
export async function saveBounds(pairIds: readonly string[], bounds: Bounds): Promise<string | null> {
  let changed = 0;
  const undoIds: string[] = [];
  let refusal: string | null = null;
  for (let from = 0; from < pairIds.length && refusal === null; from += PER_MESSAGE) {
    const asked = await ask('pairs/bounds', { pairIds: pairIds.slice(from, from + PER_MESSAGE), ...bounds });
    if (!asked.ok) refusal = asked.message;
    else if (asked.value.ok) {
      changed += asked.value.changed;
      if (asked.value.undoId !== null) undoIds.push(asked.value.undoId);
    }
  }
  if (changed > 0) offerUndo(t('bounds.saved', changed, [countText(changed)]), undoIds);
  else if (refusal === null) offerUndo(t('bounds.same'), null);
  return refusal;
}
