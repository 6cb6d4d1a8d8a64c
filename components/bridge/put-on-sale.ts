import type { MessageOutput } from '@/lib/messaging/protocol';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toastChoice } from '../ui/toast';
import { command } from './listing-commands';

type Accepted = Extract<MessageOutput<'listings/activate'>, { ok: true }>;

/** What a person has said of listings that go on sale. */
interface SaidOfSale {
  readonly belowFloor?: boolean;
  readonly intoOffer?: boolean;
}

/** How many would be sold at once or lose money, in words; null: none. */
export function undecidedText(skipped: Accepted['skipped']): string | null {
  const atOnce = skipped.filter(({ code }) => code === 'would-sell-at-once').length;
  const below = skipped.filter(({ code }) => code === 'below-floor').length;
  const said = [
    atOnce === 0 ? null : t('onSale.atOnce', atOnce, [countText(atOnce)]),
    below === 0 ? null : t('onSale.belowFloor', below, [countText(below)]),
  ].filter((part) => part !== null);
  return said.length === 0 ? null : said.join(' ');
}

/**
 * Puts listings on sale. Of those that an offer would take at once, and of those below their floor, it is asked: each
 * reason by itself, so that a word given for one does not count for the other.
 */
export async function putOnSale(listingIds: readonly string[], said: SaidOfSale = {}): Promise<Accepted | null> {
  const answer = await command('listings/activate', { listingIds: [...listingIds], ...said });
  if (answer === null) return null;
  for (const [code, word] of WORDS) {
    const undecided = answer.skipped.filter((each) => each.code === code);
    const text = undecidedText(undecided);
    const ids = undecided.map(({ id }) => id);
    if (text !== null) toastChoice(text, t('onSale.anyway'), () => void putOnSale(ids, { ...said, [word]: true }));
  }
  return answer;
}

const WORDS = [
  ['would-sell-at-once', 'intoOffer'],
  ['below-floor', 'belowFloor'],
] as const;
