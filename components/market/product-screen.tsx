import { Button } from '@mantine/core';
import { IconArrowLeft, IconColumns, IconSearch } from '@tabler/icons-react';
import { productPage, type ProductPage } from '@/lib/queries/product-page';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { comparedItem } from './compare-ids';
import { MarketControls } from './market-controls';
import { lookOf } from './market-view';
import styles from './market.module.css';
import { ProductActions } from './product-actions';
import { ProductFacts } from './product-facts';
import { Notes, RefreshButton } from './reading';
import { SizeColumns } from './size-columns';
import { useMarketView } from './use-market-view';
import { useRefresh, type Refresh } from './use-refresh';

/** One product: what it is, every size with its market and the own stock, and how the chosen size got there. */
export function ProductScreen({ catalogId }: { readonly catalogId: string }) {
  const { route, change } = useRoute();
  const [view, setView] = useMarketView();
  const valuation = useValuation();
  const own = valuation?.regionId ?? null;
  const look = lookOf(view, own);
  const lookKey = JSON.stringify(look);
  const live = useLive(
    async (books) => (valuation === null ? undefined : productPage(books, catalogId, valuation, look)),
    [catalogId, valuation, lookKey],
  );
  const page = live.value ?? null;
  const chosen = page === null ? null : chosenSize(page, route.view);
  // Until the answer is that of the present question, nobody knows how old these prices are.
  const isAnswered = live.state === 'ready' && (page === null || JSON.stringify(page.look) === lookKey);
  const isOwn = look.consigned === null && look.regionId === own;
  const refresh = useRefresh({
    subjects: isAnswered && live.value !== undefined ? [{ catalogId, readAt: page?.pricesReadAt ?? null }] : undefined,
    usSize: chosen,
    basis: isOwn ? null : { consigned: look.consigned, regionId: look.regionId },
  });
  return (
    <Screen
      title={t('nav.market')}
      aside={
        <a className={styles['back']} href={routeHref({ screen: 'market' })}>
          <IconArrowLeft size={14} aria-hidden="true" /> {t('market.all')}
        </a>
      }
      action={page === null ? null : <RefreshButton refresh={refresh} />}
    >
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state !== 'failed' && live.value === undefined ? <SkeletonRows count={10} height={36} /> : null}
      {live.state === 'loading' && live.value === null ? <SkeletonRows count={10} height={36} /> : null}
      {live.state === 'ready' && live.value === null ? <Missing refresh={refresh} /> : null}
      {page === null ? null : (
        <div className={styles['page']}>
          <Notes refresh={refresh} />
          <ProductFacts
            page={page}
            actions={
              <>
                <ProductActions page={page} usSize={chosen} />
                <Button
                  component="a"
                  variant="default"
                  leftSection={<IconColumns size={16} />}
                  href={routeHref({ screen: 'market', view: 'compare', item: comparedItem([catalogId]) })}
                >
                  {t('market.compare')}
                </Button>
              </>
            }
          />
          <MarketControls view={view} onChange={setView} regions={page.regions} own={own} />
          <SizeColumns
            page={page}
            chosen={chosen}
            onChoose={(usSize) => change({ view: String(usSize) }, 'quiet')}
            view={view}
            onView={setView}
            refresh={refresh}
          />
        </div>
      )}
    </Screen>
  );
}

/** The size of the address; else one the seller has, watches, or can see an ask of. */
function chosenSize({ sizes }: ProductPage, view: string | null): number | null {
  const named = sizes.find(({ size }) => String(size.usValue) === view);
  const likely =
    sizes.find(({ pairs, listings }) => pairs.length + listings.length > 0) ??
    sizes.find(({ watched }) => watched !== null) ??
    sizes.find(({ size, price }) => price?.lowestAsk && size.usValue === 10) ??
    sizes.find(({ price }) => price?.lowestAsk) ??
    sizes[0];
  return (named ?? likely)?.size.usValue ?? null;
}

/** A product that is in no book yet: alias may know it. */
function Missing({ refresh: { busy, problem, connected, refresh } }: { readonly refresh: Refresh }) {
  if (busy) return <SkeletonRows count={10} height={36} />;
  if (problem !== null) return <ErrorState title={t('market.missing')} text={problem} onRetry={refresh} />;
  return (
    <EmptyState
      icon={IconSearch}
      title={t('market.missing')}
      text={connected === false ? t('market.missingOffline') : t('market.missingText')}
      action={
        <Button component="a" variant="default" href={routeHref({ screen: 'market' })}>
          {t('market.all')}
        </Button>
      }
    />
  );
}
