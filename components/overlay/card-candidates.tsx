import type { SizeLook } from './card-model';
import type { LookQuestion } from './card-question';
import { t } from './text';

interface CandidatesProps {
  readonly size: SizeLook;
  /** What was taken for a size of the page; null: nothing. */
  readonly taken: LookQuestion['taken'];
  /** False: a used pair, of which the card says already that nothing is compared. */
  readonly isNew: boolean;
  readonly onTake: (us: number | null) => void;
}

/** What the size may be by the brand's own chart. Nothing is taken for it but by the person. */
export function Candidates({ size, taken, isNew, onTake }: CandidatesProps) {
  if (size.usSize !== null && taken?.label === size.label)
    return (
      <button type="button" className="link" onClick={() => onTake(null)}>
        {t('card.candidateOther')}
      </button>
    );
  if (size.candidates.length === 0) return null;
  return (
    <div className="candidates">
      <span className="dim">{t(isNew ? 'card.candidateWhy' : 'card.candidateWhyUsed')}</span>
      {size.candidates.map(({ us, chart }) => (
        <button key={us} type="button" className="button" onClick={() => onTake(us)}>
          {t('card.candidate', [size.label, us, chart])}
        </button>
      ))}
    </div>
  );
}
