import { sendRuntimeMessage } from '@/lib/platform/runtime-messages';

const RETRY_MS = 100;

/** Why a message had no good answer; `message` can be shown as it stands. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Brings a message to the background and back whatever is answered. A read is sent again once when nobody answered, since
 * the worker may just be starting; a command never is.
 *
 * @throws MessageError `no-answer`
 */
export async function deliver(message: object, effect: 'read' | 'command'): Promise<unknown> {
  try {
    return await sendRuntimeMessage(message);
  } catch {
    if (effect === 'command') throw silent(effect);
  }
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  try {
    return await sendRuntimeMessage(message);
  } catch {
    throw silent(effect);
  }
}

/** What is said when there was no answer, or one that is none of ours. */
export function silent(effect: 'read' | 'command'): MessageError {
  return effect === 'read'
    ? new MessageError('no-answer', 'The background does not answer. Try again.')
    : new MessageError(
        'no-answer',
        'The background did not answer, so whether this was done is not known. Look before trying again.',
      );
}
