import type { Answer } from './answer';
import { deliver, MessageError, silent } from './deliver';
import { PAGE_EFFECTS } from './page-effects';
import type { MessageInput, MessageOutput } from './protocol';

/**
 * What a content script asks of the background: `send` with the messages of pages alone, and without their schemas. The
 * background goes by them on both ways, on what a page asks and on what it is answered, so that a second look here would
 * find nothing and keep the card waiting.
 *
 * @throws Error with a literal `code` and a message for the person
 */
export async function sendFromPage<N extends keyof typeof PAGE_EFFECTS>(
  name: N,
  input: MessageInput<N>,
): Promise<MessageOutput<N>> {
  const effect = PAGE_EFFECTS[name];
  const received = await deliver({ archvd: 1, id: crypto.randomUUID(), name, input }, effect);
  if (!isAnswer(received)) throw silent(effect);
  if (!received.ok) throw new MessageError(received.error.code, received.error.message);
  // The background has just parsed it by the schema of this very name.
  return received.output as MessageOutput<N>;
}

/** What is no answer of ours is what a dying worker leaves, or nobody. */
function isAnswer(received: unknown): received is Answer {
  if (typeof received !== 'object' || received === null) return false;
  if (Reflect.get(received, 'ok') === true) return 'output' in received;
  const error: unknown = Reflect.get(received, 'error');
  return typeof error === 'object' && error !== null && typeof Reflect.get(error, 'message') === 'string';
}
