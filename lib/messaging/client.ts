import { type MessageInput, type MessageName, type MessageOutput, PROTOCOL } from './protocol';
import { sendDeclared } from './send-declared';

/**
 * Asks the background. A read is sent again once when nobody answered (the worker may just be starting); a command
 * never is: it might have been carried out.
 *
 * @throws Error with a literal `code` and a message for the person
 * @example `const { state } = await send('vault/status', {})`
 */
export async function send<N extends MessageName>(name: N, input: MessageInput<N>): Promise<MessageOutput<N>> {
  // The output has just been parsed by the schema of this very name.
  return (await sendDeclared(name, PROTOCOL[name], input)) as MessageOutput<N>;
}
