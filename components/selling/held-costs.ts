import type { Money } from '@/lib/domain/money/money';

/**
 * A pasted column as its lines; empty ones between stay, so that each amount meets its own row. Of several columns the
 * last one counts.
 *
 * @example `"60\n\n75,50\n"` is `['60', '', '75,50']`; `"Dunk\t60\nSamba\t45"` is `['60', '45']`
 */
export function pastedLines(text: string): readonly string[] {
  const lines = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n');
  return lines.map((line) => (line.split('\t').at(-1) ?? '').trim());
}

/**
 * Pairs that cost the same are saved by one command.
 *
 * @example three pairs at $60 and one at £60 are two commands
 */
export function costsByAmount(
  costs: ReadonlyMap<string, Money>,
): readonly { readonly cost: Money; readonly pairIds: readonly string[] }[] {
  const byAmount = new Map<string, { cost: Money; pairIds: string[] }>();
  for (const [pairId, cost] of costs) {
    const key = `${cost.minor} ${cost.currency}`;
    const group = byAmount.get(key) ?? { cost, pairIds: [] };
    group.pairIds.push(pairId);
    byAmount.set(key, group);
  }
  return [...byAmount.values()];
}
