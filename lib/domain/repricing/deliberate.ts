import type { Floor } from '../fees/floor-price';
import type { FxRate } from '../money/fx';
import type { Money } from '../money/money';
import { checkRule } from './check-rule';
import type { ChangeReason, Decision, DecisionInput, HoldReason, TrailLine } from './decision';
import type { GuardSettings } from './guard-settings';
import { checkBounds } from './guards/bounds';
import { keepInCatalogue } from './guards/catalogue';
import { keepBelowCeiling } from './guards/ceiling';
import { coolDown } from './guards/cool-down';
import { keepAtFloor } from './guards/floor';
import { checkFloorKnown } from './guards/floor-known';
import { checkFreshness } from './guards/freshness';
import { keepAboveOffer } from './guards/instant-sale';
import { checkListing } from './guards/listing';
import { believedAsks } from './guards/outlier';
import { competitionOf, ownListingsLine } from './guards/own-listings';
import { roundPrice } from './guards/rounding';
import { checkRuleFits } from './guards/rule';
import { limitStep, stepBounds, type StepBounds } from './guards/step';
import { checkVariant } from './guards/variant';
import { viewMarket } from './market-view';
import { ceilingFor, floorFor, type KnownFloor } from './price-bounds';
import type { RepricingRule } from './rule';
import type { Gate, Scene, Verdict, Wish } from './scene';
import { applyStrategy } from './strategies/apply-strategy';
import { line, type RoundingWay } from './trail';

/** A decision with what a run needs to know besides. */
export interface Deliberation {
  readonly decision: Decision;
  readonly floor: Floor;
  /** The lowest ask that is believed and not the seller's own. */
  readonly competingAsk: Money | null;
}

/** `decidePrice`, with what it saw. */
export function deliberate(
  input: DecisionInput,
  rule: RepricingRule | null,
  guards: GuardSettings,
  utcOffsetMinutes: number,
): Deliberation {
  const listed = checkListing(input, guards);
  const floor = rule === null || listed.hold === 'bounds-contradict' ? NO_FLOOR : floorOf(input, rule);
  const trail: TrailLine[] = [];
  for (const check of GATES) {
    const gate = check === checkListing ? listed : check(input, guards, { rule, floor, utcOffsetMinutes });
    if (gate === null) continue;
    trail.push(gate.line);
    if (gate.hold !== null) return { decision: held(gate.hold, trail, floor, null), floor, competingAsk: null };
  }
  // The gates above let nothing on that has no rule or no floor.
  if (rule === null || floor.kind === 'unknown') throw new RangeError('No rule or no floor');
  return inMarket(input, rule, guards, floor, trail);
}

interface Known {
  readonly rule: RepricingRule | null;
  readonly floor: Floor;
  readonly utcOffsetMinutes: number;
}

/** In the order they speak, before there is a price to speak of. */
const GATES: readonly ((input: DecisionInput, guards: GuardSettings, known: Known) => Gate | null)[] = [
  checkListing,
  (input, _guards, { rule, utcOffsetMinutes }) => checkRuleFits(input, rule, utcOffsetMinutes),
  (_input, _guards, { floor }) => checkFloorKnown(floor),
  checkFreshness,
  checkVariant,
];

const NO_FLOOR: Floor = { kind: 'unknown', missing: [] };

/** A cost or a rate that cannot be one is not known; a rule that cannot be meant has no floor. */
function floorOf({ basis, listing }: DecisionInput, { settings }: RepricingRule): Floor {
  if (checkRule(settings).length > 0) return NO_FLOOR;
  const { cost, otherCosts, fx } = basis;
  if (!mayBeCost(cost) || !mayBeCost(otherCosts)) return { kind: 'unknown', missing: ['cost'] };
  if (!mayBeRate(fx)) return { kind: 'unknown', missing: ['fx-rate'] };
  return floorFor({ basis, listing }, settings.floor);
}

function mayBeCost(amount: Money | null): boolean {
  return amount === null || (Number.isSafeInteger(amount.minor) && amount.minor >= 0);
}

function mayBeRate(fx: FxRate | null): boolean {
  return fx === null || (Number.isSafeInteger(fx.rateE8) && fx.rateE8 > 0 && fx.base !== fx.quote);
}

function inMarket(
  input: DecisionInput,
  rule: RepricingRule,
  guards: GuardSettings,
  floor: KnownFloor,
  trail: TrailLine[],
): Deliberation {
  const market = viewMarket(input.market, input.now);
  const believed = believedAsks(input, market, guards);
  const competition = competitionOf(input, believed.asks, believed.ignored);
  trail.push(believed.line, ownListingsLine(input, competition));
  const { lastSale, medianSale } = market;
  const references = { floor: floor.floor, lastSale, medianSale, competingAsk: competition.ask };
  const ceiling = ceilingFor(rule.settings.ceiling, input.listing.maximum, references);
  const gate = checkBounds(input, floor.floor, ceiling);
  if (gate !== null || ceiling === null) {
    if (gate !== null) trail.push(gate.line);
    const decision = held(gate?.hold ?? 'ceiling-unknown', trail, floor, ceiling?.ceiling ?? null);
    return { decision, floor, competingAsk: competition.ask };
  }
  const { price } = input.listing;
  const belowFloor = price.minor < floor.floor.minor;
  const scene: Scene = {
    input,
    rule,
    guards,
    market,
    competition,
    price,
    floor: floor.floor,
    ceiling: ceiling.ceiling,
    belowFloor,
  };
  return { decision: decideIn(scene, floor, trail), floor, competingAsk: competition.ask };
}

function decideIn(scene: Scene, floor: KnownFloor, trail: TrailLine[]): Decision {
  const wish = applyStrategy(scene.rule.settings.strategy, scene);
  trail.push(strategyLine(wish, scene));
  // Whatever the rule waits for: a price below its floor is raised to it.
  if (wish.kind === 'hold' && !scene.belowFloor) return held(wish.reason, trail, floor, scene.ceiling);
  const steps = stepBounds(scene.price, scene.guards);
  const known = { scene, steps, floor, way: wish.kind === 'hold' ? 'nearest' : wish.rounding } as const;
  let price = wish.kind === 'hold' ? scene.price : wish.price;
  let reason: ChangeReason = wish.kind === 'hold' ? 'floor' : wish.reason;
  for (const guard of PRICE_GUARDS) {
    const verdict = guard(price, known);
    trail.push(verdict.line);
    if (verdict.hold !== null) return held(verdict.hold, trail, floor, scene.ceiling);
    price = verdict.price;
    reason = verdict.reason ?? reason;
  }
  if (price.minor === scene.price.minor) return held('already-there', trail, floor, scene.ceiling);
  const tooSoon = coolDown(price, scene);
  if (tooSoon.hold !== null) return held(tooSoon.hold, [...trail, tooSoon.line], floor, scene.ceiling);
  return { kind: 'change', to: price, reason, trail, floor: floor.floor, ceiling: scene.ceiling };
}

interface OnTheWay {
  readonly scene: Scene;
  readonly steps: StepBounds;
  readonly floor: KnownFloor;
  readonly way: RoundingWay;
}

/** In the order they speak. The floor is the last, and wins. */
const PRICE_GUARDS: readonly ((price: Money, known: OnTheWay) => Verdict)[] = [
  (price, { scene, steps }) => limitStep(price, scene, steps),
  (price, { scene }) => coolDown(price, scene),
  (price, { way }) => roundPrice(price, way),
  (price, { scene, steps }) => keepAboveOffer(price, scene, steps),
  (price, { scene, steps }) => keepInCatalogue(price, scene, steps),
  (price, { scene, steps }) => keepBelowCeiling(price, scene, steps),
  (price, { floor }) => keepAtFloor(price, floor),
];

function strategyLine(wish: Wish, { price }: Scene): TrailLine {
  if (wish.kind === 'hold') return line('strategy', 'held', price, { ...wish.facts, hold: wish.reason });
  return line('strategy', 'moved', wish.price, wish.facts);
}

function held(reason: HoldReason, trail: readonly TrailLine[], floor: Floor, ceiling: Money | null): Decision {
  return { kind: 'hold', reason, trail, floor, ceiling };
}
