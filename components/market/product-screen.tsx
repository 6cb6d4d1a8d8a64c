import { Button, Modal } from '@mantine/core';
import { IconArrowLeft, IconEye, IconPlugConnectedX, IconPlus, IconRefresh, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { productPage, type ProductPage } from '@/lib/queries/product-page';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { WatchForm } from '../bridge/watch-form';
import { Age } from '../ui/age-text';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { Banner, EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import styles from './market.module.css';
import { ProductFacts } from './product-facts';
import { SizeHistorySection } from './size-history-section';
import { SizeMatrix } from './size-matrix';
import { useRefresh, type Refresh } from './use-refresh';

const USE_BY_MS = 15 * MINUTE_MS;

/** One product: what it is, every size with its market and the own stock, and how the chosen size got there. */
export function ProductScreen({ catalogId }: { readonly catalogId: string }) {
  const { route, change } = useRoute();
  const valuation = useValuation();
  const live = useLive(
    async (books) => (valuation === null ? undefined : productPage(books, catalogId, valuation)),
    [catalogId, valuation],
  );
  const page = live.value ?? null;
  const chosen = page === null ? null : chosenSize(page, route.view);
  const refresh = useRefresh({
    catalogId,
    usSize: chosen,
    readAt: live.state === 'ready' && live.value !== undefined ? (page?.pricesReadAt ?? null) : undefined,
  });
  const [watching, setWatching] = useState(false);
  const choose = (usSize: number) => change({ view: String(usSize) }, 'quiet');
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
                <Button variant="default" leftSection={<IconEye size={16} />} onClick={() => setWatching(true)}>
                  {t('watch.watch')}
                </Button>
                <Button
                  component="a"
                  variant="default"
                  leftSection={<IconPlus size={16} />}
                  href={routeHref({ screen: 'inventory', add: '1', product: catalogId })}
                >
                  {t('market.addToInventory')}
                </Button>
              </>
            }
          />
          <div className={styles['columns']}>
            <SizeMatrix
              page={page}
              chosen={chosen}
              onChoose={choose}
              reading={<Reading page={page} busy={refresh.busy} />}
            />
            {chosen === null ? null : <SizeHistorySection key={chosen} page={page} usSize={chosen} refresh={refresh} />}
          </div>
          <Modal
            opened={watching}
            onClose={() => setWatching(false)}
            title={t('watch.add')}
            closeButtonProps={{ 'aria-label': t('action.close') }}
          >
            <WatchForm
              product={page.product}
              usSize={chosen}
              currency={currencyOf(page)}
              onDone={() => setWatching(false)}
            />
          </Modal>
        </div>
      )}
    </Screen>
  );
}

function currencyOf({ sizes, product }: ProductPage) {
  const ask = sizes.find(({ price }) => price?.lowestAsk)?.price?.lowestAsk;
  return ask?.currency ?? product.retailPrice?.currency ?? 'USD';
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

function RefreshButton({ refresh: { refresh, busy, connected } }: { readonly refresh: Refresh }) {
  return (
    <Button
      leftSection={<IconRefresh size={16} />}
      onClick={refresh}
      loading={busy}
      disabled={connected !== true}
      title={connected === false ? t('market.notConnected') : undefined}
    >
      {t('market.refresh')}
    </Button>
  );
}

/** How old the prices are. */
function Reading({ page: { pricesReadAt }, busy }: { readonly page: ProductPage; readonly busy: boolean }) {
  return (
    <span className={styles['reading']} role="status">
      {busy ? t('market.reading') : pricesReadAt === null ? t('market.neverRead') : t('market.read')}{' '}
      {busy || pricesReadAt === null ? null : <Age at={pricesReadAt} useByMs={USE_BY_MS} />}
    </span>
  );
}

function Notes({ refresh: { connected, problem } }: { readonly refresh: Refresh }) {
  return (
    <>
      {connected === false ? (
        <Banner tone="quiet" icon={IconPlugConnectedX}>
          {t('market.notConnected')}
        </Banner>
      ) : null}
      {problem === null ? null : (
        <Banner tone="needs-you" icon={IconRefresh}>
          {t('market.refreshFailed', [problem])}
        </Banner>
      )}
    </>
  );
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
