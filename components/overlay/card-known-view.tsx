import { useState } from 'react';
import { AllSizes } from './all-sizes';
import { CardActions } from './card-actions';
import { cardModel, isForeign, isUsed, type CardModel, type CardNote, type KnownLook } from './card-model';
import { OwnPart, SizeRow, VerdictRow } from './card-known';
import { LandedRow, RatePart } from './card-landed';
import { MarketPart } from './card-market';
import type { LookQuestion, PageReading } from './card-question';
import { standingNote } from './card-states';
import { Candidates } from './card-candidates';
import { WaysPart } from './card-ways';
import { ageText, timeText } from './card-words';
import { t } from './text';
import { Explained } from './tip';
import type { Send } from './use-look';

interface KnownCardProps {
  readonly look: KnownLook;
  readonly reading: PageReading;
  readonly question: LookQuestion;
  readonly label: string | null;
  readonly now: number;
  /** alias is being read now. */
  readonly isReading: boolean;
  readonly refusal: string | null;
  readonly send: Send;
  readonly onPick: (label: string) => void;
  readonly onTake: (us: number | null) => void;
  readonly onChanged: () => void;
}

/** A product that is in the books: figures of the size looked at, and a table of all of them. */
export function KnownCard(props: KnownCardProps) {
  const { look, reading, question, label, now, isReading, refusal, send, onPick } = props;
  const model = cardModel(look, reading, label, now);
  const { size } = model;
  const isNew = !isUsed(reading);
  const [wantsTable, setWantsTable] = useState<boolean | null>(null);
  // Without a size there is nothing else to show yet.
  const hasTable = wantsTable ?? size === null;
  return (
    <>
      {notesOf(model, look, refusal).map((text) => (
        <div key={text} className="note">
          {text}
        </div>
      ))}
      <div className="part">
        <SizeRow look={look} size={size} onPick={onPick} />
        {size === null ? null : <Candidates size={size} taken={question.taken} isNew={isNew} onTake={props.onTake} />}
        {size === null ? <span className="dim">{t('card.chooseSizeWhy')}</span> : null}
      </div>
      {size === null || isForeign(size) ? null : (
        <>
          {isNew ? (
            <div className="part" style={{ padding: 0 }}>
              <VerdictRow size={size} look={look} isRetail={reading.price?.kind === 'retail'} />
              <LandedRow size={size} look={look} />
            </div>
          ) : null}
          <WaysPart size={size} look={look} isNew={isNew} />
          <MarketPart size={size} look={look} isNew={isNew} />
          <RatePart look={look} />
          <OwnPart size={size} />
        </>
      )}
      <div className="part" style={{ paddingTop: 2, paddingBottom: 2 }}>
        <button type="button" className="link" aria-expanded={hasTable} onClick={() => setWantsTable(!hasTable)}>
          {hasTable ? t('card.hideSizes') : t('card.allSizes')}
        </button>
      </div>
      {hasTable ? <AllSizes look={look} selected={label} onPick={onPick} /> : null}
      <CardActions
        send={send}
        reading={reading}
        question={question}
        look={look}
        size={size}
        onChanged={props.onChanged}
        age={<DataAge model={model} now={now} isReading={isReading} />}
      />
    </>
  );
}

interface AgeProps {
  readonly model: CardModel;
  readonly now: number;
  readonly isReading: boolean;
}

function DataAge({ model: { age }, now, isReading }: AgeProps) {
  const words = isReading
    ? t('card.reading')
    : age === null
      ? t('card.dataNever')
      : t('card.data', [ageText(Math.max(0, now - age.at))]);
  const isOld = !isReading && (age === null || age.old);
  return (
    <span className={isOld ? 'age warn' : 'age dim'}>
      <Explained what={{ note: t('card.dataWhy'), at: age?.at ?? null }}>
        {age === null ? (
          words
        ) : (
          <time dateTime={new Date(age.at).toISOString()} aria-label={`${words}, ${timeText(age.at)}`}>
            {words}
          </time>
        )}
      </Explained>
    </span>
  );
}

const NOTES: Record<CardNote, (look: KnownLook) => string> = {
  used: () => t('card.note.used'),
  'currency-ambiguous': () => t('card.note.currency'),
  'no-rate': (look) => t('card.note.rate', [look.currency]),
  'style-code-doubtful': () => t('card.note.styleCode'),
  'style-code-of-title': () => t('card.note.styleCodeTitle'),
  'style-code-several': () => t('card.note.styleCodeSeveral'),
  'size-not-in-catalogue': () => t('card.note.size'),
  'sold-out': () => t('card.note.soldOut'),
  'price-pending': () => t('card.note.pending'),
};

function notesOf({ notes }: CardModel, look: KnownLook, refusal: string | null): readonly string[] {
  const standing = standingNote(look.standing);
  return [
    ...(refusal === null ? [] : [t('card.refreshFailed', [refusal])]),
    ...(standing === null ? [] : [standing]),
    ...notes.map((note) => NOTES[note](look)),
  ];
}
