import type { Money } from '../money/money';
import type { ChangeReason, HoldReason, TrailLine } from './decision';
import { catalogueGuard } from './guards/catalogue';
import { ceilingGuard } from './guards/ceiling';
import { coolDownGuard } from './guards/cool-down';
import { floorGuard } from './guards/floor';
import { instantSaleGuard } from './guards/instant-sale';
import { roundingGuard } from './guards/rounding';
import { stepBounds, stepGuard } from './guards/step';
import type { KnownFloor } from './price-bounds';
import type { Passage, PriceGuard, Ruling, Scene, Wish } from './scene';
import { applyStrategy } from './strategies/apply-strategy';
import { line } from './trail';

export type Passed =
  | { readonly kind: 'change'; readonly to: Money; readonly reason: ChangeReason }
  | { readonly kind: 'hold'; readonly reason: HoldReason };

/** In the order they speak. The floor is the last, and wins. */
const GUARDS: readonly PriceGuard[] = [
  stepGuard,
  coolDownGuard,
  roundingGuard,
  instantSaleGuard,
  catalogueGuard,
  ceilingGuard,
  floorGuard,
];

/** What the rule's strategy wants, and what the guards leave of it. */
export function passGuards(scene: Scene, floor: KnownFloor, trail: TrailLine[] | null): Passed {
  const wish = applyStrategy(scene.rule.settings.strategy, scene);
  trail?.push(strategyLine(wish, scene));
  // Whatever the rule waits for: a price below its floor is raised to it.
  if (wish.kind === 'hold' && !scene.belowFloor) return wish;
  const rounding = wish.kind === 'hold' ? 'nearest' : wish.rounding;
  const passage: Passage = { scene, steps: stepBounds(scene.price, scene.guards), floor, rounding };
  let to = wish.kind === 'hold' ? scene.price : wish.price;
  let reason: ChangeReason = wish.kind === 'hold' ? 'floor' : wish.reason;
  for (const guard of GUARDS) {
    const ruling = guard.judge(to, passage);
    trail?.push(guardLine(guard, ruling, to, passage));
    if (ruling === null) continue;
    if (ruling.hold !== null) return { kind: 'hold', reason: ruling.hold };
    to = ruling.price;
    reason = ruling.reason ?? reason;
  }
  if (to.minor === scene.price.minor) return { kind: 'hold', reason: 'already-there' };
  const tooSoon = coolDownGuard.judge(to, passage);
  if (tooSoon === null || tooSoon.hold === null) return { kind: 'change', to, reason };
  trail?.push(guardLine(coolDownGuard, tooSoon, to, passage));
  return { kind: 'hold', reason: tooSoon.hold };
}

function strategyLine(wish: Wish, { price }: Scene): TrailLine {
  if (wish.kind === 'hold') return line('strategy', 'held', price, { ...wish.facts(), hold: wish.reason });
  return line('strategy', 'moved', wish.price, wish.facts());
}

function guardLine(guard: PriceGuard, ruling: Ruling | null, shown: Money, passage: Passage): TrailLine {
  const facts = guard.facts(shown, passage);
  if (ruling === null) return line(guard.name, 'passed', shown, facts);
  if (ruling.hold !== null) return line(guard.name, 'held', shown, facts);
  return line(guard.name, 'moved', ruling.price, facts);
}
