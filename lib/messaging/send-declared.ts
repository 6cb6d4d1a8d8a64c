import type * as z from 'zod/mini';
import { answer } from './answer';
import { deliver, MessageError, silent } from './deliver';

/** A message as the protocol declares it. */
export interface Declared {
  readonly effect: 'read' | 'command';
  readonly input: z.ZodMiniType;
  readonly output: z.ZodMiniType;
  readonly size?: 'large';
}

/** Checks what is asked and what comes back by the message's own declaration. @throws MessageError */
export async function sendDeclared(name: string, declared: Declared, input: unknown): Promise<unknown> {
  const { effect, input: inputSchema, output: outputSchema, size } = declared;
  const checked = inputSchema.safeParse(input);
  if (!checked.success)
    throw new MessageError('bad-message', 'This cannot be sent: a value does not fit. Nothing was changed.');
  // Hundreds of rows are checked in one turn of the page and handed over in the next: it can answer in between.
  if (size === 'large') await new Promise((resolve) => setTimeout(resolve));
  const message = { archvd: 1, id: crypto.randomUUID(), name, input: checked.data };
  const received = answer.safeParse(await deliver(message, effect));
  if (!received.success) throw silent(effect);
  if (!received.data.ok) throw new MessageError(received.data.error.code, received.data.error.message);
  const output = outputSchema.safeParse(received.data.output);
  if (!output.success)
    throw new MessageError('bad-answer', 'The background answered something unexpected. Reload this page.');
  return output.data;
}
