import { releaseById } from '@/lib/queries/releases';
import { useLive } from '../bridge/use-live';
import { moneyText } from '../ui/format';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { AddForm } from './add-form';

/** Pairs of a release that came out: bought at retail on its day, and to be listed once they are added. */
export function ReleaseForm({ onClose }: { readonly onClose: () => void }) {
  const { route } = useRoute();
  const { item } = route;
  const live = useLive(async (books) => (item === null ? null : releaseById(books, item)), [item]);
  if (live.state === 'loading') return <SkeletonRows count={4} />;
  const found = live.value;
  if (found === null) return <ErrorState title={t('releases.gone')} text={t('releases.goneText')} />;
  const { release, product } = found;
  const retail = release.retailPrice ?? product?.retailPrice ?? null;
  const initial = {
    product,
    byHand: product === null,
    name: release.name,
    brand: release.brand,
    code: release.styleCode ?? '',
    cost: retail === null ? '' : moneyText(retail),
    bought: release.date,
    thenList: product !== null,
  };
  return <AddForm initial={initial} currency={retail?.currency} onClose={onClose} />;
}
