import type * as z from 'zod/mini';
import type { Log } from '@/lib/platform/log';
import { contentPageOf, isOwnPage, registerRuntimeMessages, type SenderFacts } from '@/lib/platform/runtime-messages';
import { isOnGrantedSite } from '@/lib/platform/site-access';
import { type AnswerStore, type AtMostOnce, createAtMostOnce } from './at-most-once';
import type { Answer } from './answer';
import { declared, type DeskName, isMessageName, isOwnName } from './declared';
import { envelope } from './envelope';
import { toFailure } from './failure';
import { inspectMessage } from './inspect';
import { OWN_PROTOCOL } from './own-protocol';
import type { MessageName, MessageOutput, Protocol } from './protocol';
import { sizeLimit } from './size-limit';

/** Where a message came from, as the browser says; nothing of it can be forged by the sender. */
export interface MessageSender {
  readonly tabId?: number | undefined;
  readonly windowId?: number | undefined;
  readonly url?: string | undefined;
}

/** What the background does for each message. It gets parsed input; a thrown error of ours crosses as code and message. */
export type MessageHandlers = {
  readonly [N in MessageName]: (
    input: z.output<Protocol[N]['input']>,
    sender: MessageSender,
  ) => Promise<MessageOutput<N>>;
};

export interface MessageServerOptions {
  /** Where carried-out commands are remembered over the worker's death. */
  readonly answers: AnswerStore;
  readonly log: Pick<Log, 'info' | 'error'>;
  /** The schemas of what the desk answers; they come with it, at the first such message. */
  readonly deskProtocol: () => Promise<Pick<Protocol, DeskName>>;
  /** Whether an address is on a site the person allowed; the browser's answer unless a test says otherwise. */
  readonly isGrantedSite?: (url: string) => boolean | Promise<boolean>;
}

interface Server extends Required<MessageServerOptions> {
  readonly handlers: MessageHandlers;
  readonly once: AtMostOnce;
}

/**
 * Answers our own pages, and content scripts on allowed sites; each may send what the protocol says is theirs (`from`),
 * and nobody else is heard. Call it in the first synchronous turn of the background.
 *
 * Order of checks: sender, size and shape, name, whose message it is, input; nothing of a refused message is looked at
 * further or logged. Nothing is awaited before a read's handler unless the browser must be asked about the sender: what
 * a click allows is allowed only in its own turn.
 */
export function registerMessageServer(handlers: MessageHandlers, options: MessageServerOptions): void {
  const once = createAtMostOnce(options.answers);
  const server: Server = { isGrantedSite: isOnGrantedSite, ...options, handlers, once };
  registerRuntimeMessages(async (message, sender) => {
    const asked = kindOf(server, sender);
    const kind = asked instanceof Promise ? await asked : asked;
    return kind === null ? refuse(server, 'refused', 'sender') : answerMessage(server, message, kind, sender);
  });
}

type SenderKind = 'page' | 'content';

function kindOf(server: Server, sender: SenderFacts): SenderKind | null | Promise<SenderKind | null> {
  if (isOwnPage(sender)) return 'page';
  const url = contentPageOf(sender);
  if (url === null) return null;
  const granted = server.isGrantedSite(url);
  const toKind = (is: boolean): SenderKind | null => (is ? 'content' : null);
  return typeof granted === 'boolean' ? toKind(granted) : granted.then(toKind, () => null);
}

async function answerMessage(
  server: Server,
  message: unknown,
  kind: SenderKind,
  { url, tab }: SenderFacts,
): Promise<Answer> {
  const inspection = inspectMessage(message, sizeLimit(message, kind === 'page'));
  if (inspection !== 'fine') return refuse(server, 'bad-message', inspection);
  const parsed = envelope.safeParse(message);
  if (!parsed.success) return refuse(server, 'bad-message', 'envelope');
  const { id, name, input } = parsed.data;
  if (!isMessageName(name)) return refuse(server, 'unknown-message', 'name');
  if (declared(name).from !== kind) return refuse(server, 'refused', 'sender');
  return handle(server, { id, name, input, sender: { tabId: tab?.id, windowId: tab?.windowId, url } });
}

interface Wish<N extends MessageName> {
  readonly id: string;
  readonly name: N;
  readonly input: unknown;
  readonly sender: MessageSender;
}

async function handle<N extends MessageName>(server: Server, wish: Wish<N>): Promise<Answer> {
  const { name } = wish;
  if (isOwnName(name)) return carryOut(server, wish, (OWN_PROTOCOL as Partial<Protocol>)[name] as Protocol[N]);
  try {
    return await carryOut(server, wish, (await server.deskProtocol())[name as DeskName] as Protocol[N]);
  } catch (error) {
    // The desk could not be loaded: nothing was begun.
    return failed(server, name, error);
  }
}

async function carryOut<N extends MessageName>(
  server: Server,
  { id, name, input, sender }: Wish<N>,
  protocol: Protocol[N],
): Promise<Answer> {
  const parsed = protocol.input.safeParse(input);
  if (!parsed.success) return refuse(server, 'bad-message', `input of ${name}`);
  const run = async (): Promise<Answer> => {
    try {
      // The schema of this name has just made this input; TypeScript does not follow that through the table.
      const answer = await server.handlers[name](parsed.data as z.output<Protocol[N]['input']>, sender);
      // Parsing the output drops every field the protocol does not name, so that none can slip out.
      return { ok: true, output: protocol.output.parse(answer) };
    } catch (error) {
      return failed(server, name, error);
    }
  };
  return declared(name).effect === 'read' ? run() : server.once(`${name} ${id}`, run);
}

function failed(server: Server, name: MessageName, error: unknown): Answer {
  const failure = toFailure(error);
  const kind = error instanceof Error ? error.name : typeof error;
  server.log.error('message failed', { name, code: failure.code, kind });
  return { ok: false, error: failure };
}

/** No trouble worth keeping: whoever may not send must not be able to fill the activity log either. */
function refuse(server: Server, code: string, reason: string): Answer {
  server.log.info('message refused', { code, reason });
  return { ok: false, error: { code, message: 'The background refused this message.' } };
}
