import type { OutboxWorld } from './outbox-world';

/** What the market changed, by kind: `L-1 12000>11500`. */
export function effectsOf(world: OutboxWorld, kind: string): readonly string[] {
  return world
    .effects()
    .filter((effect) => effect.kind === kind)
    .map(({ id, from, to }) => `${id} ${from ?? ''}>${to ?? ''}`);
}
