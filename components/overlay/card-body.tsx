import { CardActions } from './card-actions';
import { KnownCard } from './card-known-view';
import { codeOf, questionOf, type LookQuestion, type PageReading } from './card-question';
import { CardSkeleton, CardState, Choice, standingWords, Unreadable } from './card-states';
import { isBundle, isNameless, isUnreadable, type ViewParts } from './card-view';
import { WhichShoe } from './which-shoe';
import { pageReport } from './page-report';
import { t } from './text';
import type { Look } from './card-model';
import type { Send } from './use-look';

interface BodyProps extends ViewParts {
  readonly send: Send;
  readonly onPick: (label: string) => void;
  readonly onChoose: (catalogId: string) => void;
  /** The person says which shoe it is, by its style code; null: asks anew. */
  readonly onName: (styleCode: string | null) => void;
  /** The person takes a US size for the one looked at; null: takes it back. */
  readonly onTake: (us: number | null) => void;
  readonly onAgain: () => void;
}

/** What the card says below its title, for each state there is. */
export function CardBody(props: BodyProps) {
  const { page, state, told, onName, onAgain } = props;
  const { reading } = page;
  if (isUnreadable(page)) {
    const text = reading?.pageType === 'blocked' ? t('card.blockedText') : t('card.unreadableText');
    return <Unreadable title={t('card.unreadableTitle')} text={text} report={pageReport(page)} />;
  }
  if (reading !== null && isBundle(reading))
    return <CardState title={t('card.bundleTitle')} text={t('card.bundleText')} />;
  if (reading !== null && codeOf(reading, told) === null)
    return <WhichShoe tried={null} report={pageReport(page)} onName={onName} />;
  const question = reading === null ? null : questionOf(reading, told);
  if (reading === null || question === null || state.status === 'asking')
    return <CardSkeleton text={t('card.loading')} />;
  if (state.status === 'failed')
    return (
      <CardState title={t('card.failedTitle')} text={state.message}>
        <Again onAgain={onAgain} />
      </CardState>
    );
  const { look } = state;
  if (look.state !== 'known') return <NotKnown {...props} look={look} reading={reading} question={question} />;
  return (
    <>
      <KnownCard
        look={look}
        reading={reading}
        question={question}
        label={props.label}
        now={props.now}
        isReading={state.reading}
        refusal={state.refusal}
        send={props.send}
        onPick={props.onPick}
        onTake={props.onTake}
        onChanged={onAgain}
      />
      {isNameless(reading) ? <Rename code={question.styleCode} onName={onName} /> : null}
    </>
  );
}

interface NotKnownProps extends BodyProps {
  readonly look: Exclude<Look, { state: 'known' }>;
  readonly reading: PageReading;
  readonly question: LookQuestion;
}

/** The books have no figures of it: why, and what can be done all the same. */
function NotKnown({ look, page, reading, question, state, label, send, onChoose, onName, onAgain }: NotKnownProps) {
  const code = question.styleCode;
  const actions = (
    <CardActions
      send={send}
      reading={reading}
      question={question}
      look={null}
      size={sizeOnPage(question, label)}
      age={null}
      onChanged={onAgain}
    />
  );
  switch (look.state) {
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
    case 'unknown-product': {
      if (state.status === 'answered' && state.reading) return <CardSkeleton text={t('card.lookingUp', [code])} />;
      if (isNameless(reading) && look.soughtAt !== null)
        return <WhichShoe tried={code} report={pageReport(page)} onName={onName} />;
      const refusal = state.status === 'answered' ? state.refusal : null;
      const wasSought = look.soughtAt !== null;
      return (
        <>
          <CardState
            title={wasSought ? t('card.unknownTitle') : t('card.failedTitle')}
            text={wasSought ? t('card.unknownText', [code]) : (refusal ?? t('card.notFoundYet', [code]))}
          >
            {wasSought ? null : <Again onAgain={onAgain} />}
          </CardState>
          {actions}
        </>
      );
    }
  }
}

function Again({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <button type="button" className="button" onClick={onAgain}>
      {t('card.again')}
    </button>
  );
}

/** What a person said can be said anew. */
function Rename({ code, onName }: { readonly code: string; readonly onName: (code: string | null) => void }) {
  return (
    <div className="foot">
      <span className="dim">{t('card.whichTold', [code])}</span>
      <button type="button" className="link" onClick={() => onName(null)}>
        {t('card.whichOther')}
      </button>
    </div>
  );
}

/** A size of a product no catalogue knows: the page's own number. */
function sizeOnPage({ sizes }: LookQuestion, label: string | null) {
  const size = sizes.find((each) => each.label === label);
  return size === undefined ? null : { label: size.label, usSize: size.value };
}
