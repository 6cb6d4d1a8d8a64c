import type { PairStory } from '@/lib/queries/pair-story';
import { CostField } from '../bridge/cost-field';
import { pairStatusText } from '../bridge/words';
import { dateText, humanised } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { t } from '../ui/text';
import { FactList } from './fact-list';

export function Facts({ story: { pair, product } }: { readonly story: PairStory }) {
  return (
    <FactList
      title={t('pair.facts')}
      facts={[
        [t('column.status'), pairStatusText(pair.status)],
        [t('column.cost'), <CostField key="cost" pair={pair} />],
        ...(pair.otherCosts === null
          ? []
          : [[t('lines.otherCosts'), <MoneyFigure key="others" amount={pair.otherCosts} />] as const]),
        [
          t('column.bought'),
          pair.boughtAt === null ? (
            <Unknown key="bought" why={t('inventory.boughtUnknown')} />
          ) : (
            dateText(pair.boughtAt)
          ),
        ],
        ...(pair.supplier === null ? [] : [[t('pair.supplier'), pair.supplier] as const]),
        [t('pair.box'), humanised(pair.packaging)],
        [t('pair.brand'), pair.brand],
        ...(product?.retailPrice
          ? [[t('pair.retail'), <MoneyFigure key="retail" amount={product.retailPrice} />] as const]
          : []),
      ]}
    />
  );
}
