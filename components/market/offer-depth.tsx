import { Button } from '@mantine/core';
import { useState } from 'react';
import { isPlain, type MarketLook } from '@/lib/domain/market/market-look';
import { offerDepth, type DepthRow } from '@/lib/domain/market/offer-depth';
import type { SizeHistory } from '@/lib/queries/size-history';
import { Age } from '../ui/age-text';
import { BarChart } from '../ui/charts/bar-chart';
import { countText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './size.module.css';
import type { Refresh } from './use-refresh';

interface OfferDepthProps {
  readonly history: SizeHistory;
  readonly look: MarketLook;
  readonly refresh: Refresh;
}

/** Prices listed before the rest is unfolded. */
const SHOWN = 6;

/** How many buyers offer what for the size. */
export function OfferDepth({ history: { offers }, look, refresh }: OfferDepthProps) {
  const [all, setAll] = useState(false);
  if (offers === null) return <NotRead look={look} refresh={refresh} />;
  const rows = offerDepth(offers.bins);
  return (
    <div className={styles['part']}>
      <BarChart
        title={depthTitle(rows)}
        measure={t('market.offersAt')}
        layout="rows"
        bars={(all ? rows : rows.slice(0, SHOWN)).map(({ price, count, atOrAbove }) => ({
          id: String(price.minor),
          label: t('market.depthRow', [moneyText(price), countText(atOrAbove)]),
          value: count,
        }))}
        unit="count"
        empty={t('market.noOffer')}
      />
      <div className={styles['salesFoot']}>
        <span>
          {t('market.offersRead')} <Age at={offers.at} />
        </span>
        {rows.length > SHOWN ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? t('market.fewer') : t('market.allOffers', [String(rows.length)])}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** alias is asked for the offers on what most is sold as: new, in a good box, wherever it lies. */
function NotRead({ look, refresh }: Pick<OfferDepthProps, 'look' | 'refresh'>) {
  const canBeRead = isPlain(look, look.regionId);
  return (
    <div className={styles['noSales']}>
      <span>{canBeRead ? t('market.offersUnread') : t('market.offersPlainOnly')}</span>
      {canBeRead && refresh.connected === true ? (
        <Button variant="default" size="compact-sm" onClick={refresh.refresh} loading={refresh.busy}>
          {t('market.readSales')}
        </Button>
      ) : null}
    </div>
  );
}

function depthTitle(rows: readonly DepthRow[]): string {
  const [highest, last] = [rows[0], rows.at(-1)];
  if (highest === undefined || last === undefined) return t('market.depthNone');
  return t('market.depthTitle', last.atOrAbove, [
    countText(last.atOrAbove),
    countText(highest.count),
    moneyText(highest.price),
  ]);
}
