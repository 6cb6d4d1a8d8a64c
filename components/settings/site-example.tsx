import { addedCosts, landedCost } from '@/lib/domain/deals/landed-cost';
import { sellHere } from '@/lib/domain/deals/sell-here';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { SiteId } from '@/lib/domain/sites/site';
import type { SiteProfile } from '@/lib/domain/sites/site-profile';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './settings.module.css';

interface SiteExampleProps {
  readonly site: SiteId;
  readonly currency: CurrencyCode;
  /** null: what is typed is no profile yet. */
  readonly profile: SiteProfile | null;
}

/** What the profile makes of a pair of two hundred, bought and sold, so that a wrong figure is seen at once. */
export function SiteExample({ site, currency, profile }: SiteExampleProps) {
  return (
    <p className={styles['quiet']} aria-live="polite">
      {profile === null ? t('siteFees.exampleNone') : `${bought(profile, currency)} ${sold(site, profile, currency)}`}
    </p>
  );
}

/** Amounts are all in one currency here: no rate is needed. */
const noRate = () => null;

const fixed = { cents: 'fixed' } as const;

function bought({ buyer }: SiteProfile, currency: CurrencyCode): string {
  const price = money(200 * minorPerUnit(currency), currency);
  const { total, missing } = landedCost(price, addedCosts(buyer, null, currency, noRate));
  if (missing.length === 0) return t('siteFees.lands', [moneyText(price), moneyText(total, fixed)]);
  const gaps = GAPS.filter(([gap]) => missing.some((each) => gap.includes(each))).map(([, words]) => words());
  return t('siteFees.landsWithout', [moneyText(price), moneyText(total, fixed), gaps.join(', ')]);
}

const GAPS: readonly (readonly [gaps: readonly string[], words: () => string])[] = [
  [['buyer-fee', 'buyer-fixed-fee'], () => t('card.gap.fees')],
  [['shipping'], () => t('card.gap.shipping')],
  [['duty'], () => t('card.gap.duty')],
];

function sold(site: SiteId, { seller }: SiteProfile, currency: CurrencyCode): string {
  if (seller === null) return '';
  // A price of 200 whichever way the site sells: markets of asks are sold one under the lowest.
  const isAsk = sellHere({ site, terms: seller, pagePrice: null, rateOf: noRate }).basis === 'page-ask-minus-1';
  const pagePrice = money((isAsk ? 201 : 200) * minorPerUnit(currency), currency);
  const { price, net, missing } = sellHere({ site, terms: seller, pagePrice, rateOf: noRate });
  if (price === null || net === null) return '';
  const words = [moneyText(price), moneyText(net, fixed)] as const;
  return missing.length === 0 ? t('siteFees.sells', words) : t('siteFees.sellsMost', words);
}
