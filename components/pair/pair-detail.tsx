import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { pairStory, type PairStory } from '@/lib/queries/pair-story';
import { useLive } from '../bridge/use-live';
import { PairPicture } from '../ui/picture';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useWide } from '../ui/use-wide';
import { Facts } from './facts';
import { ListingFacts } from './listing-facts';
import { PairActions } from './pair-actions';
import { PairExpenses } from './pair-expenses';
import styles from './pair.module.css';
import { Photo } from './photo';
import { PriceChart } from './price-chart';
import { SamePair } from './same-pair';
import { SaleFacts } from './sale-facts';
import { TaxFacts } from './tax-facts';
import { Timeline } from './timeline';
import { useValuation } from '../bridge/use-valuation';
import { factsText } from '../bridge/words';
import { Ways } from './ways';

export interface PairDetailProps {
  readonly pairId: string;
  readonly onClose: () => void;
}

/** One pair with its whole story: over the list in a panel, beside it where there is room. */
export function PairDetail({ pairId, onClose }: PairDetailProps) {
  const wide = useWide();
  const frame = useRef<HTMLElement>(null);
  const valuation = useValuation();
  const live = useLive(
    async (books) => (valuation === null ? 'waiting' : pairStory(books, pairId, valuation)),
    [pairId, valuation],
  );
  const waiting = live.state === 'loading' || live.value === 'waiting';
  const story = live.value === 'waiting' ? null : live.value;
  useEffect(() => {
    if (!wide) frame.current?.focus();
  }, [pairId, wide]);
  return (
    <aside
      ref={frame}
      tabIndex={-1}
      className={styles['detail']}
      data-wide={wide || undefined}
      aria-label={t('pair.title')}
      data-testid="pair-detail"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles['header']}>
        {wide ? null : <CloseButton wide={false} onClose={onClose} />}
        <Title story={story} wide={wide} />
        {wide ? <CloseButton wide onClose={onClose} /> : null}
      </header>
      <div className={`${styles['body']} archvd-scroll`}>
        {waiting ? <SkeletonRows count={4} /> : null}
        {live.state === 'failed' ? (
          <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
        ) : null}
        {live.state === 'ready' && live.value === null ? (
          <ErrorState title={t('pair.gone')} text={t('pair.goneText')} />
        ) : null}
        {story === null ? null : <Story story={story} onClose={onClose} />}
      </div>
    </aside>
  );
}

function Title({ story, wide }: { readonly story: PairStory | null; readonly wide: boolean }) {
  if (story === null) return <div className={styles['title']} />;
  const { pair, product } = story;
  return (
    <>
      <PairPicture url={story.photo ?? product?.pictureUrl ?? null} size={36} />
      <div className={styles['title']}>
        {/* Over the list, whose own heading is out of reach then. */}
        {wide ? null : <h1 className="archvd-hidden">{t('pair.title')}</h1>}
        <h2 className="archvd-clip" title={pair.name}>
          {pair.name}
        </h2>
        <div className="archvd-clip">
          {factsText(pair.styleCode ?? product?.rawSku ?? null, pair.size, pair.condition, product?.sizeRun ?? null)}
        </div>
      </div>
    </>
  );
}

function CloseButton({ wide, onClose }: { readonly wide: boolean; readonly onClose: () => void }) {
  return (
    <ActionIcon onClick={onClose} aria-label={wide ? t('action.close') : t('action.back')}>
      {wide ? <IconX size={16} /> : <IconArrowLeft size={18} />}
    </ActionIcon>
  );
}

function Story({ story, onClose }: { readonly story: PairStory; readonly onClose: () => void }) {
  return (
    <>
      <PairActions story={story} onClose={onClose} />
      {story.earlier === null ? null : <SamePair pair={story.pair} earlier={story.earlier} />}
      <Facts story={story} />
      {story.sales.map((each) => (
        <SaleFacts key={each.sale.id} story={each} />
      ))}
      <TaxFacts story={story} />
      {story.ways.length === 0 ? null : <Ways story={story} />}
      {story.ways.length === 0 ? null : <ListingFacts story={story} listing={story.listing} />}
      <PairExpenses pairId={story.pair.id} />
      <PriceChart story={story} />
      <Timeline story={story} />
      <Photo pairId={story.pair.id} photo={story.photo} />
    </>
  );
}
