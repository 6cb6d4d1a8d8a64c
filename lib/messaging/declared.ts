import { OWN_PROTOCOL } from './own-protocol';
import type { MessageName, Protocol } from './protocol';

/** Messages whose schemas the worker does not carry. */
export type DeskName = Exclude<MessageName, keyof typeof OWN_PROTOCOL>;

type Kind<P> = P extends { readonly from: infer F extends string; readonly effect: infer E extends string }
  ? P extends { readonly size: infer S extends string }
    ? `${F} ${E} ${S}`
    : `${F} ${E}`
  : never;

/**
 * What the desk answers: who may send it, whether it may be sent again, how much it may carry. The worker goes by this
 * before it loads anything; TypeScript holds it equal to the protocol, name by name.
 */
const DESK: { readonly [N in DeskName]: Kind<Protocol[N]> } = {
  'ledger/preview': 'page read large',
  'ledger/import': 'page command large',
  'pair/set-cost': 'page command',
  'fx/set-rate': 'page command',
  'fx/remove-rate': 'page command',
  'snapshot/list': 'page read',
  'snapshot/take': 'page command',
  'snapshot/restore': 'page command',
  'pairs/add': 'page command large',
  'pairs/edit': 'page command large',
  'pairs/remove': 'page command large',
  'pair/sell': 'page command',
  'pair/unsell': 'page command',
  'pair/photo': 'page command large',
  'pair/take-over': 'page command',
  'undo/run': 'page command',
  'views/save': 'page command',
  'views/remove': 'page command',
  'catalog/search': 'page read',
  'market/refresh': 'page read',
  'watch/add': 'page command',
  'watch/edit': 'page command',
  'watch/remove': 'page command',
  'watchlists/save': 'page command',
  'watchlists/remove': 'page command',
  'watchlists/order': 'page command',
  'watch/move': 'page command',
  'watch/aim': 'page command',
  'watch/remove-many': 'page command',
  'watch/add-many': 'page command large',
  'watch/cancel-search': 'page command',
  'watch/search-again': 'page command',
  'watch/choose': 'page command',
  'watch/dismiss-search': 'page command',
  'alerts/save': 'page command',
  'alerts/enable': 'page command',
  'alerts/remove': 'page command',
  'alerts/snooze': 'page command',
  'alerts/seen': 'page command',
  'releases/save': 'page command',
  'releases/remove': 'page command',
  'releases/hide': 'page command',
  'releases/import': 'page command large',
  'listings/create': 'page command large',
  'listings/set-price': 'page command large',
  'listings/activate': 'page command large',
  'listings/deactivate': 'page command large',
  'listings/delete': 'page command large',
  'listings/sell-into-offer': 'page command',
  'pictures/stage': 'page command large',
  'pictures/discard': 'page command',
  'pictures/send': 'page command',
  'vacation/start': 'page command',
  'vacation/end': 'page command',
  'writes/retry': 'page command large',
  'writes/cancel': 'page command large',
  'writes/resolve': 'page command large',
  'writes/undo': 'page command',
  'writes/dismiss': 'page command',
  'rules/save': 'page command',
  'rules/remove': 'page command',
  'rules/enable': 'page command',
  'rules/order': 'page command',
  'repricing/mode': 'page command',
  'repricing/run': 'page command',
  'repricing/cancel': 'page command',
  'repricing/apply': 'page command large',
  'repricing/undo': 'page command',
  'experiments/start': 'page command large',
  'experiments/stop': 'page command',
  'pairs/bounds': 'page command large',
  'orders/confirm': 'page command large',
  'orders/cancel': 'page command large',
  'orders/label': 'page command large',
  'orders/ship': 'page command large',
  'sales/reverse': 'page command',
  'sales/edit': 'page command',
  'expenses/save': 'page command large',
  'expenses/edit': 'page command large',
  'expenses/remove': 'page command large',
  'receipts/add': 'page command large',
  'receipts/remove': 'page command',
  'recurring/save': 'page command',
  'recurring/stop': 'page command',
  'fees/correct': 'page command',
  'bank/save-account': 'page command',
  'bank/remove-account': 'page command',
  'bank/import': 'page command large',
  'bank/take-back': 'page command',
  'bank/match': 'page command large',
  'bank/match-certain': 'page command',
  'bank/unmatch': 'page command',
  'bank/ignore': 'page command',
  'bank/make-expense': 'page command',
  'payouts/add': 'page command',
  'payouts/remove': 'page command',
  'fx/keep-ecb': 'page command large',
  'fx/fetch-ecb': 'page command',
  'fx/fill-in': 'page command',
  'imports/begin': 'page command',
  'imports/rows': 'page command large',
  'imports/settle': 'page command large',
  'imports/finish': 'page command large',
  'imports/undo': 'page command',
  'imports/keep-mapping': 'page command large',
  'imports/rename-mapping': 'page command',
  'imports/forget-mapping': 'page command',
  'reports/keep': 'page command',
  'reports/rename': 'page command',
  'reports/remove': 'page command',
  'stock/value': 'page command',
  'tax/set-pairs': 'page command large',
  'tax/number-stock': 'page command',
  'tax/file': 'page command',
  'tax/unfile': 'page command',
  'job/run': 'page command',
  'backup/make': 'page command',
  'backup/preview': 'page read',
  'backup/restore': 'page command',
  'backup/discard': 'page command',
  'data/traces': 'page read',
  'data/delete-all': 'page command',
  'page/look-up': 'content read',
  'page/refresh': 'content read',
  'page/add': 'content command',
  'page/watch': 'content command',
  'page/undo': 'content command',
  'page/add-release': 'content command',
  'page/report': 'content read',
  'page/place': 'content read',
  'page/remember': 'content command',
};

/** What is said of a message before its input is looked at. */
export interface Declared {
  readonly from: 'page' | 'content';
  readonly effect: 'read' | 'command';
  readonly isLarge: boolean;
}

/** Every message there is. */
export const MESSAGE_NAMES = [...Object.keys(OWN_PROTOCOL), ...Object.keys(DESK)] as readonly MessageName[];

/** `hasOwn`, so that `constructor` or `__proto__` is no name. */
export function isMessageName(name: string): name is MessageName {
  return isOwnName(name) || Object.hasOwn(DESK, name);
}

/** Whether the worker answers it by itself, and has its schema at hand. */
export function isOwnName(name: string): name is keyof typeof OWN_PROTOCOL {
  return Object.hasOwn(OWN_PROTOCOL, name);
}

export function declared(name: MessageName): Declared {
  if (isOwnName(name)) return { from: OWN_PROTOCOL[name].from, effect: OWN_PROTOCOL[name].effect, isLarge: false };
  const [from, effect, size] = DESK[name].split(' ') as [Declared['from'], Declared['effect'], string?];
  return { from, effect, isLarge: size === 'large' };
}
