/** The screens of the app, in the order of the rail. */
export const SCREENS = [
  'today',
  'inventory',
  'selling',
  'rules',
  'activity',
  'page',
  'market',
  'watch',
  'releases',
  'orders',
  'sales',
  'expenses',
  'bank',
  'pnl',
  'tax',
  'files',
  'settings',
  'diagnostics',
] as const;

export type ScreenName = (typeof SCREENS)[number];

/** Where the app stands: all of it is in the address, so that back, reload and a link from the popup work. */
export interface Route {
  readonly screen: ScreenName;
  /** The pair whose detail is open. */
  readonly pair: string | null;
  /** The product whose market is open, by catalogue id. */
  readonly product: string | null;
  /** What is open on the screen besides: a rule, a run, a listing, a command, by its id. */
  readonly item: string | null;
  readonly query: string;
  /** A screen's own filter or section, e.g. `without-cost` or `vault`. */
  readonly view: string | null;
  /** What else a screen narrows, sorts and shows by, in a shape of its own. */
  readonly filter: string | null;
  /**
   * The form that is open over the screen: `1` adds pairs, other words add what they find (`DD1391-100`); `edit`, `sell`
   * and `copy` are about the open pair.
   */
  readonly add: string | null;
}

/**
 * Reads an address. Anything it does not know leads to Today.
 *
 * @example `parseRoute('#/inventory?q=panda&view=listed')` is `{ screen: 'inventory', pair: null, product: null, item: null, query: 'panda', view: 'listed', filter: null, add: null }`
 */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const params = new URLSearchParams(search);
  const screen = SCREENS.find((name) => name === path) ?? 'today';
  return {
    screen,
    pair: params.get('pair') || null,
    product: params.get('product') || null,
    item: params.get('item') || null,
    query: params.get('q') ?? '',
    view: params.get('view') || null,
    add: params.get('add') || null,
    filter: params.get('f') || null,
  };
}

/** The address of a place, as an `href`; what is left out is empty. */
export function routeHref(to: Partial<Route> & Pick<Route, 'screen'>): string {
  const params = new URLSearchParams();
  if (to.query) params.set('q', to.query);
  if (to.view) params.set('view', to.view);
  if (to.filter) params.set('f', to.filter);
  if (to.pair) params.set('pair', to.pair);
  if (to.product) params.set('product', to.product);
  if (to.item) params.set('item', to.item);
  if (to.add) params.set('add', to.add);
  const search = params.toString();
  return `#/${to.screen}${search === '' ? '' : `?${search}`}`;
}
