import { useState, useSyncExternalStore, type ReactNode } from 'react';
import type { PageState, PageStates } from '@/lib/overlay/page-state';
import { CardFrame } from './card-frame';
import { cardModel } from './card-model';
import { KnownCard } from './card-known-view';
import { verdictText } from './card-known';
import { questionOf, selectedLabel, type PageReading } from './card-question';
import { Choice, CardSkeleton, CardState, standingWords, Unreadable } from './card-states';
import { CardActions } from './card-actions';
import { Profit } from './figure';
import { glanceText } from './card-words';
import { Icon } from './icon';
import { pageReport } from './page-report';
import { t } from './text';
import { TipHost } from './tip';
import { useLook, type LookState, type Send } from './use-look';
import { useNow } from './use-now';
import { usePlace, type Place } from './use-place';

export interface CardProps {
  readonly states: PageStates;
  readonly send: Send;
  readonly site: 'goat';
  readonly place: Place;
}

/** What the person chose in the card; it holds for one navigation, and until the page's own choice changes. */
interface Chosen {
  readonly about: string;
  readonly label: string | null;
  readonly catalogId: string | null;
}

/** The card on a marketplace page: draws what the page and the books say of one product, of this navigation only. */
export function Card({ states, send, site, place: initial }: CardProps) {
  const page = useSyncExternalStore(states.subscribe, states.current);
  const now = useNow();
  const { place, fold, moveTo } = usePlace(send, site, initial);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const code = page.reading?.identity.styleCode?.canonical ?? '';
  const pageLabel = page.reading === null ? null : selectedLabel(page.reading);
  const about = `${page.generation}|${code}`;
  const mine = chosen?.about.startsWith(`${about}|`) === true ? chosen : null;
  const catalogId = mine?.catalogId ?? null;
  const label = (mine?.about === `${about}|${pageLabel ?? ''}` ? mine.label : null) ?? pageLabel;
  const { state, again } = useLook(send, page, catalogId, now);
  if (page.status === 'gone' || page.reading?.pageType === 'not_product') return null;

  const choose = (part: Partial<Pick<Chosen, 'label' | 'catalogId'>>) =>
    setChosen({ about: `${about}|${pageLabel ?? ''}`, label, catalogId, ...part });
  const view = viewOf({ page, state, label, now });
  return (
    <TipHost>
      <CardFrame
        place={place}
        onFold={fold}
        onMove={moveTo}
        name={view.name}
        code={code}
        tab={view.tab}
        tabText={view.tabText}
      >
        <CardBody
          key={about}
          page={page}
          state={state}
          label={label}
          now={now}
          send={send}
          onPick={(picked) => choose({ label: picked })}
          onChoose={(item) => choose({ catalogId: item })}
          onAgain={again}
        />
      </CardFrame>
      <span className="hidden" role="status">
        {place.folded ? '' : view.spoken}
      </span>
    </TipHost>
  );
}

interface ViewParts {
  readonly page: PageState;
  readonly state: LookState;
  readonly label: string | null;
  readonly now: number;
}

interface View {
  readonly name: string;
  readonly tab: ReactNode;
  readonly tabText: string;
  /** Said aloud when it changes. */
  readonly spoken: string;
}

/** Title and folded tab: one figure that matters, or a mark that there is none yet. */
function viewOf({ page, state, label, now }: ViewParts): View {
  const title = page.reading?.identity.title ?? '';
  const wait = { name: title, tab: <Icon name="wait" />, tabText: t('card.loading'), spoken: '' };
  if (page.status === 'unreadable' || isUnreadable(page.reading))
    return { ...wait, tab: <Icon name="warn" />, tabText: t('card.unreadableTitle') };
  if (page.reading === null || state.status === 'asking') return wait;
  if (state.status === 'failed' || state.look.state !== 'known')
    return { ...wait, tab: <Icon name="warn" />, tabText: t('card.notKnown') };
  const model = cardModel(state.look, page.reading, label, now);
  const { verdict } = model;
  const tab =
    verdict.kind === 'profit' ? (
      <Profit amount={verdict.profit} />
    ) : verdict.kind === 'net' ? (
      <span className="figure strong">~{glanceText(verdict.net)}</span>
    ) : (
      <span className="dim">-</span>
    );
  const words = verdictText(model);
  return { name: state.look.product.name, tab, tabText: words, spoken: words };
}

function isUnreadable(reading: PageReading | null): boolean {
  return reading !== null && (reading.pageType === 'blocked' || reading.identity.styleCode === null);
}

interface BodyProps extends ViewParts {
  readonly send: Send;
  readonly onPick: (label: string) => void;
  readonly onChoose: (catalogId: string) => void;
  readonly onAgain: () => void;
}

function CardBody(props: BodyProps) {
  const { page, state, send, onChoose, onAgain } = props;
  const { reading } = page;
  if (page.status === 'unreadable' || isUnreadable(reading)) {
    const text = reading?.pageType === 'blocked' ? t('card.blockedText') : t('card.unreadableText');
    return <Unreadable title={t('card.unreadableTitle')} text={text} report={pageReport(page)} />;
  }
  const question = reading === null ? null : questionOf(reading, null);
  if (reading === null || question === null) return <CardSkeleton text={t('card.loading')} />;
  if (state.status === 'asking') return <CardSkeleton text={t('card.loading')} />;
  const retry = (
    <button type="button" className="button" onClick={onAgain}>
      {t('card.again')}
    </button>
  );
  if (state.status === 'failed')
    return (
      <CardState title={t('card.failedTitle')} text={state.message}>
        {retry}
      </CardState>
    );
  const { look } = state;
  const code = question.styleCode;
  const actions = (
    <CardActions
      send={send}
      reading={reading}
      question={question}
      look={null}
      size={sizeOnPage(question, props.label)}
      age={null}
    />
  );
  switch (look.state) {
    case 'known':
      return (
        <KnownCard
          look={look}
          reading={reading}
          question={question}
          label={props.label}
          now={props.now}
          isReading={state.reading}
          refusal={state.refusal}
          send={send}
          onPick={props.onPick}
        />
      );
    case 'ambiguous':
      return <Choice look={look} code={code} onChoose={onChoose} />;
    case 'bundle':
      return <CardState title={t('card.bundleTitle')} text={t('card.bundleText')} />;
    case 'not-connected':
      return (
        <>
          <CardState {...standingWords(look.standing)} />
          {actions}
        </>
      );
    case 'unknown-product':
      if (state.reading) return <CardSkeleton text={t('card.lookingUp', [code])} />;
      return (
        <>
          <CardState
            title={look.soughtAt === null ? t('card.failedTitle') : t('card.unknownTitle')}
            text={
              look.soughtAt === null ? (state.refusal ?? t('card.notFoundYet', [code])) : t('card.unknownText', [code])
            }
          >
            {look.soughtAt === null ? retry : null}
          </CardState>
          {actions}
        </>
      );
  }
}

/** A size of a product no catalogue knows: the page's own number. */
function sizeOnPage(
  question: { readonly sizes: readonly { readonly label: string; readonly value: number | null }[] },
  label: string | null,
) {
  const size = question.sizes.find((each) => each.label === label);
  return size === undefined ? null : { label: size.label, usSize: size.value };
}
