import { sendRuntimeMessage } from '@/lib/platform/runtime-messages';
import { answer } from './envelope';
import { type MessageInput, type MessageName, type MessageOutput, PROTOCOL } from './protocol';

const RETRY_MS = 100;

/** Why a message had no good answer; `message` can be shown as it stands. */
class MessageError extends Error {
  override readonly name = 'MessageError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Asks the background. A read is sent again once when nobody answered (the worker may just be starting); a command
 * never is: it might have been carried out.
 *
 * @throws Error with a literal `code` and a message for the person
 * @example `const { state } = await send('vault/status', {})`
 */
export async function send<N extends MessageName>(name: N, input: MessageInput<N>): Promise<MessageOutput<N>> {
  const { effect, input: inputSchema, output: outputSchema } = PROTOCOL[name];
  const checked = inputSchema.safeParse(input);
  if (!checked.success)
    throw new MessageError('bad-message', 'This cannot be sent: a value does not fit. Nothing was changed.');
  const message = { archvd: 1, id: crypto.randomUUID(), name, input: checked.data };
  const received = answer.safeParse(await (effect === 'read' ? deliverTwice(message) : deliver(message, effect)));
  if (!received.success) throw silent(effect);
  if (!received.data.ok) throw new MessageError(received.data.error.code, received.data.error.message);
  const output = outputSchema.safeParse(received.data.output);
  if (!output.success)
    throw new MessageError('bad-answer', 'The background answered something unexpected. Reload this page.');
  return output.data as MessageOutput<N>;
}

async function deliverTwice(message: object): Promise<unknown> {
  try {
    return await sendRuntimeMessage(message);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    return deliver(message, 'read');
  }
}

async function deliver(message: object, effect: 'read' | 'command'): Promise<unknown> {
  try {
    return await sendRuntimeMessage(message);
  } catch {
    throw silent(effect);
  }
}

function silent(effect: 'read' | 'command'): MessageError {
  return effect === 'read'
    ? new MessageError('no-answer', 'The background does not answer. Try again.')
    : new MessageError(
        'no-answer',
        'The background did not answer, so whether this was done is not known. Look before trying again.',
      );
}
