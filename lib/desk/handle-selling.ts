import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt } from './attempt';
import type { DeskParts } from './ports';
import { CommandError } from '@/lib/commands/command-deps';

/** Everything a person does to listings. */
export function sellingHandlers({ ground }: Pick<DeskParts, 'ground'>) {
  const notYet = async () => {
    const tried = await attempt<never>(ground, async () => {
      throw new CommandError('not-allowed', 'Listings cannot be changed yet. Nothing was changed.');
    });
    if (tried.ok) throw new Error('unreachable');
    return tried;
  };
  return {
    'listings/create': notYet,
    'listings/set-price': notYet,
    'listings/activate': notYet,
    'listings/deactivate': notYet,
    'listings/delete': notYet,
    'listings/sell-into-offer': notYet,
    'pictures/stage': notYet,
    'pictures/discard': notYet,
    'pictures/send': notYet,
    'vacation/start': notYet,
    'vacation/end': notYet,
    'writes/retry': notYet,
    'writes/cancel': notYet,
    'writes/resolve': notYet,
    'writes/undo': notYet,
    'writes/dismiss': notYet,
  } satisfies Partial<MessageHandlers>;
}
