import { IconTags } from '@tabler/icons-react';
import { whatIf, type Forecast, type TierEffect, type WhatIf as Effects } from '@/lib/queries/pnl-what-if';
import type { Valuation } from '@/lib/queries/valuation';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { MoneyFigure, ProfitFigure } from '../ui/money';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { Stat, StatRow } from '../ui/stat';
import { t } from '../ui/text';
import { Part } from './part';
import styles from './pnl.module.css';

/** What today's listings would bring and cost in fees, and what another seller rating would change. */
export function WhatIf({ valuation }: { readonly valuation: Valuation }) {
  const live = useLive((books) => whatIf(books, valuation), [valuation]);
  return (
    <Part live={live}>
      {(effects) =>
        effects.forecast.listings === 0 && effects.recentSales === 0 ? (
          <EmptyState icon={IconTags} title={t('pnl.noListings')} text={t('pnl.noListingsText')} />
        ) : (
          <>
            <IfAllSell forecast={effects.forecast} />
            <Tiers effects={effects} />
          </>
        )
      }
    </Part>
  );
}

function IfAllSell({ forecast }: { readonly forecast: Forecast }) {
  const { listings, unknown, profit } = forecast;
  const estimate = t('lines.estimate');
  const source = t('lines.feeSource');
  const counted: readonly (readonly [string, string])[] = [[t('totals.counted'), countText(listings - unknown)]];
  return (
    <Section title={t('pnl.forecast', listings, [countText(listings)])}>
      <StatRow>
        <Stat label={t('pnl.profit')} size="lg">
          <ProfitFigure
            amount={profit.listings === 0 ? null : profit.amount}
            unknown={t('missing.cost')}
            explain={{
              formula: t('lines.profitFormula'),
              inputs: [[t('totals.counted'), t('pnl.ofPairs', [countText(profit.listings), countText(listings)])]],
              note: t('pnl.completeNote'),
              source,
            }}
            estimate={estimate}
          />
        </Stat>
        <Stat label={t('pnl.askedPrices')} size="lg">
          <MoneyFigure amount={forecast.price} explain={{ inputs: counted }} />
        </Stat>
        <Stat label={t('lines.commission')} size="lg">
          <MoneyFigure amount={forecast.commission} explain={{ inputs: counted, source }} estimate={estimate} />
        </Stat>
        <Stat label={t('lines.sellerFee')} size="lg">
          <MoneyFigure amount={forecast.sellerFee} explain={{ inputs: counted, source }} estimate={estimate} />
        </Stat>
        <Stat label={t('lines.cashOut')} size="lg">
          <MoneyFigure amount={forecast.cashOut} explain={{ inputs: counted, source }} estimate={estimate} />
        </Stat>
        <Stat label={t('lines.net')} size="lg">
          <MoneyFigure
            amount={forecast.net}
            explain={{ formula: t('lines.netFormula'), inputs: counted, source }}
            estimate={estimate}
          />
        </Stat>
      </StatRow>
      <p className={styles['note']}>
        {t('pnl.forecastNote')} {unknown === 0 ? null : t('pnl.forecastUnknown', unknown, [countText(unknown)])}{' '}
        <a href={routeHref({ screen: 'selling' })}>{t('pnl.openListings')}</a>
      </p>
    </Section>
  );
}

function Tiers({ effects }: { readonly effects: Effects }) {
  const { tiers, recentSales, forecast } = effects;
  if (tiers.length === 0) return null;
  return (
    <Section title={t('pnl.tiers')}>
      <div className={styles['wide']}>
        <table className={`archvd-table ${styles['table']} ${styles['tiers']}`} data-testid="pnl-tiers">
          <thead>
            <tr>
              <th scope="col">{t('pnl.rating')}</th>
              <th scope="col">{t('pnl.tierSales', recentSales, [countText(recentSales)])}</th>
              <th scope="col">{t('pnl.tierListings', forecast.listings, [countText(forecast.listings)])}</th>
            </tr>
          </thead>
          <tbody>
            {tiers.map((tier) => (
              <Tier key={tier.minimumRating} tier={tier} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['note']}>{t('pnl.tiersNote')}</p>
    </Section>
  );
}

function Tier({ tier }: { readonly tier: TierEffect }) {
  const estimate = t('lines.estimate');
  const source = t('lines.feeSource');
  return (
    <tr data-current={tier.isCurrent || undefined}>
      <th scope="row">
        {t('pnl.ratingFrom', [countText(tier.minimumRating)])}
        <div className={styles['lineFacts']}>
          {t('pnl.tierTakes', [String(tier.commissionBasisPoints / 100)])}
          {tier.isCurrent ? ` · ${t('pnl.ratingNow')}` : null}
        </div>
      </th>
      <td>
        {tier.isCurrent ? (
          <MoneyFigure amount={tier.sales} explain={{ formula: t('lines.netFormula'), source }} estimate={estimate} />
        ) : (
          <ProfitFigure
            amount={tier.salesChange}
            explain={{ formula: t('pnl.tierFormula'), source }}
            estimate={estimate}
          />
        )}
      </td>
      <td>
        {tier.isCurrent ? (
          <MoneyFigure
            amount={tier.listings}
            explain={{ formula: t('lines.netFormula'), source }}
            estimate={estimate}
          />
        ) : (
          <ProfitFigure
            amount={tier.listingsChange}
            explain={{ formula: t('pnl.tierFormula'), source }}
            estimate={estimate}
          />
        )}
      </td>
    </tr>
  );
}
