import type { Floor } from '../fees/floor-price';
import type { Money } from '../money/money';
import type { Decision, DecisionInput, HoldReason, TrailLine } from './decision';
import type { GuardSettings } from './guard-settings';
import { boundsLine, checkBounds } from './guards/bounds';
import { floorKnownGate } from './guards/floor-known';
import { freshnessGate } from './guards/freshness';
import { hasUnusableBound, listingGate } from './guards/listing';
import { believedAsks, outlierLine } from './guards/outlier';
import { competitionOf, ownListingsLine } from './guards/own-listings';
import { ruleGate } from './guards/rule';
import { variantGate } from './guards/variant';
import { viewMarket } from './market-view';
import { passGuards } from './pass-guards';
import { ceilingFor, type KnownFloor } from './price-bounds';
import type { RepricingRule } from './rule';
import type { Asked, Gate, Scene } from './scene';
import { NO_FLOOR, soundFloor } from './sound-floor';

/** What `decidePrice` is asked. */
export interface Question {
  readonly input: DecisionInput;
  readonly rule: RepricingRule | null;
  readonly guards: GuardSettings;
  readonly utcOffsetMinutes: number;
}

/** A decision without its trail. */
export type Outcome =
  | Omit<Extract<Decision, { kind: 'change' }>, 'trail'>
  | Omit<Extract<Decision, { kind: 'hold' }>, 'trail'>;

/** A decision with what a run needs to know besides. */
export interface Deliberation {
  readonly decision: Outcome;
  readonly floor: Floor;
  /** The lowest ask that is believed and not the seller's own. */
  readonly competingAsk: Money | null;
}

/**
 * `decidePrice`, with what it saw.
 *
 * @param trail is given its lines; null: nobody reads them now
 */
export function deliberate(question: Question, trail: TrailLine[] | null): Deliberation {
  const { input, rule, guards, utcOffsetMinutes } = question;
  const floor = rule === null || hasUnusableBound(input) ? NO_FLOOR : soundFloor(input, rule);
  const market = viewMarket(input.market, input.now);
  const asked: Asked = { input, rule, guards, market, floor, utcOffsetMinutes };
  for (const gate of GATES) {
    const hold = gate.judge(asked);
    const told = trail === null ? null : gate.tell(asked, hold);
    if (told !== null) trail?.push(told);
    if (hold !== null) return held(hold, floor, null, null);
  }
  // The gates above let nothing on that has no rule or no floor.
  if (rule === null || floor.kind === 'unknown') throw new RangeError('No rule or no floor');
  return inMarket(asked, rule, floor, trail);
}

/** In the order they speak, before there is a price to speak of. */
const GATES: readonly Gate[] = [listingGate, ruleGate, floorKnownGate, freshnessGate, variantGate];

function inMarket(
  { input, guards, market }: Asked,
  rule: RepricingRule,
  floor: KnownFloor,
  trail: TrailLine[] | null,
): Deliberation {
  const believed = believedAsks(input, market, guards);
  const competition = competitionOf(input, believed.asks, believed.ignored !== null);
  const competingAsk = competition.ask;
  trail?.push(outlierLine(input, market, guards, believed), ownListingsLine(input, competition));
  const { lastSale, medianSale } = market;
  const references = { floor: floor.floor, lastSale, medianSale, competingAsk };
  const bound = ceilingFor(rule.settings.ceiling, input.listing.maximum, references);
  const hold = bound === null ? 'ceiling-unknown' : checkBounds(input, floor.floor, bound);
  if (bound === null || hold !== null) {
    trail?.push(boundsLine(input, floor.floor, bound));
    return held(hold ?? 'ceiling-unknown', floor, bound?.ceiling ?? null, competingAsk);
  }
  const { price } = input.listing;
  const { ceiling } = bound;
  const belowFloor = price.minor < floor.floor.minor;
  const scene: Scene = {
    input,
    rule,
    guards,
    market,
    competition,
    price,
    floor: floor.floor,
    ceiling,
    belowFloor,
  };
  const passed = passGuards(scene, floor, trail);
  if (passed.kind === 'hold') return held(passed.reason, floor, ceiling, competingAsk);
  const { to, reason } = passed;
  return { decision: { kind: 'change', to, reason, floor: floor.floor, ceiling }, floor, competingAsk };
}

function held(reason: HoldReason, floor: Floor, ceiling: Money | null, competingAsk: Money | null): Deliberation {
  return { decision: { kind: 'hold', reason, floor, ceiling }, floor, competingAsk };
}
