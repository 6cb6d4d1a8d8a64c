import type { MessageInput, MessageName } from '../../../lib/messaging/protocol';

/** An input for every message, each as its schema wants it: one that is refused for its shape would prove nothing. */
export type AttackInputs = { readonly [N in MessageName]: MessageInput<N> };
