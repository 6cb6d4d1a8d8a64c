import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import { isCurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import { siteName, type SiteId } from '@/lib/domain/sites/site';
import { instant } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import type { PageView } from '@/lib/messaging/page-view';
import type { KnownPage } from '@/lib/queries/page-look-up';
import { releaseOfPage } from '@/lib/queries/release-of-page';
import { ask } from '../bridge/ask';
import { localOffset } from '../bridge/local-time';
import { offerUndo } from '../bridge/offer-undo';
import { useLive } from '../bridge/use-live';
import { calendarDayText, moneyText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { useNow } from '../ui/use-now';
import styles from './page.module.css';

interface ReleaseProps {
  readonly site: SiteId;
  readonly view: PageView;
  /** null: not in the books. */
  readonly product: KnownPage['product'] | null;
}

/** The page's own product comes out today or later: on the calendar, or to be put there. */
export function PageRelease({ site, view, product }: ReleaseProps) {
  const today = localDate(instant(useNow(60_000)), localOffset);
  const { release } = view;
  const name = view.title ?? product?.name ?? '';
  const styleCode = parseStyleCode(view.styleCode?.code ?? '');
  const date = release?.date ?? null;
  const kept = useLive(
    async (books) => (date === null ? null : releaseOfPage(books, { styleCode, name, date })),
    [styleCode, name, date],
  );
  const [busy, setBusy] = useState(false);
  if (release === null || release.date < today || name === '' || kept.state === 'loading') return null;
  const retail = retailOf(release);
  const add = async () => {
    setBusy(true);
    const asked = await ask('releases/save', {
      id: null,
      release: {
        catalogId: product?.catalogId ?? null,
        styleCode,
        name,
        brand: view.brand ?? product?.brand ?? '',
        date: release.date,
        at: null,
        retailPrice: retail,
        url: view.url === '' ? null : view.url,
        note: siteName(site),
        remind: true,
      },
    });
    setBusy(false);
    if (!asked.ok) return toastProblem(asked.message);
    if (asked.value.ok) offerUndo(t('releases.saved', [name]), asked.value.undoId);
  };
  const day = calendarDayText(release.date);
  return (
    <div className={styles['release']}>
      <span>{retail === null ? t('card.release', [day]) : t('card.releaseRetail', [day, moneyText(retail)])}</span>
      {kept.value === null ? (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconCalendarPlus size={14} aria-hidden="true" />}
          disabled={busy}
          onClick={() => void add()}
        >
          {t('card.addRelease')}
        </Button>
      ) : (
        <a href={routeHref({ screen: 'releases', item: kept.value })}>{t('card.released')}</a>
      )}
    </div>
  );
}

/** A `$` that may be any dollar is no retail price. */
function retailOf({ retailPrice }: NonNullable<PageView['release']>): Money | null {
  const currency = retailPrice?.currency ?? '';
  return retailPrice === null || !isCurrencyCode(currency) ? null : money(retailPrice.minor, currency);
}
