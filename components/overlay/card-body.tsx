import type { PageState } from '@/lib/overlay/page-state';
import { CardActions } from './card-actions';
import { KnownCard } from './card-known-view';
import { questionOf, type PageReading } from './card-question';
import { CardSkeleton, CardState, Choice, standingWords, Unreadable } from './card-states';
import { pageReport } from './page-report';
import { t } from './text';
import type { LookState, Send } from './use-look';

/** What is drawn from: the page, what is known of its product, the size looked at. */
export interface ViewParts {
  readonly page: PageState;
  readonly state: LookState;
  readonly label: string | null;
  readonly now: number;
}

/** The page hides its product, or does not say which shoe it is. */
export function isUnreadable(reading: PageReading | null): boolean {
  return reading !== null && (reading.pageType === 'blocked' || reading.identity.styleCode === null);
}

interface BodyProps extends ViewParts {
  readonly send: Send;
  readonly onPick: (label: string) => void;
  readonly onChoose: (catalogId: string) => void;
  readonly onAgain: () => void;
}

/** What the card says below its title, for each state there is. */
export function CardBody(props: BodyProps) {
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
      onChanged={onAgain}
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
          onChanged={onAgain}
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
