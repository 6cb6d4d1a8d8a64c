import { t } from '../ui/text';
import { daysText, shareText } from './rule-sentence';
import { sentences, type LineFacts } from './trail-facts';

const FALLBACKS: Readonly<Record<string, () => string>> = {
  hold: () => t('trailLine.toHold'),
  ceiling: () => t('trailLine.toCeiling'),
  'last-sale': () => t('trailLine.toLastSale'),
  floor: () => t('trailLine.toFloor'),
};

/** What the strategy looked at, how it reckoned, and the price it wants. */
export function strategyLineText(facts: LineFacts): string {
  const fallback = facts.text('fallback');
  const said = sentences(
    facts.is('climb') ? t('trailLine.climb') : null,
    reckoning(facts),
    fallback === null ? null : t('trailLine.fallback', [FALLBACKS[fallback]?.() ?? fallback]),
  );
  const wanted = facts.amount('wantedMinor');
  // What the arithmetic ends with needs not be said twice.
  if (wanted !== null && said.includes(wanted)) return said;
  return sentences(
    said === '' ? null : said,
    wanted === null ? (said === '' ? t('trailLine.wantsNothing') : null) : t('trailLine.wants', [wanted]),
  );
}

function reckoning(facts: LineFacts): string | null {
  switch (facts.text('kind')) {
    case 'position':
      return following(facts);
    case 'margin': {
      const held = facts.amount('heldMinor');
      return sentences(held === null ? null : t('trailLine.held', [held]), following(facts)) || null;
    }
    case 'velocity':
      return velocity(facts);
    case 'aging':
      return aging(facts);
    case 'dynamic':
    case 'experiment':
      return following(facts);
    default:
      return null;
  }
}

function following({ amount, number, text }: LineFacts): string | null {
  const [reference, wanted] = [amount('referenceMinor'), amount('wantedMinor')];
  if (reference === null) return null;
  const share = number('distanceBasisPoints') ?? number('armBasisPoints');
  const distance = amount('distanceMinor') ?? (share === null ? null : shareText(Math.abs(share)));
  const side = text('side') ?? ((share ?? 0) < 0 ? 'below' : 'above');
  if (side === 'match' || distance === null || wanted === null) return t('trailLine.match', [reference]);
  return side === 'below'
    ? t('trailLine.below', [reference, distance, wanted])
    : t('trailLine.above', [reference, distance, wanted]);
}

function velocity({ number }: LineFacts): string | null {
  const [perWeek, days] = [number('salesPerWeek'), number('days')];
  const [seen, needed] = [number('salesSeen'), number('salesNeeded')];
  return sentences(
    perWeek === null || days === null
      ? t('trailLine.velocityUnknown')
      : t('trailLine.velocity', [String(Math.round(perWeek * 10) / 10), daysText(days)]),
    seen === null || needed === null ? null : t('trailLine.salesSeen', [String(seen), String(needed)]),
  );
}

function aging({ amount, number, text }: LineFacts): string | null {
  const age = number('ageDays');
  if (age === null) return null;
  const next = number('nextStepInDays');
  if (text('turn') === 'wait' && next !== null) return t('trailLine.agingWait', [daysText(age), daysText(next)]);
  const [first, bottom] = [amount('firstMinor'), amount('bottomMinor')];
  return first === null || bottom === null
    ? t('trailLine.agingWait', [daysText(age), daysText(next ?? 0)])
    : t('trailLine.aging', [daysText(age), first, bottom]);
}
