import { useState, type MouseEvent, type ReactNode } from 'react';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { CardRelease } from './card-release';
import { moneyOf, type KnownLook, type SizeLook } from './card-model';
import { purchaseOf, type LookQuestion, type PageReading } from './card-question';
import { exactText } from './card-words';
import { t } from './text';
import type { Send } from './use-look';

/** What a button did, told under the buttons; with the way back where there is one. */
interface Told {
  readonly text: string;
  readonly undoId: string | null;
  readonly isTrouble: boolean;
}

interface ActionsProps {
  readonly send: Send;
  readonly reading: PageReading;
  readonly question: LookQuestion;
  /** null: the product is not in the catalogue. */
  readonly look: KnownLook | null;
  readonly size: (Pick<SizeLook, 'label' | 'usSize'> & Partial<Pick<SizeLook, 'deal'>>) | null;
  readonly age: ReactNode;
  /** What the seller has changed: it is looked up again. */
  readonly onChanged: () => void;
}

type Undoable = MessageOutput<'page/add'>;

/** Add, Watch, Panel. Only a real click does anything: a page can make up events, not the person's hand. */
export function CardActions({ send, reading, question, look, size, age, onChanged }: ActionsProps) {
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState(false);
  const [wantsAdded, setWantsAdded] = useState(true);
  const catalogId = look?.product.catalogId ?? null;
  const { site, styleCode } = question;
  const usSize = size?.usSize ?? null;

  const run = async (task: () => Promise<Told | null>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      setTold(await task());
      onChanged();
    } catch (error) {
      setTold(trouble(error instanceof Error ? error.message : ''));
    } finally {
      setBusy(false);
    }
  };

  const add = async () => {
    if (usSize === null) return null;
    const { price, condition } = purchaseOf(reading, question, size?.label ?? null);
    const { shipping } = question;
    const [name, brand] = [reading.identity.title ?? '', reading.identity.brand ?? ''];
    const input = { site, styleCode, catalogId, name: name.slice(0, 200), brand: brand.slice(0, 100), usSize };
    // A price in the currency the seller set for bare amounts is one too.
    const hasCost = price !== null && (size?.deal?.landed ?? price.currency) != null;
    const bought = { ...input, price, condition, shipping, withAdded: wantsAdded };
    return toTold(await send('page/add', bought), hasCost ? t('card.added') : t('card.addedNoCost'));
  };
  const watch = async () => {
    if (catalogId === null) return null;
    const done = await send('page/watch', { site, catalogId, usSize });
    return toTold(done, done.ok && done.already ? t('card.watchedAlready') : t('card.watched'));
  };
  const undo = async (undoId: string) => {
    const done = await send('page/undo', { undoId });
    return done.ok ? { text: t('card.undone'), undoId: null, isTrouble: false } : trouble(done.error.message);
  };
  const openPanel = async () => {
    const done = await send('page/open-panel', { site, catalogId, query: styleCode });
    return done.ok ? null : trouble(done.error.message);
  };
  const click = (task: () => Promise<Told | null>) => (event: MouseEvent) => {
    if (event.nativeEvent.isTrusted) void run(task);
  };
  return (
    <>
      <CardRelease
        key={`${styleCode}|${reading.release?.date ?? ''}`}
        send={send}
        reading={reading}
        styleCode={styleCode}
        catalogId={catalogId}
      />
      <WithAdded size={size} isOn={wantsAdded} onTurn={setWantsAdded} />
      <div className="foot-bar">
        <div className="actions" aria-busy={busy}>
          <button
            type="button"
            className="button first"
            title={usSize === null ? t('card.addNeedsSize') : t('card.addWhy')}
            disabled={usSize === null}
            onClick={click(add)}
          >
            {t('card.add')}
          </button>
          <button
            type="button"
            className="button"
            title={catalogId === null ? t('card.watchNeedsProduct') : t('card.watchWhy')}
            disabled={catalogId === null}
            onClick={click(watch)}
          >
            {t('card.watch')}
          </button>
          <button type="button" className="button" title={t('card.panelWhy')} onClick={click(openPanel)}>
            {t('card.panel')}
          </button>
          {age}
        </div>
        <Toast told={told} onUndo={(undoId) => click(() => undo(undoId))} />
      </div>
    </>
  );
}

interface WithAddedProps {
  readonly size: ActionsProps['size'];
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

/** Whether the pair's costs hold what the site is known to add; asked only where it adds something. */
function WithAdded({ size, isOn, onTurn }: WithAddedProps) {
  const landed = size?.deal?.landed ?? null;
  const extra = landed === null ? null : moneyOf({ ...landed.total, minor: landed.total.minor - landed.price.minor });
  if (size?.usSize == null || extra === null || extra.minor === 0) return null;
  return (
    <label className="foot">
      <input type="checkbox" checked={isOn} onChange={(event) => onTurn(event.currentTarget.checked)} />
      {t('card.withAdded', [exactText(extra)])}
    </label>
  );
}

interface ToastProps {
  readonly told: Told | null;
  readonly onUndo: (undoId: string) => (event: MouseEvent) => void;
}

function Toast({ told, onUndo }: ToastProps) {
  return (
    <div role="status">
      {told === null ? null : (
        <div className="toast">
          <span className={told.isTrouble ? 'warn' : undefined}>{told.text}</span>
          {told.undoId === null ? null : (
            <button type="button" className="link" onClick={onUndo(told.undoId)}>
              {t('card.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function toTold(done: Undoable, text: string): Told {
  return done.ok ? { text, undoId: done.undoId, isTrouble: false } : trouble(done.error.message);
}

function trouble(message: string): Told {
  return { text: message, undoId: null, isTrouble: true };
}
