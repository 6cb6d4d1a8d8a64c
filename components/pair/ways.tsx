import type { ValuationBasis } from '@/lib/domain/pnl/unrealised';
import type { Estimate } from '@/lib/queries/valuation';
import type { PairStory } from '@/lib/queries/pair-story';
import type { Money } from '@/lib/domain/money/money';
import { explainNet, explainProfit, missingProps } from '../bridge/estimate-words';
import { MoneyFigure, ProfitFigure } from '../ui/money';
import { t } from '../ui/text';
import styles from './pair.module.css';

const NAMES: Record<ValuationBasis, () => string> = {
  'lowest-ask-minus-1': () => t('pair.wayAsk'),
  'highest-offer': () => t('pair.wayOffer'),
  'last-sale': () => t('pair.wayLast'),
};

/** What a sale would bring now, one way after the other, after fees and after what the pair cost. */
export function Ways({ story }: { readonly story: PairStory }) {
  const { ways, atOwnAsk, listing } = story;
  const own =
    atOwnAsk === null || listing === null ? [] : [{ name: t('pair.wayOwn'), price: listing.price, estimate: atOwnAsk }];
  const rows = [...own, ...ways.map((way) => ({ ...way, name: NAMES[way.basis]() }))];
  return (
    <section className={styles['section']}>
      <h3>{t('pair.ways')}</h3>
      <table className={styles['ways']}>
        <thead>
          <tr>
            <th scope="col">{t('pair.way')}</th>
            <th scope="col">{t('column.price')}</th>
            <th scope="col">{t('column.net')}</th>
            <th scope="col">{t('column.profit')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Way key={row.name} {...row} story={story} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface WayProps {
  readonly name: string;
  readonly price: Money | null;
  readonly estimate: Estimate | null;
  readonly story: PairStory;
}

function Way({ name, price, estimate, story: { pair, market } }: WayProps) {
  const missing =
    estimate === null
      ? { unknown: market.readAt === null ? t('selling.neverRead') : t('selling.none') }
      : missingProps(estimate.missing);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <MoneyFigure amount={price} {...missing} />
      </td>
      <td>
        <MoneyFigure
          amount={estimate?.net ?? null}
          {...missing}
          {...(estimate === null ? {} : { explain: explainNet(estimate) })}
          estimate={t('lines.estimate')}
        />
      </td>
      <td>
        <ProfitFigure
          amount={estimate?.profit ?? null}
          {...missing}
          {...(estimate === null ? {} : { explain: explainProfit(estimate, pair.cost, pair.otherCosts) })}
          estimate={t('lines.estimate')}
        />
      </td>
    </tr>
  );
}
