import { localOffset } from '@/components/bridge/local-time';
import type { CreateDesk, Desk, DeskHandlers } from '@/lib/desk/desk';
import type { GivenParts, MessageParts } from '@/lib/desk/ports';
import { createEcbSource } from '@/lib/platform/ask-ecb';
import * as traces from '@/lib/platform/browser-traces';
import { clearAllStored, countStored } from '@/lib/settings/clear-stored';
import { createOpaqueStore } from '@/lib/settings/opaque-store';
import { getSetting, setSetting } from '@/lib/settings/stored-settings';
import { composeRefresh } from './compose-refresh';
import { composeStanding } from './compose-standing';
import { loadDesk } from './load-desk';
import { repricingStoppedNotice } from './notice-words';

/** The desk of one world, opened by the first who needs it. */
export type OpenDesk = () => Promise<Desk>;

/** @param load gives the desk's code; a failure is told to whoever asked, and the next one to ask tries again */
export function composeDesk(parts: MessageParts, load: () => Promise<CreateDesk> = loadDesk): OpenDesk {
  let desk: Desk | null = null;
  return async () => {
    const create = await load();
    return (desk ??= create(deskParts(parts)));
  };
}

export function deskParts({ ground, engine, marketplace }: MessageParts): GivenParts {
  return {
    ground,
    engine,
    reading: composeRefresh({ ground, marketplace }),
    writing: marketplace,
    standing: composeStanding(ground),
    stored: {
      get: getSetting,
      set: setSetting,
      count: countStored,
      clearAll: clearAllStored,
      opaque: createOpaqueStore,
    },
    traces,
    repricing: { offsetAt: localOffset, stoppedWords: repricingStoppedNotice },
    ecb: createEcbSource(),
  };
}

/** Hands messages on to the desk. What each handler takes and answers, the desk has promised. */
export function handToDesk(open: OpenDesk, names: readonly string[]): DeskHandlers {
  const handed = names.map((name) => [
    name,
    async (...given: readonly unknown[]) =>
      Promise.resolve(Reflect.apply(Reflect.get((await open()).handlers, name), undefined, given)),
  ]);
  return Object.fromEntries(handed) as DeskHandlers;
}
