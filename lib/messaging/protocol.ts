import type * as z from 'zod/mini';
import { BOOKS } from './protocol/books';
import { CONNECTION } from './protocol/connection';
import { DATA } from './protocol/data';
import { DEMO } from './protocol/demo';
import { MARKET } from './protocol/market';
import { NOTICES } from './protocol/notices';
import { PAGE } from './protocol/page';
import { PAIRS } from './protocol/pairs';
import { RELEASES } from './protocol/releases';
import { REPRICING } from './protocol/repricing';
import { SELLING } from './protocol/selling';
import { SITES_PROTOCOL } from './protocol/sites';
import { ORDERS } from './protocol/orders';
import { EXPENSES } from './protocol/expenses';
import { BANK } from './protocol/bank';
import { IMPORTS } from './protocol/imports';
import { REPORTS } from './protocol/reports';
import { TAX } from './protocol/tax';
import { VIEWS } from './protocol/views';
import { WATCH } from './protocol/watch';

/**
 * Every message the background takes, by name: what goes in, what comes out, who may send. Both ends parse with these
 * schemas; a message that does not fit is refused. Nothing here carries a token back.
 *
 * `from: 'page'` is a page of the extension; `content` a content script on a marketplace page, which any page's
 * exploit could imitate: it is told nothing that the card does not show.
 *
 * `size: 'large'`: whole files or long lists; all other messages are small.
 *
 * `effect: 'read'` may be sent again when nobody answered; a `command` is sent once and carried out at most once.
 */
export const PROTOCOL = {
  ...CONNECTION,
  ...BOOKS,
  ...PAIRS,
  ...VIEWS,
  ...MARKET,
  ...WATCH,
  ...RELEASES,
  ...SELLING,
  ...REPRICING,
  ...ORDERS,
  ...EXPENSES,
  ...BANK,
  ...IMPORTS,
  ...REPORTS,
  ...TAX,
  ...DEMO,
  ...DATA,
  ...NOTICES,
  ...PAGE,
  ...SITES_PROTOCOL,
} as const;

export type Protocol = typeof PROTOCOL;
export type MessageName = keyof Protocol;
export type MessageInput<N extends MessageName> = z.input<Protocol[N]['input']>;
export type MessageOutput<N extends MessageName> = z.output<Protocol[N]['output']>;
