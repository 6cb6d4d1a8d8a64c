import type { SizeLook } from './card-model';
import { t } from './text';

interface CandidatesProps {
  readonly size: SizeLook;
  readonly onTake: (us: number) => void;
}

/** What the size may be by the brand's own chart. Nothing is taken for it but by the person. */
export function Candidates({ size, onTake }: CandidatesProps) {
  if (size.candidates.length === 0) return null;
  return (
    <div className="candidates">
      <span className="dim">{t('card.candidateWhy')}</span>
      {size.candidates.map(({ us, chart }) => (
        <button key={us} type="button" className="button" onClick={() => onTake(us)}>
          {t('card.candidate', [size.label, us, chart])}
        </button>
      ))}
    </div>
  );
}
