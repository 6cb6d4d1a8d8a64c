import { done } from '@/lib/desk/attempt';
import { MESSAGE_NAMES } from '@/lib/messaging/declared';
import type { MessageHandlers } from '@/lib/messaging/server';
import type { World } from './compose-world';
import { demoHandlers } from './handle-demo';
import { openFromPage } from './open-from-page';
import type { Worlds } from './worlds';

/** Hands each message to the world of the present mode; one that comes while the mode changes waits for the new one. */
export function dispatchTo(worlds: Worlds<World>): MessageHandlers {
  const own = { ...demoHandlers(worlds), ...panelHandler(worlds) };
  const names = MESSAGE_NAMES.filter((name) => !Object.hasOwn(own, name));
  const handed = names.map((name) => [
    name,
    (...given: readonly unknown[]) =>
      worlds.run((world) => Promise.resolve(Reflect.apply(Reflect.get(world.handlers, name), undefined, given))),
  ]);
  // Every name of the protocol is in one of the two; what each handler takes and answers, its world has promised.
  return { ...Object.fromEntries(handed), ...own } as MessageHandlers;
}

/** The panel is opened in the turn of the click, also by a worker that was just born and has no world yet. */
function panelHandler(worlds: Worlds<World>) {
  return {
    'page/open-panel': (input, sender) => {
      const open = openFromPage(input, sender);
      return worlds.run(({ ground }) => done(ground, open));
    },
  } satisfies Partial<MessageHandlers>;
}
