import type { StockWorth } from '@/lib/domain/pnl/stock-worth';
import { countText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { Stat, StatRow } from '../ui/stat';
import { t } from '../ui/text';

/** What the stock is worth today on four bases, each with how many pairs it counts. */
export function WorthBases({ worth }: { readonly worth: StockWorth }) {
  const { pairs, withoutCost, valuedAtAsk, valuedAtOffer, belowCost } = worth;
  const costed = pairs - withoutCost;
  const of = (count: number): readonly (readonly [string, string])[] => [
    [t('totals.counted'), t('pnl.ofPairs', [countText(count), countText(pairs)])],
  ];
  const estimate = t('lines.estimate');
  return (
    <StatRow>
      <Stat label={t('pnl.atCost')} size="lg">
        <MoneyFigure
          cents="glance"
          amount={costed === 0 ? null : worth.atCost}
          unknown={t('missing.cost')}
          explain={{ formula: t('pnl.atCostFormula'), inputs: of(costed) }}
        />
      </Stat>
      <Stat label={t('pnl.atAskNet')} size="lg">
        <MoneyFigure
          amount={valuedAtAsk === 0 ? null : worth.atAskNet}
          unknown={t('pnl.missingPrice')}
          explain={{ formula: t('pnl.basisAsk'), inputs: of(valuedAtAsk), source: t('selling.source') }}
          estimate={estimate}
        />
      </Stat>
      <Stat label={t('pnl.atOfferNet')} size="lg">
        <MoneyFigure
          amount={valuedAtOffer === 0 ? null : worth.atOfferNet}
          unknown={t('pnl.missingPrice')}
          explain={{ formula: t('pnl.basisOffer'), inputs: of(valuedAtOffer), source: t('selling.source') }}
          estimate={estimate}
        />
      </Stat>
      <Stat label={t('pnl.lower')} size="lg">
        <MoneyFigure
          amount={costed === 0 ? null : worth.lowerOfCostAndNet}
          unknown={t('missing.cost')}
          explain={{
            formula: t('pnl.lowerFormula'),
            inputs: [...of(costed), [t('pnl.belowCost'), countText(belowCost)]],
          }}
          estimate={estimate}
        />
      </Stat>
    </StatRow>
  );
}
