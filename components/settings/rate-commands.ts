import type { FxRate } from '@/lib/domain/money/fx';
import { instant, type Instant } from '@/lib/domain/time/instant';
import { ask } from '../bridge/ask';
import { localOffset, periodChoice, periodOf } from '../bridge/local-time';
import { offerUndo } from '../bridge/offer-undo';
import { rateText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';

type TypedRate = Pick<FxRate, 'base' | 'quote' | 'rateE8' | 'asOf'>;

/**
 * Keeps a rate, from now on where no day is told, and offers the way back.
 *
 * @returns why it was refused; null when it is kept
 */
export async function keepRate(
  typed: Omit<TypedRate, 'asOf'> & Partial<Pick<TypedRate, 'asOf'>>,
): Promise<string | null> {
  const asked = await ask('fx/set-rate', typed);
  if (!asked.ok) return asked.message;
  if (asked.value.ok) offerUndo(t('settings.rateSaved', [rateText(typed)]), asked.value.undoId);
  return null;
}

/** Takes a rate that was typed out of the books, and offers to put it back. */
export async function removeRate({ base, quote, rateE8, asOf }: TypedRate): Promise<void> {
  const asked = await ask('fx/remove-rate', { base, quote, asOf });
  if (!asked.ok) return toastProblem(asked.message);
  if (asked.value.ok) offerUndo(t('rates.removed', [rateText({ base, quote, rateE8 })]), asked.value.undoId);
}

/** The local midnight a day begins with; null for what is no day. */
export function dayStart(day: string): Instant | null {
  const choice = periodChoice(`${day}..${day}`);
  return choice === null ? null : (periodOf(choice, instant(Date.now()), localOffset)?.from ?? null);
}
