import type { FxRate } from '@/lib/domain/money/fx';
import { instant, type Instant } from '@/lib/domain/time/instant';
import { ask } from '../bridge/ask';
import { localOffset, periodChoice, periodOf } from '../bridge/local-time';
import { rateText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem, toastUndo } from '../ui/toast';

type TypedRate = Pick<FxRate, 'base' | 'quote' | 'rateE8' | 'asOf'>;

/** @returns why it was refused; null when it is kept */
export async function keepRate({ base, quote, rateE8, asOf }: TypedRate): Promise<string | null> {
  const asked = await ask('fx/set-rate', { base, quote, rateE8, asOf });
  return asked.ok ? null : asked.message;
}

/** Takes a rate that was typed out of the books, and offers to put it back. */
export async function removeRate({ base, quote, rateE8, asOf }: TypedRate): Promise<void> {
  const asked = await ask('fx/remove-rate', { base, quote, asOf });
  if (!asked.ok) return toastProblem(asked.message);
  toastUndo(t('rates.removed', [rateText({ base, quote, rateE8 })]), () => {
    void keepRate({ base, quote, rateE8, asOf }).then((refused) => refused !== null && toastProblem(refused));
  });
}

/** The local midnight a day begins with; null for what is no day. */
export function dayStart(day: string): Instant | null {
  const choice = periodChoice(`${day}..${day}`);
  return choice === null ? null : (periodOf(choice, instant(Date.now()), localOffset)?.from ?? null);
}
