import { Button, Modal } from '@mantine/core';
import { IconEye, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProductPage } from '@/lib/queries/product-page';
import { WatchForm } from '../bridge/watch-form';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';

/** What can be done with a product: watch it, or write down a pair of it. */
export function ProductActions({ page, usSize }: { readonly page: ProductPage; readonly usSize: number | null }) {
  const [watching, setWatching] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconEye size={16} />} onClick={() => setWatching(true)}>
        {t('watch.watch')}
      </Button>
      <Button
        component="a"
        variant="default"
        leftSection={<IconPlus size={16} />}
        href={routeHref({ screen: 'inventory', add: '1', product: page.product.catalogId })}
      >
        {t('market.addToInventory')}
      </Button>
      <Modal
        opened={watching}
        onClose={() => setWatching(false)}
        title={t('watch.add')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <WatchForm
          product={page.product}
          usSize={usSize}
          currency={currencyOf(page)}
          onDone={() => setWatching(false)}
        />
      </Modal>
    </>
  );
}

function currencyOf({ sizes, product }: ProductPage) {
  const ask = sizes.find(({ price }) => price?.lowestAsk)?.price?.lowestAsk;
  return ask?.currency ?? product.retailPrice?.currency ?? 'USD';
}
