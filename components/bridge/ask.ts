import { send } from '@/lib/messaging/client';
import { declared } from '@/lib/messaging/declared';
import type { MessageInput, MessageName, MessageOutput } from '@/lib/messaging/protocol';
import { t } from '../ui/text';
import { waysBack } from '../ui/ways-back';

export type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/**
 * Asks the background and never throws: a silent worker and a refusal both come back as words for the person.
 * An answer that itself says `ok: false` is a refusal too.
 */
export async function ask<N extends MessageName>(name: N, input: MessageInput<N>): Promise<Asked<MessageOutput<N>>> {
  const changes = declared(name).effect === 'command' && name !== 'undo/run';
  const arrived = changes ? waysBack.begin() : undefined;
  try {
    const value = await send(name, input);
    const refusal = refusalOf(value);
    return refusal === null ? { ok: true, value } : { ok: false, message: refusal };
  } catch (error) {
    return {
      ok: false,
      message: error instanceof Error && error.message !== '' ? error.message : t('state.workerSilent'),
    };
  } finally {
    arrived?.();
  }
}

function refusalOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok !== false) return null;
  const error = 'error' in answer ? answer.error : null;
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : null;
  return typeof message === 'string' ? message : t('state.workerSilent');
}
