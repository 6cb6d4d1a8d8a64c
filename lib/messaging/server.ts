import type * as z from 'zod/mini';
import type { Log } from '@/lib/platform/log';
import { isOwnPage, registerRuntimeMessages, type SenderFacts } from '@/lib/platform/runtime-messages';
import { type AnswerStore, type AtMostOnce, createAtMostOnce } from './at-most-once';
import { type Answer, envelope, isMessageName } from './envelope';
import { toFailure } from './failure';
import { inspectMessage } from './inspect';
import { type MessageName, type MessageOutput, PROTOCOL, type Protocol } from './protocol';

/** What the background does for each message. It gets parsed input; a thrown error of ours crosses as code and message. */
export type MessageHandlers = {
  readonly [N in MessageName]: (input: z.output<Protocol[N]['input']>) => Promise<MessageOutput<N>>;
};

export interface MessageServerOptions {
  /** Where carried-out commands are remembered over the worker's death. */
  readonly answers: AnswerStore;
  readonly log: Pick<Log, 'info' | 'error'>;
  /** Who may send at all; our own pages unless a test says otherwise. */
  readonly isTrustedPage?: (sender: SenderFacts) => boolean;
}

interface Server extends Required<MessageServerOptions> {
  readonly handlers: MessageHandlers;
  readonly once: AtMostOnce;
}

const SMALL = 16_384;

/** Whole files and long lists travel in these: 20 million characters of text and what is around them. */
const LARGE = 20_100_000;

/**
 * Answers messages of our own pages, and of nobody else. Call it in the first synchronous turn of the background.
 *
 * Order of checks: sender, size and shape, name, input; nothing of a refused message is looked at further or logged.
 */
export function registerMessageServer(handlers: MessageHandlers, options: MessageServerOptions): void {
  const once = createAtMostOnce(options.answers);
  const server: Server = { isTrustedPage: isOwnPage, ...options, handlers, once };
  registerRuntimeMessages((message, sender) => answerMessage(server, message, sender));
}

async function answerMessage(server: Server, message: unknown, sender: SenderFacts): Promise<Answer> {
  if (!server.isTrustedPage(sender)) return refuse(server, 'refused', 'sender');
  const claimed = nameOf(message);
  const inspection = inspectMessage(message, claimed !== null && mayBeLarge(claimed) ? LARGE : SMALL);
  if (inspection !== 'fine') return refuse(server, 'bad-message', inspection);
  const parsed = envelope.safeParse(message);
  if (!parsed.success) return refuse(server, 'bad-message', 'envelope');
  const { id, name, input } = parsed.data;
  if (!isMessageName(name)) return refuse(server, 'unknown-message', 'name');
  return handle(server, name, id, input);
}

async function handle<N extends MessageName>(server: Server, name: N, id: string, raw: unknown): Promise<Answer> {
  const { effect, input } = PROTOCOL[name];
  const parsed = input.safeParse(raw);
  if (!parsed.success) return refuse(server, 'bad-message', `input of ${name}`);
  // The schema of this name has just made this input; TypeScript does not follow that through the table.
  const run = () => runHandler(server, name, parsed.data as z.output<Protocol[N]['input']>);
  return effect === 'read' ? run() : server.once(`${name} ${id}`, run);
}

async function runHandler<N extends MessageName>(
  server: Server,
  name: N,
  input: z.output<Protocol[N]['input']>,
): Promise<Answer> {
  try {
    // Parsing the output drops every field the protocol does not name, so that none can slip out.
    return { ok: true, output: PROTOCOL[name].output.parse(await server.handlers[name](input)) };
  } catch (error) {
    const failure = toFailure(error);
    const kind = error instanceof Error ? error.name : typeof error;
    server.log.error('message failed', { name, code: failure.code, kind });
    return { ok: false, error: failure };
  }
}

/** No trouble worth keeping: whoever may not send must not be able to fill the activity log either. */
function refuse(server: Server, code: string, reason: string): Answer {
  server.log.info('message refused', { code, reason });
  return { ok: false, error: { code, message: 'The background refused this message.' } };
}

function mayBeLarge(claimed: string): boolean {
  return isMessageName(claimed) && 'size' in PROTOCOL[claimed];
}

function nameOf(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('name' in message)) return null;
  return typeof message.name === 'string' ? message.name : null;
}
