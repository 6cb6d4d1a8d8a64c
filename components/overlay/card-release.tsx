import { useState, type MouseEvent } from 'react';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import type { PageReading } from './card-question';
import { dateText, exactText } from './card-words';
import { isCurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import { t } from './text';
import type { Send } from './use-look';

interface ReleaseProps {
  readonly send: Send;
  readonly reading: PageReading;
  readonly styleCode: string;
  readonly catalogId: string | null;
}

type State =
  | { readonly is: 'offered' | 'busy' }
  | { readonly is: 'kept'; readonly undoId: string | null }
  | { readonly is: 'refused'; readonly message: string };

const OFFERED: State = { is: 'offered' };

/** The page's own product comes out today or later: it can be put on the calendar. Only a real click does anything. */
export function CardRelease({ send, reading, styleCode, catalogId }: ReleaseProps) {
  const [state, setState] = useState<State>(OFFERED);
  const { release } = reading;
  if (release === null || release.date < today() || nameOf(reading) === '') return null;
  const run = (task: () => Promise<State>) => (event: MouseEvent) => {
    if (!event.nativeEvent.isTrusted || state.is === 'busy') return;
    setState({ is: 'busy' });
    void task().then(setState, (error: unknown) => setState(refused(error instanceof Error ? error.message : '')));
  };
  const add = async (): Promise<State> => {
    const brand = reading.identity.brand?.slice(0, 100) ?? '';
    const product = { site: reading.site, styleCode, catalogId, name: nameOf(reading), brand };
    const done = await send('page/add-release', { ...product, date: release.date, price: release.retailPrice });
    return done.ok ? { is: 'kept', undoId: done.undoId } : refused(done.error.message);
  };
  const undo = (undoId: string) => async (): Promise<State> => {
    const done = await send('page/undo', { undoId });
    return done.ok ? OFFERED : refused(done.error.message);
  };
  const retail = retailOf(release);
  const day = dateText(release.date);
  const offer = retail === null ? t('card.release', [day]) : t('card.releaseRetail', [day, exactText(retail)]);
  return (
    <div className="foot" data-part="release" aria-busy={state.is === 'busy'}>
      <span role="status" style={{ flex: 1 }}>
        {state.is === 'kept' ? t('card.released') : offer}
        {state.is === 'refused' ? <span className="warn"> {state.message}</span> : null}
      </span>
      {state.is === 'kept' ? null : (
        <button type="button" className="button" title={t('card.addReleaseWhy')} onClick={run(add)}>
          {t('card.addRelease')}
        </button>
      )}
      {state.is === 'kept' && state.undoId !== null ? (
        <button type="button" className="link" onClick={run(undo(state.undoId))}>
          {t('card.undo')}
        </button>
      ) : null}
    </div>
  );
}

/** A `$` that may be any dollar is no retail price. */
function retailOf({ retailPrice }: NonNullable<PageReading['release']>): Money | null {
  const currency = retailPrice?.currency ?? '';
  return retailPrice === null || !isCurrencyCode(currency) ? null : money(retailPrice.minor, currency);
}

function nameOf({ identity: { title } }: PageReading): string {
  return title?.trim().slice(0, 200) ?? '';
}

/** The day it is on the person's own calendar. */
function today(): string {
  const offsetAt = (at: number) => -new Date(at).getTimezoneOffset() * MINUTE_MS;
  return localDate(instant(Date.now()), offsetAt);
}

function refused(message: string): State {
  return { is: 'refused', message };
}
