import { NativeSelect } from '@mantine/core';
import { IconArrowLeft, IconColumns } from '@tabler/icons-react';
import { compareProducts, type ComparedProduct } from '@/lib/queries/compare-products';
import type { ProductPage } from '@/lib/queries/product-page';
import { CatalogSearch } from '../bridge/catalog-search';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { RemovableChip } from '../ui/removable-chip';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { CompareChart } from './compare-chart';
import { comparedIds, comparedItem, MOST_COMPARED, withTicked } from './compare-ids';
import { comparedSizes, likelySize } from './compare-rows';
import { CompareSizes } from './compare-sizes';
import { CompareTable } from './compare-table';
import { MarketControls } from './market-controls';
import { lookOf } from './market-view';
import compareStyles from './compare.module.css';
import styles from './market.module.css';
import { Notes, Reading, RefreshButton } from './reading';
import { useMarketView } from './use-market-view';
import { useRefresh } from './use-refresh';

/** Up to four products side by side. */
export function CompareScreen() {
  const { route, change } = useRoute();
  const [view, setView] = useMarketView();
  const ids = comparedIds(route.item);
  const valuation = useValuation();
  const own = valuation?.regionId ?? null;
  const look = lookOf(view, own);
  const question = JSON.stringify([ids, look]);
  const live = useLive(
    async (books) =>
      valuation === null ? null : { question, products: await compareProducts(books, ids, valuation, look) },
    [valuation, question],
  );
  const products = live.value?.products ?? null;
  const pages = pagesOf(products ?? []);
  const size = likelySize(pages, view.size);
  const isOwn = look.consigned === null && look.regionId === own;
  const refresh = useRefresh({
    subjects:
      live.value?.question === question
        ? live.value.products.map(({ catalogId, page }) => ({ catalogId, readAt: page?.pricesReadAt ?? null }))
        : undefined,
    usSize: size,
    basis: isOwn ? null : { consigned: look.consigned, regionId: look.regionId },
  });
  const set = (next: readonly string[]) => change({ item: comparedItem(next) }, 'quiet');
  return (
    <Screen
      title={t('market.compareTitle')}
      aside={
        <a className={styles['back']} href={routeHref({ screen: 'market', item: route.item, view: 'pick' })}>
          <IconArrowLeft size={14} aria-hidden="true" /> {t('market.all')}
        </a>
      }
      action={pages.length === 0 ? null : <RefreshButton refresh={refresh} />}
    >
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state !== 'failed' && products === null ? <SkeletonRows count={8} height={36} /> : null}
      {products === null ? null : (
        <div className={styles['page']}>
          {ids.length === 0 ? null : <Notes refresh={refresh} />}
          {ids.length < MOST_COMPARED ? (
            <div className={styles['finder']}>
              <CatalogSearch
                key={ids.length}
                label={t('market.addToCompare')}
                onPick={({ catalogId }) => (ids.includes(catalogId) ? undefined : set(withTicked(ids, catalogId)))}
                isTicked={(catalogId) => ids.includes(catalogId)}
              />
            </div>
          ) : null}
          {ids.length === 0 ? (
            <EmptyState icon={IconColumns} title={t('market.compareEmpty')} text={t('market.compareEmptyText')} />
          ) : null}
          <Unknowns products={products} onRemove={(id) => set(withTicked(ids, id))} busy={refresh.busy} />
          {pages.length === 0 ? null : (
            <>
              <div className={compareStyles['compareTools']}>
                <SizeChoice pages={pages} size={size} onSize={(next) => setView({ size: next })} />
                <MarketControls view={view} onChange={setView} regions={regionsOf(pages)} own={own} />
              </div>
              <CompareTable
                pages={pages}
                size={size}
                onRemove={(id) => set(withTicked(ids, id))}
                reading={<Reading readAt={oldestReading(pages)} refresh={refresh} />}
              />
              {size === null ? null : (
                <CompareChart
                  pages={pages}
                  usSize={size}
                  look={look}
                  range={view.range}
                  onRange={(range) => setView({ range })}
                />
              )}
              <CompareSizes pages={pages} size={size} onSize={(next) => setView({ size: next })} />
            </>
          )}
        </div>
      )}
    </Screen>
  );
}

function pagesOf(products: readonly ComparedProduct[]): readonly ProductPage[] {
  return products.flatMap(({ page }) => page ?? []);
}

function regionsOf(pages: readonly ProductPage[]): readonly (string | null)[] {
  return [...new Set(pages.flatMap(({ regions }) => regions))];
}

/** What is shown is as old as its oldest part; null while one was never read. */
function oldestReading(pages: readonly ProductPage[]): number | null {
  const readings = pages.flatMap(({ pricesReadAt }) => pricesReadAt ?? []);
  return readings.length < pages.length ? null : Math.min(...readings);
}

interface SizeChoiceProps {
  readonly pages: readonly ProductPage[];
  readonly size: number | null;
  readonly onSize: (usSize: number) => void;
}

function SizeChoice({ pages, size, onSize }: SizeChoiceProps) {
  return (
    <NativeSelect
      size="xs"
      label={t('column.size')}
      value={String(size ?? '')}
      data={comparedSizes(pages).map((each) => ({ value: String(each), label: `US ${each}` }))}
      onChange={(event) => onSize(Number(event.currentTarget.value))}
    />
  );
}

interface UnknownsProps {
  readonly products: readonly ComparedProduct[];
  readonly busy: boolean;
  readonly onRemove: (catalogId: string) => void;
}

/** Ids of the address that are in no book: alias is asked for them; until then they can be taken away. */
function Unknowns({ products, busy, onRemove }: UnknownsProps) {
  const unknown = products.filter(({ page }) => page === null);
  if (unknown.length === 0) return null;
  return (
    <div className={compareStyles['tray']}>
      <span className={styles['quiet']}>{busy ? t('market.reading') : t('market.compareUnknown')}</span>
      {unknown.map(({ catalogId }) => (
        <RemovableChip key={catalogId} label={t('market.removeFrom', [catalogId])} onRemove={() => onRemove(catalogId)}>
          {catalogId}
        </RemovableChip>
      ))}
    </div>
  );
}
