import { type MessageName, PROTOCOL } from '@/lib/messaging/protocol';
import type { MessageHandlers } from '@/lib/messaging/server';
import type { World } from './compose-world';
import { demoHandlers } from './handle-demo';
import type { Worlds } from './worlds';

/** Hands each message to the world of the present mode; one that comes while the mode changes waits for the new one. */
export function dispatchTo(worlds: Worlds<World>): MessageHandlers {
  const own = demoHandlers(worlds);
  const names = (Object.keys(PROTOCOL) as MessageName[]).filter((name) => !Object.hasOwn(own, name));
  const handed = names.map((name) => [
    name,
    (...given: readonly unknown[]) =>
      worlds.run((world) => Promise.resolve(Reflect.apply(Reflect.get(world.handlers, name), undefined, given))),
  ]);
  // Every name of the protocol is in one of the two; what each handler takes and answers, its world has promised.
  return { ...Object.fromEntries(handed), ...own } as MessageHandlers;
}
