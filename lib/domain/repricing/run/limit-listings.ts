import { DAY_MS, type Instant } from '../../time/instant';
import type { PriceMove } from '../decision';
import type { GuardSettings } from '../guard-settings';
import { line } from '../trail';
import { hold, isChange, isCorrection, type ChangeDraft, type Draft } from './draft';

/** At most so many moves of a listing are told: as many in one day are enough, whatever the limit. */
const MOST_MOVES = 20;

/** Up and down and up again within a day is a circle: the next turn does not happen. */
const MOST_TURNS = 3;

/**
 * Takes back what would move one listing too often in a day, or round in circles. A price below its floor is no circle.
 * Whether anything was taken back.
 */
export function limitListings(drafts: readonly Draft[], guards: GuardSettings, now: Instant): boolean {
  let takenBack = false;
  for (const draft of drafts) {
    if (!isChange(draft)) continue;
    const { price, moves } = draft.input.listing;
    if (moves.length === 0) continue;
    const today = moves.filter(({ by, at }) => by === 'rule' && now - at < DAY_MS);
    const most = Math.min(MOST_MOVES, guards.changesPerListingPerDay);
    if (today.length >= most) {
      const facts = { limit: 'changes-per-listing', most, used: today.length } as const;
      hold(draft, 'daily-limit', line('run-limit', 'held', price, facts));
      takenBack = true;
      continue;
    }
    const turns = isCorrection(draft) ? 0 : turnsWith(draft, today);
    if (turns < MOST_TURNS) continue;
    const facts = { limit: 'loop', most: MOST_TURNS - 1, used: turns } as const;
    hold(draft, 'loop', line('run-limit', 'held', price, facts));
    takenBack = true;
  }
  return takenBack;
}

/** How often the price turned round today, with this change; 0 when this change does not turn. */
function turnsWith({ decision, input }: ChangeDraft, today: readonly PriceMove[]): number {
  const directions = [
    Math.sign(decision.to.minor - input.listing.price.minor),
    ...today.map(({ from, to }) => Math.sign(to.minor - from.minor)).filter((direction) => direction !== 0),
  ];
  if (directions[0] === directions[1]) return 0;
  return directions.filter((direction, nth) => nth > 0 && direction !== directions[nth - 1]).length;
}
