import { money, type Money } from '@/lib/domain/money/money';
import type { CeilingPolicy, Distance, RuleSettings, Strategy } from '@/lib/domain/repricing/rule';
import type { ProfitTarget } from '@/lib/domain/fees/floor-price';
import type { MessageInput } from '@/lib/messaging/protocol';
import { currencyOf } from './attempt';

type Sent = MessageInput<'rules/save'>['settings'];
type Amount = { readonly minor: number; readonly currency: string };

/**
 * A rule as it was sent, with amounts the companion can reckon with.
 *
 * @throws CommandError `unknown-currency`
 */
export function ruleOfMessage({ scope, strategy, floor, ceiling, ...rest }: Sent): RuleSettings {
  const { from, to } = scope.price;
  return {
    ...rest,
    scope: { ...scope, price: { from: amountOrNull(from), to: amountOrNull(to) } },
    strategy: strategyOf(strategy),
    floor: { target: targetOf(floor.target), ownMinimum: amountOrNull(floor.ownMinimum) },
    ceiling: ceilingOf(ceiling),
  };
}

function strategyOf(sent: Sent['strategy']): Strategy {
  if (sent.kind === 'position') return { ...sent, distance: distanceOf(sent.distance) };
  if (sent.kind === 'margin') return { ...sent, target: targetOf(sent.target), distance: distanceOf(sent.distance) };
  return sent;
}

function distanceOf(sent: Extract<Sent['strategy'], { kind: 'position' }>['distance']): Distance {
  return sent.kind === 'amount' ? { kind: 'amount', amount: amountOf(sent.amount) } : sent;
}

function targetOf(sent: Sent['floor']['target']): ProfitTarget {
  return sent.kind === 'profit' ? { kind: 'profit', amount: amountOf(sent.amount) } : sent;
}

function ceilingOf(sent: Sent['ceiling']): CeilingPolicy {
  return sent.kind === 'amount' ? { kind: 'amount', amount: amountOf(sent.amount) } : sent;
}

function amountOf({ minor, currency }: Amount): Money {
  return money(minor, currencyOf(currency));
}

/** @throws CommandError `unknown-currency` */
export function amountOrNull(amount: Amount | null): Money | null {
  return amount === null ? null : amountOf(amount);
}
