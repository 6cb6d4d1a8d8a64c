import { CommandError } from '@/lib/commands/command-deps';
import { keepEcbRates, type EcbWish, type KeptRates } from '@/lib/commands/keep-ecb-rates';
import { ECB_90_DAYS, ECB_DAILY, type EcbDay } from '@/lib/domain/fx/ecb';
import { readEcbXml } from '@/lib/domain/fx/read-ecb-xml';
import { taxCurrency } from '@/lib/domain/tax/tax-country';
import { DAY_MS } from '@/lib/domain/time/instant';
import { currenciesInUse } from '@/lib/queries/currencies-in-use';
import { commandDeps } from './attempt';
import type { DeskParts } from './ports';

/** alias trades in dollars. */
const MARKET_CURRENCY = 'USD';

/** The European Central Bank's rates: of a file, asked for, or once a day by themselves. */
export interface Rates {
  readonly keep: (days: readonly EcbDay[], by: 'user' | 'system', file?: EcbWish['file']) => Promise<KeptRates>;
  /** @throws CommandError `not-allowed` without the permission, `bad-value` when the answer holds no rates */
  readonly fetch: (days: 'today' | '90', by?: 'user' | 'system') => Promise<KeptRates>;
  /** Asks when the person wants it, the permission is there, and today's are not. Never throws. */
  readonly refresh: () => Promise<void>;
}

export function composeRates({ ground, stored, ecb }: Pick<DeskParts, 'ground' | 'stored' | 'ecb'>): Rates {
  const deps = commandDeps(ground);
  const keep: Rates['keep'] = async (days, by, file) => {
    const [used, displayCurrency, { country }] = await Promise.all([
      currenciesInUse(ground.db, MARKET_CURRENCY),
      stored.get('displayCurrency'),
      stored.get('taxProfile'),
    ]);
    const taxed = country === null ? null : taxCurrency(country);
    return keepEcbRates(deps, { days, displayCurrency, taxCurrency: taxed, ...used, by, file });
  };
  const fetch: Rates['fetch'] = async (days, by = 'user') => {
    if (!(await ecb.mayAsk()))
      throw new CommandError(
        'not-allowed',
        'The companion may not ask the ECB yet: allow it first. Nothing was changed.',
      );
    const read = readEcbXml(await ecb.ask(days === 'today' ? ECB_DAILY : ECB_90_DAYS));
    if (read.length === 0) throw new CommandError('bad-value', 'The ECB’s answer holds no rates. Nothing was changed.');
    return keep(read, by);
  };
  const refresh = async () => {
    try {
      if (!(await stored.get('dailyRates')) || !(await ecb.mayAsk())) return;
      if (!(await isToday(ground))) await fetch('today', 'system');
    } catch (error) {
      ground.log.warn('rates not refreshed', { kind: error instanceof Error ? error.name : typeof error });
    }
  };
  return { keep, fetch, refresh };
}

/** Whether today's rates are in the books. */
async function isToday({ db, clock }: DeskParts['ground']): Promise<boolean> {
  const midnight = Math.floor(clock.now() / DAY_MS) * DAY_MS;
  return (await db.fxRates.filter(({ asOf, source }) => asOf >= midnight && source.startsWith('ECB')).count()) > 0;
}
