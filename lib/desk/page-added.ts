import type { CommandDeps } from '@/lib/commands/command-deps';
import { addedCosts, extraOf, landedCost } from '@/lib/domain/deals/landed-cost';
import type { Money } from '@/lib/domain/money/money';
import { profileOf } from '@/lib/domain/sites/default-profiles';
import type { StoredProfiles } from '@/lib/domain/sites/site-profile';
import type { MessageInput } from '@/lib/messaging/protocol';
import { readRates } from '@/lib/queries/rates';
import { bareCurrency, toMoney } from '@/lib/queries/page-question';

/** What a page's site is known to add to a price, in its currency; null when nothing is. */
export async function addedTo(
  cost: Money,
  { db }: CommandDeps,
  { site, shipping }: Pick<MessageInput<'page/add'>, 'site' | 'shipping'>,
  profiles: StoredProfiles,
): Promise<Money | null> {
  const { buyer } = profileOf(site, profiles, cost.currency);
  const sent = toMoney(shipping, bareCurrency(site, profiles));
  const named = [buyer.fixedFee, buyer.shipping, sent].flatMap((amount) => (amount === null ? [] : [amount.currency]));
  const rates = await readRates(db, [cost.currency, ...named]);
  const extra = extraOf(landedCost(cost, addedCosts(buyer, sent, cost.currency, rates)));
  return extra.minor === 0 ? null : extra;
}
