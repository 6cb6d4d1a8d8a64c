import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Product } from '@/lib/domain/catalog/product';
import { marketStart } from '@/lib/queries/market-start';
import { CatalogSearch } from '../bridge/catalog-search';
import { useLive } from '../bridge/use-live';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { Screen, Section } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import styles from './market.module.css';
import { ProductScreen } from './product-screen';

/** The market of any shoe: found here, shown in full once one is chosen. */
export function MarketScreen() {
  const { route } = useRoute();
  return route.product === null ? <Finder /> : <ProductScreen key={route.product} catalogId={route.product} />;
}

function Finder() {
  const { route, go, change } = useRoute();
  const [text, setText] = useState(route.query);
  const onText = (next: string) => {
    setText(next);
    change({ query: next }, 'quiet');
  };
  return (
    <Screen title={t('nav.market')}>
      <div className={styles['finder']}>
        <CatalogSearch
          label={t('market.find')}
          initial={route.query}
          onText={onText}
          onPick={({ catalogId }) => go({ screen: 'market', product: catalogId })}
          autoFocus
        />
      </div>
      {text.trim() === '' ? <Start /> : null}
    </Screen>
  );
}

/** Before anything is typed: what the seller offers or watches. */
function Start() {
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
            <ProductLink product={product} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ProductLink({ product }: { readonly product: Product }) {
  return (
    <a className={styles['product']} href={routeHref({ screen: 'market', product: product.catalogId })}>
      <PairPicture url={product.pictureUrl} size={36} />
      <span className={styles['productText']}>
        <span className="archvd-clip archvd-strong">{product.name}</span>
        <span className={`archvd-clip ${styles['quiet']}`}>{product.styleCode ?? product.rawSku}</span>
      </span>
    </a>
  );
}
