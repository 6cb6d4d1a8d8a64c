import type { ReactNode } from 'react';
import type { Look } from './card-model';
import { CopyReport } from './copy-report';
import { t } from './text';

/** What the card says while there are no figures. */

interface StateProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

export function CardState({ title, text, children }: StateProps) {
  return (
    <div className="state">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** As tall as the card with its figures, so that nothing jumps when they come. */
export function CardSkeleton({ text }: { readonly text: string }) {
  const rows = (widths: readonly (readonly [number, number])[]) => (
    <div className="part">
      {widths.map(([left, right], nth) => (
        <div key={nth} className="row middle">
          <span className="bone" style={{ width: left }} />
          <span className="bone" style={{ width: right }} />
        </div>
      ))}
    </div>
  );
  return (
    <div role="status">
      <span className="hidden">{text}</span>
      <div aria-hidden="true">
        <div className="part">
          <div className="row middle" style={{ minHeight: 28 }}>
            <span className="bone tall" style={{ width: 84, height: 28 }} />
            <span className="bone" style={{ width: 110 }} />
          </div>
        </div>
        <div className="part" style={{ padding: 0 }}>
          <div className="row verdict" style={{ minHeight: 66 }}>
            <span className="bone" style={{ width: 110 }} />
            <span className="bone tall" style={{ width: 64 }} />
          </div>
          <div className="row landed">
            <span className="bone" style={{ width: 170 }} />
          </div>
        </div>
        {rows([
          [130, 60],
          [146, 60],
          [110, 90],
        ])}
        {rows([
          [220, 0],
          [132, 40],
          [146, 40],
        ])}
        <div className="actions">
          <span className="bone" style={{ width: 52, height: 28 }} />
          <span className="bone" style={{ width: 62, height: 28 }} />
          <span className="bone" style={{ width: 58, height: 28 }} />
        </div>
      </div>
    </div>
  );
}

interface UnreadableProps {
  readonly title: string;
  readonly text: string;
  readonly report: string;
}

/** The page shows its product in a way the reader does not know; the report helps to mend it. */
export function Unreadable({ title, text, report }: UnreadableProps) {
  return (
    <CardState title={title} text={text}>
      <CopyReport report={report} />
    </CardState>
  );
}

interface ChoiceProps {
  readonly look: Extract<Look, { state: 'ambiguous' }>;
  readonly code: string;
  readonly onChoose: (catalogId: string) => void;
}

/** The catalogue has the code more than once: the person says which one it is. */
export function Choice({ look, code, onChoose }: ChoiceProps) {
  return (
    <CardState title={t('card.ambiguousTitle')} text={t('card.ambiguousText', [code])}>
      <div className="choices">
        {look.candidates.map((each) => (
          <button key={each.catalogId} type="button" className="button" onClick={() => onChoose(each.catalogId)}>
            {each.name}
            <span className="dim small"> {each.catalogId}</span>
          </button>
        ))}
      </div>
    </CardState>
  );
}

const STANDING: Record<Look['standing'], { title: () => string; text: () => string }> = {
  ready: { title: () => t('card.failedTitle'), text: () => '' },
  'not-connected': { title: () => t('card.notConnectedTitle'), text: () => t('card.notConnectedText') },
  locked: { title: () => t('card.lockedTitle'), text: () => t('card.lockedText') },
  refused: { title: () => t('card.refusedTitle'), text: () => t('card.refusedText') },
  'no-access': { title: () => t('card.noAccessTitle'), text: () => t('card.noAccessText') },
};

export function standingWords(standing: Look['standing']): { readonly title: string; readonly text: string } {
  return { title: STANDING[standing].title(), text: STANDING[standing].text() };
}

const SHORT: Record<Look['standing'], () => string> = {
  ready: () => '',
  'not-connected': () => t('card.standingNotConnected'),
  locked: () => t('card.standingLocked'),
  refused: () => t('card.standingRefused'),
  'no-access': () => t('card.standingNoAccess'),
};

/** Why figures stay as old as they are; null while alias can be asked. */
export function standingNote(standing: Look['standing']): string | null {
  return standing === 'ready' ? null : t('card.standingOld', [SHORT[standing]()]);
}
