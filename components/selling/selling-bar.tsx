import { Button, Menu } from '@mantine/core';
import {
  IconArrowAutofitHeight,
  IconCoin,
  IconGavel,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { readListingRows, type ListingRequest } from '@/lib/queries/list-listings';
import type { Valuation } from '@/lib/queries/valuation';
import { BoundsDialog } from '../bridge/bounds-dialog';
import { useBridge } from '../bridge/bridge';
import { DeleteListings } from '../bridge/delete-listings';
import { command } from '../bridge/listing-commands';
import { OfferDialog } from '../bridge/offer-dialog';
import { putOnSale } from '../bridge/put-on-sale';
import { useLive } from '../bridge/use-live';
import { MarkedBar } from '../ui/marked-bar';
import { t } from '../ui/text';
import { PriceDialog } from './price-dialog';

export interface SellingBarProps {
  readonly ids: readonly string[];
  readonly hidden: number;
  readonly matching: number;
  readonly view: ListingRequest['show'];
  readonly valuation: Valuation;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

type Dialog = 'price' | 'delete' | 'offer' | 'bounds';

/** What can be done with the listings that are marked. */
export function SellingBar(props: SellingBarProps) {
  const { ids, view, valuation, onClear } = props;
  const { books } = useBridge();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [busy, setBusy] = useState(false);
  const sole = ids.length === 1 ? ids[0] : undefined;
  const none = ids.length === 0 || busy;
  const run = async (name: 'listings/activate' | 'listings/deactivate') => {
    setBusy(true);
    const answer = name === 'listings/activate' ? await putOnSale(ids) : await command(name, { listingIds: [...ids] });
    setBusy(false);
    if (answer !== null) onClear();
  };
  const onSwitch = () => void run(view === 'off' ? 'listings/activate' : 'listings/deactivate');
  const SwitchIcon = view === 'off' ? IconPlayerPlay : IconPlayerPause;
  const switchText = view === 'off' ? t('listing.activate') : t('listing.deactivate');
  return (
    <MarkedBar
      label={t('listing.marked')}
      count={ids.length}
      hidden={props.hidden}
      matching={props.matching}
      progress={null}
      onAll={props.onAll}
      onClear={onClear}
      buttons={
        <>
          <Button
            size="compact-sm"
            h={28}
            leftSection={<IconCoin size={14} stroke={1.8} />}
            disabled={none}
            onClick={() => setDialog('price')}
          >
            {t('listing.editPrice')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            h={28}
            leftSection={<SwitchIcon size={14} stroke={1.8} />}
            disabled={none}
            onClick={onSwitch}
          >
            {switchText}
          </Button>
        </>
      }
      menu={
        <>
          <Menu.Item leftSection={<IconCoin size={14} />} disabled={none} onClick={() => setDialog('price')}>
            {t('listing.editPrice')}
          </Menu.Item>
          <Menu.Item leftSection={<SwitchIcon size={14} />} disabled={none} onClick={onSwitch}>
            {switchText}
          </Menu.Item>
          {sole === undefined || view !== 'live' ? null : (
            <Menu.Item leftSection={<IconGavel size={14} />} onClick={() => setDialog('offer')}>
              {t('listing.intoOffer')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconArrowAutofitHeight size={14} />}
            disabled={none}
            onClick={() => setDialog('bounds')}
          >
            {t('bounds.open')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={14} />} disabled={none} onClick={() => setDialog('delete')}>
            {t('listing.delete')}
          </Menu.Item>
        </>
      }
    >
      {dialog === 'price' ? (
        <PriceDialog
          listingIds={ids}
          valuation={valuation}
          onClose={() => setDialog(null)}
          onSent={() => {
            setDialog(null);
            onClear();
          }}
        />
      ) : null}
      <DeleteListings
        listingIds={ids}
        opened={dialog === 'delete'}
        onClose={() => setDialog(null)}
        onDeleted={onClear}
      />
      <BoundsDialog
        count={ids.length}
        opened={dialog === 'bounds'}
        pairIds={async () => (await readListingRows(books, ids, valuation)).flatMap(({ pair }) => pair?.id ?? [])}
        onClose={() => setDialog(null)}
      />
      {dialog === 'offer' && sole !== undefined ? (
        <SoleOffer listingId={sole} valuation={valuation} onClose={() => setDialog(null)} />
      ) : null}
    </MarkedBar>
  );
}

interface SoleOfferProps {
  readonly listingId: string;
  readonly valuation: Valuation;
  readonly onClose: () => void;
}

function SoleOffer({ listingId, valuation, onClose }: SoleOfferProps) {
  const live = useLive(async (books) => readListingRows(books, [listingId], valuation), [listingId, valuation]);
  const row = live.value?.[0];
  return row === undefined ? null : <OfferDialog row={row} onClose={onClose} />;
}
