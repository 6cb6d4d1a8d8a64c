import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconGavel, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { isLive } from '@/lib/domain/listings/listing-state';
import type { ListingRow } from '@/lib/queries/list-listings';
import { DeleteListings } from '../bridge/delete-listings';
import { command } from '../bridge/listing-commands';
import { OfferDialog } from '../bridge/offer-dialog';
import { putOnSale } from '../bridge/put-on-sale';
import { t } from '../ui/text';

/** What can be done to one listing; its price is changed where it stands. */
export function ListingActions({ row }: { readonly row: ListingRow }) {
  const [dialog, setDialog] = useState<'offer' | 'delete' | null>(null);
  const { listing } = row;
  const live = isLive(listing);
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-end" width={240} withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
            data-testid="listing-actions"
          >
            {t('pair.listing')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {live ? (
            <Menu.Item
              leftSection={<IconPlayerPause size={14} />}
              onClick={() => void command('listings/deactivate', { listingIds: [listing.id] })}
            >
              {t('listing.deactivate')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconPlayerPlay size={14} />} onClick={() => void putOnSale([listing.id])}>
              {t('listing.activate')}
            </Menu.Item>
          )}
          {live ? (
            <Menu.Item leftSection={<IconGavel size={14} />} onClick={() => setDialog('offer')}>
              {t('listing.intoOffer')}
            </Menu.Item>
          ) : null}
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => setDialog('delete')}>
            {t('listing.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'offer' ? <OfferDialog row={row} onClose={close} /> : null}
      <DeleteListings listingIds={[listing.id]} opened={dialog === 'delete'} onClose={close} />
    </>
  );
}
