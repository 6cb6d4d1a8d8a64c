import type { MessageInput, MessageOutput } from './protocol';
import { PAGE } from './protocol/page';
import { sendDeclared } from './send-declared';

/**
 * What a content script asks of the background: `send` with the messages of pages alone. All the others' schemas would be
 * a good part of a script that is put into somebody else's page.
 *
 * @throws Error with a literal `code` and a message for the person
 */
export async function sendFromPage<N extends keyof typeof PAGE>(
  name: N,
  input: MessageInput<N>,
): Promise<MessageOutput<N>> {
  // The output has just been parsed by the schema of this very name.
  return (await sendDeclared(name, PAGE[name], input)) as MessageOutput<N>;
}
