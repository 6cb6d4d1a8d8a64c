import { instant, SECOND_MS } from '@/lib/domain/time/instant';
import type { MessageInput } from '@/lib/messaging/protocol';
import { repricingNow, type RepricingNow } from '@/lib/queries/repricing-now';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { useNow } from '../ui/use-now';
import { ask } from './ask';
import { useLive, type Live } from './use-live';

/** How repricing stands, wherever it is told. */
export function useRepricing(): Live<RepricingNow> {
  const now = useNow(15 * SECOND_MS);
  return useLive((books) => repricingNow(books, instant(now)), [now]);
}

type Mode = MessageInput<'repricing/mode'>['mode'];

const SAID: Record<Mode, () => string> = {
  paused: () => t('repricing.pausedNow'),
  preview: () => t('repricing.previewNow'),
  live: () => t('repricing.liveNow'),
};

/** Turns the switch and says what that means. Answers whether it was turned. */
export async function setRepricing(mode: Mode, seenRunId: string | null = null): Promise<boolean> {
  const asked = await ask('repricing/mode', { mode, seenRunId });
  if (asked.ok) toast(SAID[mode]());
  else toastProblem(asked.message);
  return asked.ok;
}
