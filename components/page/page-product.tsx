import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { SiteId } from '@/lib/domain/sites/site';
import type { PageView } from '@/lib/messaging/page-view';
import type { KnownPage } from '@/lib/queries/page-look-up';
import { useSetting } from '../bridge/use-setting';
import { Age } from '../ui/age-text';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { PageActions } from './page-actions';
import { PageFigures } from './page-figures';
import { PageRelease } from './page-release';
import { isForeign, PageSize } from './page-size';
import { PageSizes } from './page-sizes';
import { foundText, noteTexts } from './page-words';
import styles from './page.module.css';
import { usePageLook, type Taken } from './use-page-look';

interface ProductProps {
  readonly site: SiteId;
  readonly view: PageView;
}

/** The page's product against the books: what it is, and what buying it here would bring. */
export function PageProduct({ site, view }: ProductProps) {
  const [catalogId, setCatalogId] = useState<string | null>(null);
  const [taken, setTaken] = useState<Taken>(null);
  const live = usePageLook(view.question, { catalogId, taken });
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  const found = live.value;
  if (found === null) return <SkeletonRows count={6} />;
  return (
    <div className={styles['page']}>
      <Identity view={view} found={found.kind === 'known' ? found : null} />
      {noteTexts(view).map((note) => (
        <p key={note} className={styles['note']}>
          {note}
        </p>
      ))}
      <PageRelease site={site} view={view} product={found.kind === 'known' ? found.product : null} />
      {found.kind === 'several' ? (
        <NativeSelect
          label={t('card.ambiguousTitle')}
          value={catalogId ?? ''}
          data={[
            { value: '', label: t('thisPage.choose') },
            ...found.products.map((each) => ({ value: each.catalogId, label: `${each.name} · ${each.catalogId}` })),
          ]}
          onChange={(event) => setCatalogId(event.currentTarget.value || null)}
        />
      ) : null}
      {found.kind === 'unknown' ? <Unknown code={view.styleCode?.code ?? ''} /> : null}
      {found.kind === 'known' ? <Known site={site} view={view} found={found} taken={taken} onTake={setTaken} /> : null}
    </div>
  );
}

function Identity({ view, found }: { readonly view: PageView; readonly found: KnownPage | null }) {
  const name = found?.product.name ?? view.title ?? view.styleCode?.code ?? '';
  return (
    <div className={styles['head']}>
      <PairPicture url={found?.product.pictureUrl ?? null} size={64} />
      <div>
        <h2>{name}</h2>
        <div className={styles['quiet']}>
          {view.styleCode?.code} {foundText(view)}
        </div>
        {found === null ? null : (
          <div className={styles['quiet']}>
            {t('thisPage.read')}{' '}
            {found.readAt === null ? t('card.dataNever') : <Age at={found.readAt} useByMs={15 * 60_000} />}
          </div>
        )}
      </div>
    </div>
  );
}

/** The card on the page has it looked up; here one can search for it as well. */
function Unknown({ code }: { readonly code: string }) {
  return (
    <p className={styles['note']}>
      {t('card.notFoundYet', [code])} <a href={routeHref({ screen: 'market', query: code })}>{t('thisPage.search')}</a>
    </p>
  );
}

interface KnownProps extends ProductProps {
  readonly found: KnownPage;
  readonly taken: Taken;
  readonly onTake: (taken: Taken) => void;
}

function Known({ site, view, found, taken, onTake }: KnownProps) {
  const [picked, setPicked] = useState<{ readonly on: string | null; readonly label: string } | null>(null);
  const [targetRoi] = useSetting('targetRoi');
  // What is chosen on the page outranks what was chosen here before.
  const label = picked !== null && picked.on === view.label ? picked.label : view.label;
  const size = found.sizes.find((each) => each.label === label) ?? null;
  const isBundle = view.question?.bundle === true;
  const isNew = view.condition === 'new' || view.condition === 'unknown';
  const pick = (chosen: string) => setPicked({ on: view.label, label: chosen });
  if (isBundle)
    return (
      <>
        <p className={styles['note']}>{t('card.bundleText')}</p>
        <PageActions site={site} view={view} product={found.product} size={null} />
      </>
    );
  return (
    <>
      <PageSize found={found} size={size} isNew={isNew} taken={taken} onPick={pick} onTake={onTake} />
      {size === null || isForeign(size) || targetRoi === null ? null : (
        <PageFigures
          size={size}
          found={found}
          target={`${targetRoi / 100} %`}
          isNew={isNew}
          isRetail={site === 'nike'}
        />
      )}
      <PageActions site={site} view={view} product={found.product} size={size} />
      <PageSizes found={found} chosen={label} isOpen={size === null} onPick={pick} />
    </>
  );
}
