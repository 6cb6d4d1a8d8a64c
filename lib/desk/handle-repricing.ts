import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt } from './attempt';
import type { DeskParts } from './ports';
import { CommandError } from '@/lib/commands/command-deps';

/** Rules, runs and the switch. */
export function repricingHandlers({ ground }: Pick<DeskParts, 'ground'>) {
  const notYet = async () => {
    const tried = await attempt<never>(ground, async () => {
      throw new CommandError('not-allowed', 'Rules cannot be kept yet. Nothing was changed.');
    });
    if (tried.ok) throw new Error('unreachable');
    return tried;
  };
  return {
    'rules/save': notYet,
    'rules/remove': notYet,
    'rules/enable': notYet,
    'rules/order': notYet,
    'repricing/mode': notYet,
    'repricing/run': notYet,
    'repricing/apply': notYet,
    'repricing/undo': notYet,
    'experiments/start': notYet,
    'experiments/stop': notYet,
    'pairs/bounds': notYet,
  } satisfies Partial<MessageHandlers>;
}
