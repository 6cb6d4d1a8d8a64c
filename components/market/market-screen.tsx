import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Product } from '@/lib/domain/catalog/product';
import { marketStart } from '@/lib/queries/market-start';
import { CatalogSearch } from '../bridge/catalog-search';
import { useLive } from '../bridge/use-live';
import { Chips } from '../ui/chips';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { Screen, Section } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { comparedIds, comparedItem, MOST_COMPARED, withTicked } from './compare-ids';
import { CompareScreen } from './compare-screen';
import { CompareTray } from './compare-tray';
import styles from './market.module.css';
import { ProductScreen } from './product-screen';

/** The market of any shoe: found here, shown in full once one is chosen, or held against others. */
export function MarketScreen() {
  const { route } = useRoute();
  if (route.product !== null) return <ProductScreen key={route.product} catalogId={route.product} />;
  return route.view === 'compare' ? <CompareScreen /> : <Finder />;
}

function Finder() {
  const { route, go, change } = useRoute();
  const [text, setText] = useState(route.query);
  const ticked = comparedIds(route.item);
  const ticking = route.view === 'pick' || ticked.length > 0;
  const onText = (next: string) => {
    setText(next);
    change({ query: next }, 'quiet');
  };
  const tick = (catalogId: string) =>
    change({ item: comparedItem(withTicked(ticked, catalogId)), view: 'pick' }, 'quiet');
  return (
    <Screen title={t('nav.market')}>
      <div className={styles['finder']}>
        <Chips
          label={t('market.pickMode')}
          value={ticking ? 'pick' : 'open'}
          onChange={(mode) => change({ view: mode === 'pick' ? 'pick' : null, item: null }, 'quiet')}
          choices={[
            { value: 'open', label: t('market.modeOpen') },
            { value: 'pick', label: t('market.modePick') },
          ]}
        />
        <CatalogSearch
          label={t('market.find')}
          initial={route.query}
          onText={onText}
          onPick={({ catalogId }) => (ticking ? tick(catalogId) : go({ screen: 'market', product: catalogId }))}
          {...(ticking ? { isTicked: (catalogId: string) => ticked.includes(catalogId) } : {})}
          autoFocus
        />
      </div>
      {ticking ? <CompareTray ids={ticked} onRemove={tick} /> : null}
      {text.trim() === '' ? <Start ticked={ticking ? ticked : null} onTick={tick} /> : null}
    </Screen>
  );
}

interface StartProps {
  /** Products ticked so far; null: a product is opened, not ticked. */
  readonly ticked: readonly string[] | null;
  readonly onTick: (catalogId: string) => void;
}

/** Before anything is typed: what the seller offers or watches. */
function Start({ ticked, onTick }: StartProps) {
  const live = useLive(marketStart, []);
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.state === 'loading') return <SkeletonRows />;
  if (live.value.length === 0)
    return <EmptyState icon={IconSearch} title={t('market.empty')} text={t('market.emptyText')} />;
  return (
    <Section title={t('market.yours')}>
      <ul className={styles['products']}>
        {live.value.map((product) => (
          <li key={product.catalogId}>
            {ticked === null ? (
              <a className={styles['product']} href={routeHref({ screen: 'market', product: product.catalogId })}>
                <ProductName product={product} />
              </a>
            ) : (
              <label className={styles['product']}>
                <input
                  type="checkbox"
                  checked={ticked.includes(product.catalogId)}
                  disabled={!ticked.includes(product.catalogId) && ticked.length >= MOST_COMPARED}
                  onChange={() => onTick(product.catalogId)}
                />
                <ProductName product={product} />
              </label>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ProductName({ product }: { readonly product: Product }) {
  return (
    <>
      <PairPicture url={product.pictureUrl} size={36} />
      <span className={styles['productText']}>
        <span className="archvd-clip archvd-strong">{product.name}</span>
        <span className={`archvd-clip ${styles['quiet']}`}>{product.styleCode ?? product.rawSku}</span>
      </span>
    </>
  );
}
