import type { Context, Hono } from 'hono';
import { readQuery, type Query } from './query';

/**
 * What a handler is given besides the request: its body, already read. So every handler runs in one go, and an effect
 * can be told by which request it was caused.
 */
export interface Env {
  readonly Bindings: { readonly body: string };
}

export type App = Hono<Env>;
export type AppContext = Context<Env>;

export function queryOf(context: AppContext): Query {
  return readQuery(context.req.url);
}

/** Answers JSON text that is ready already. */
export function sendText(context: AppContext, text: string): Response {
  return context.body(text, 200, { 'content-type': 'application/json' });
}

export function send(context: AppContext, value: unknown): Response {
  return sendText(context, JSON.stringify(value));
}
