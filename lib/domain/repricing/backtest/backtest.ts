import { groupBy } from '../../grouping/group-by';
import type { Money } from '../../money/money';
import { add, subtract } from '../../money/arithmetic';
import { DAY_MS, shiftInstant, type Instant } from '../../time/instant';
import type { DecisionInput } from '../decision';
import { planRun, type RunHistory } from '../plan-run';
import type { BacktestInput } from './backtest-input';
import { ListingPath } from './listing-path';
import { MarketThen } from './market-then';
import { sellOnce, type Purchase } from './sell-once';
import { tellResult, type BacktestResult } from './tell-result';

/**
 * What rules would have made of the stored history: the very run that decides live is made at fixed moments, its changes
 * move the prices, and the sales that were seen buy by `sellOnce`, from the prices as they were and from those.
 *
 * Yields the share done, 0 to 1, after each run, so that whoever asks can draw, or stop. The same input gives the same
 * result.
 */
export function* backtest(input: BacktestInput): Generator<number, BacktestResult, void> {
  const replay = new Replay(input);
  const { from, to, everyMs } = input;
  for (let at = from; at < to; at = shiftInstant(at, everyMs)) {
    replay.decide(at);
    const next = shiftInstant(at, everyMs);
    replay.sellUntil(next < to ? next : to);
    yield Math.min(1, (next - from) / (to - from));
  }
  return tellResult(input, replay.paths, replay.stoppedRuns);
}

interface Lowering {
  readonly at: Instant;
  readonly lowered: Money | null;
}

class Replay {
  readonly paths: readonly ListingPath[];
  /** Runs the breaker stopped: no price changed in them. */
  stoppedRuns = 0;
  readonly #input: BacktestInput;
  readonly #ofSize: ReadonlyMap<string, readonly ListingPath[]>;
  readonly #markets: ReadonlyMap<string, MarketThen>;
  readonly #purchases: readonly (Purchase & { readonly size: string })[];
  readonly #rules: BacktestInput['rules'];
  #bought = 0;
  #changes: readonly Lowering[] = [];

  constructor(input: BacktestInput) {
    this.#input = input;
    this.#rules = input.rules.map((rule) => ({ ...rule, enabled: true }));
    this.paths = input.listings
      .toSorted((a, b) => (a.listing.id < b.listing.id ? -1 : 1))
      .map((listing) => new ListingPath(listing));
    this.#ofSize = groupBy(this.paths, ({ of }) => of.size);
    const ofVariant = groupBy(this.paths, ({ of }) => of.variant);
    this.#markets = new Map(
      [...ofVariant].map(([id, own]) => {
        const sales = input.sales.get(own[0]?.of.size ?? '');
        return [id, new MarketThen(input.markets.get(id), sales, own)];
      }),
    );
    this.#purchases = [...this.#ofSize.keys()]
      .flatMap((size) => (input.sales.get(size)?.sales ?? []).map((sale) => ({ ...sale, size })))
      .filter(({ at }) => at > input.from && at <= input.to)
      .toSorted((a, b) => a.at - b.at || b.price.minor - a.price.minor);
  }

  /** Sales after the last ones, until and with this moment. */
  sellUntil(at: Instant): void {
    for (
      let sale = this.#purchases[this.#bought];
      sale !== undefined && sale.at <= at;
      sale = this.#purchases[this.#bought]
    ) {
      this.#bought += 1;
      const paths = this.#ofSize.get(sale.size) ?? [];
      for (const path of paths) path.goTo(sale.at);
      sellOnce(sale, paths, (path) => this.#marketOf(path));
    }
  }

  decide(at: Instant): void {
    for (const path of this.paths) {
      path.goTo(at);
      if (path.isOnSale(at)) path.count(this.#marketOf(path).stepAt(at) !== null);
    }
    const selling = this.paths.filter((path) => path.isOnSale(at) && path.soldWithRule === null);
    const { guards, utcOffsetAt } = this.#input;
    const utcOffsetMinutes = utcOffsetAt(at);
    const items = this.#itemsAt(at, selling);
    const history = this.#historyAt(at);
    const { decisions, stopped } = planRun({ items, rules: this.#rules, guards, history, utcOffsetMinutes, now: at });
    if (stopped !== null) this.stoppedRuns += 1;
    const changes: Lowering[] = [];
    for (const [nth, { ruleId, from, decision }] of decisions.entries()) {
      const path = selling[nth];
      if (path === undefined) continue;
      if (ruleId !== null) path.covered = true;
      if (decision.kind === 'hold') continue;
      path.change(at, decision.to, decision.floor);
      changes.push({ at, lowered: decision.to.minor < from.minor ? subtract(from, decision.to) : null });
    }
    this.#changes = [...this.#changes, ...changes];
  }

  #itemsAt(at: Instant, selling: readonly ListingPath[]): readonly DecisionInput[] {
    const shared = new Map<string, Pick<DecisionInput, 'market' | 'own'>>();
    for (const [variant, paths] of groupBy(selling, ({ of }) => of.variant)) {
      const own = paths
        .map(({ of, rulePrice }) => ({ id: of.listing.id, price: rulePrice, consigned: of.listing.consigned }))
        .toSorted((a, b) => a.price.minor - b.price.minor || (a.id < b.id ? -1 : 1));
      const market = this.#markets.get(variant)?.marketAt(at, own[0]?.price ?? null);
      if (market !== undefined) shared.set(variant, { market, own });
    }
    return selling.flatMap(({ of, rulePrice, ruleMoves }) => {
      const around = shared.get(of.variant);
      if (around === undefined) return [];
      const listing = { ...of.listing, status: 'active' as const, price: rulePrice, moves: ruleMoves };
      return [{ listing, ...around, basis: of.basis, arm: null, hasOpenWrite: false, now: at }];
    });
  }

  #historyAt(at: Instant): RunHistory {
    this.#changes = this.#changes.filter((change) => at - change.at < DAY_MS);
    return {
      changesToday: this.#changes.length,
      loweredToday: this.#changes.reduce<Money | null>((sum, { lowered }) => {
        if (lowered === null || (sum !== null && sum.currency !== lowered.currency)) return sum;
        return sum === null ? lowered : add(sum, lowered);
      }, null),
    };
  }

  #marketOf({ of }: ListingPath): MarketThen {
    const market = this.#markets.get(of.variant);
    if (market === undefined) throw new RangeError('A listing without its market');
    return market;
  }
}
