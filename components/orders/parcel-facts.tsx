import { ActionIcon, Anchor, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { paperPlace } from '@/lib/domain/orders/paper-place';
import { trackingLink } from '@/lib/domain/orders/tracking-link';
import type { Order } from '@/lib/domain/orders/order';
import { fetchPaper } from '@/lib/files/fetch-paper';
import { useBridge } from '../bridge/bridge';
import { downloadFile } from '../bridge/download-file';
import { FactLines, type FactLine } from '../ui/fact-lines';
import { exactTimeText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { courierText, labelTypeText } from './order-words';
import styles from './orders.module.css';
import { MARKET_ORIGIN } from './use-labels';

/** The parcel: its label, where it is followed, and the papers it needs at a border. */
export function ParcelFacts({ order }: { readonly order: Order }) {
  const { label, customs } = order;
  const lines: FactLine[] = [];
  if (label !== null) {
    lines.push([t('orders.labelKind'), labelTypeText(label.type)]);
    if (order.labelGeneratedAt !== null) lines.push([t('orders.labelMade'), exactTimeText(order.labelGeneratedAt)]);
    if (label.courier !== null) lines.push([t('orders.courier'), courierText(label.courier)]);
    if (label.trackingNumber !== null)
      lines.push([
        t('orders.tracking'),
        <Tracking key="tracking" courier={label.courier} number={label.trackingNumber} />,
      ]);
  }
  if (customs !== null) {
    lines.push([t('orders.declared'), <MoneyFigure key="declared" amount={customs.declaredValue} />]);
    if (customs.invoiceUrl !== null)
      lines.push([t('orders.invoice'), <Invoice key="invoice" url={customs.invoiceUrl} name={order.orderNumber} />]);
  }
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={styles['heading']}>{t('orders.parcel')}</h3>
      <FactLines lines={lines} />
    </section>
  );
}

/** A link where the courier is known; the number to copy in any case. */
function Tracking({ courier, number }: { readonly courier: string | null; readonly number: string }) {
  const link = trackingLink(courier, number);
  return (
    <span className={styles['parcel']}>
      {link === null ? (
        <span className="archvd-figure">{number}</span>
      ) : (
        <Anchor href={link} target="_blank" rel="noreferrer noopener">
          {number}
        </Anchor>
      )}
      <CopyButton value={number}>
        {({ copied, copy }) => (
          <ActionIcon size="sm" aria-label={copied ? t('orders.copied') : t('orders.copy')} onClick={copy}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  );
}

function Invoice({ url, name }: { readonly url: string; readonly name: string }) {
  const { requestHosts } = useBridge();
  const place = paperPlace(url, MARKET_ORIGIN);
  if (place.kind === 'none') return <span className="archvd-quiet">{t('labels.none')}</span>;
  if (place.kind === 'tab')
    return (
      <Anchor href={url} target="_blank" rel="noreferrer noopener">
        {t('labels.open')} <IconExternalLink size={13} stroke={1.6} aria-hidden="true" />
      </Anchor>
    );
  const get = async () => {
    const pattern = place.kind === 'fetch' ? place.pattern : null;
    if (pattern !== null && !((await requestHosts?.([pattern])) ?? false)) return;
    const fetched = await fetchPaper(url, AbortSignal.timeout(30_000));
    if (!fetched.ok) return toastProblem(t(fetched.why === 'no-pdf' ? 'labels.noPdf' : 'labels.failed'));
    downloadFile(`invoice-${name}.pdf`, 'application/pdf', new Uint8Array(fetched.bytes));
  };
  return (
    <Anchor component="button" type="button" onClick={() => void get()} data-testid="customs-invoice">
      {t('orders.getInvoice')}
    </Anchor>
  );
}
