import { Button } from '@mantine/core';
import { IconChartLine, IconEye, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Product } from '@/lib/domain/catalog/product';
import { subtract } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import { siteName, type SiteId } from '@/lib/domain/sites/site';
import { findAllowedSize } from '@/lib/domain/sizes/allowed-sizes';
import type { PageView } from '@/lib/messaging/page-view';
import type { PageSizeLook } from '@/lib/queries/page-look-up';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import styles from './page.module.css';

interface ActionsProps {
  readonly site: SiteId;
  readonly view: PageView;
  readonly product: Product;
  /** null: none chosen, and nothing to add. */
  readonly size: PageSizeLook | null;
}

/** Add to inventory as bought here and now, watch, look at its market. */
export function PageActions({ site, view, product, size }: ActionsProps) {
  const [busy, setBusy] = useState(false);
  const run = (task: () => Promise<void>) => {
    setBusy(true);
    void task().finally(() => setBusy(false));
  };
  return (
    <div className={styles['actions']}>
      <Button
        leftSection={<IconPlus size={16} />}
        disabled={busy || size === null || size.usSize === null}
        onClick={() => run(() => add({ site, view, product, size }))}
      >
        {t('market.addToInventory')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconEye size={16} />}
        disabled={busy}
        onClick={() => run(() => watch(product.catalogId, size?.usSize ?? null))}
      >
        {t('card.watch')}
      </Button>
      <Button
        component="a"
        variant="default"
        leftSection={<IconChartLine size={16} />}
        href={routeHref({ screen: 'market', product: product.catalogId })}
      >
        {t('thisPage.market')}
      </Button>
    </div>
  );
}

async function add({ site, view, product, size }: ActionsProps): Promise<void> {
  const allowed = size?.usSize == null ? null : findAllowedSize(product, { value: size.usSize, system: 'US' });
  if (size === null || allowed === null) return;
  const asked = await ask('pairs/add', {
    drafts: [
      {
        quantity: 1,
        catalogId: product.catalogId,
        styleCode: product.styleCode,
        name: product.name,
        brand: product.brand,
        size: { value: allowed.value, system: product.sizeSystem },
        condition: CONDITIONS[view.condition],
        packaging: 'good',
        cost: size.pagePrice,
        otherCosts: addedTo(size),
        boughtAt: Date.now(),
        supplier: siteName(site),
        boughtUrl: view.url === '' ? null : view.url,
        tags: [],
        note: '',
        location: null,
        photo: null,
      },
    ],
  });
  if (!asked.ok) return toastProblem(asked.message);
  if (asked.value.ok) offerUndo(size.pagePrice === null ? t('card.addedNoCost') : t('card.added'), asked.value.undoId);
}

/** What a page does not say of a pair is new, as on its card. */
const CONDITIONS = { new: 'new', unknown: 'new', used: 'used', new_defects: 'new-with-defects' } as const;

/** What the site is known to add to its price; null when nothing is. */
function addedTo({ deal: { landed } }: PageSizeLook): Money | null {
  const extra = landed === null ? null : subtract(landed.total, landed.price);
  return extra === null || extra.minor <= 0 ? null : extra;
}

async function watch(catalogId: string, usSize: number | null): Promise<void> {
  const asked = await ask('watch/add', { catalogId, usSize, targetPrice: null });
  if (!asked.ok) return toastProblem(asked.message);
  if (asked.value.ok) offerUndo(asked.value.already ? t('card.watchedAlready') : t('card.watched'), asked.value.undoId);
}
