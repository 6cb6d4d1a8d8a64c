import { nextBatchStep, takeBatchStep } from './batch-runner';
import { playUntil } from './play';
import type { World } from './world';

/**
 * Lets happen what is due by now: buyers, couriers and batches, each at its own moment and in the order of time. So the
 * market is the same whether somebody looked in between or not.
 */
export function settle(world: World): void {
  const { clock } = world;
  const from = world.settled;
  const to = { elapsed: clock.elapsed(), now: clock.now() };
  // Time runs evenly between two looks: `advance` looks before it skips.
  const pace = to.elapsed > from.elapsed ? (to.now - from.now) / (to.elapsed - from.elapsed) : 0;
  for (let step = nextBatchStep(world, to.elapsed); step !== null; step = nextBatchStep(world, to.elapsed)) {
    const { batch, dueAt } = step;
    const atMs = Math.min(to.now, from.now + Math.floor(Math.max(0, dueAt - from.elapsed) * pace));
    playUntil(world, atMs);
    clock.at(atMs, () => takeBatchStep(world, batch));
  }
  playUntil(world, to.now);
  world.settled = to;
}
