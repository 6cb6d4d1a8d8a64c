import { enableAlerts } from '@/lib/commands/enable-alerts';
import { removeAlerts } from '@/lib/commands/remove-alerts';
import { saveAlert } from '@/lib/commands/save-alert';
import { seeAlerts } from '@/lib/commands/see-alerts';
import { snoozeAlerts } from '@/lib/commands/snooze-alerts';
import type { AlertOptions, AlertTrigger } from '@/lib/domain/alerts/alert';
import { money } from '@/lib/domain/money/money';
import { instant } from '@/lib/domain/time/instant';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps, currencyOf, done, flat } from './attempt';
import type { DeskParts } from './ports';

/** Alerts on what is watched. */
export function alertHandlers({ ground, engine }: Pick<DeskParts, 'ground' | 'engine'>) {
  const deps = commandDeps(ground);
  return {
    'alerts/save': async ({ id, itemIds, trigger, options, enabled }) =>
      flat(
        await attempt(ground, async () =>
          saveAlert(deps, { id, itemIds, enabled, trigger: toTrigger(trigger), options: toOptions(options) }),
        ),
      ),
    'alerts/enable': async (wish) => flat(await attempt(ground, () => enableAlerts(deps, wish))),
    'alerts/remove': async ({ ids }) => flat(await attempt(ground, () => removeAlerts(deps, ids))),
    'alerts/snooze': async (wish) => flat(await attempt(ground, () => snoozeAlerts(deps, wish))),
    'alerts/seen': ({ eventIds }) =>
      done(ground, async () => {
        await seeAlerts(deps, eventIds);
        // What follows every waking draws the badge, which counts what was not seen.
        engine.wake();
      }),
  } satisfies Partial<MessageHandlers>;
}

type Sent = MessageInput<'alerts/save'>;

/** @throws CommandError `unknown-currency` */
function toTrigger(sent: Sent['trigger']): AlertTrigger {
  if ('price' in sent) return { ...sent, price: money(sent.price.minor, currencyOf(sent.price.currency)) };
  return sent.kind === 'net-at-or-above'
    ? { ...sent, profit: money(sent.profit.minor, currencyOf(sent.profit.currency)) }
    : sent;
}

function toOptions(sent: Sent['options']): AlertOptions {
  return { ...sent, expiresAt: sent.expiresAt === null ? null : instant(sent.expiresAt) };
}
