import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { PhotoField } from '../ui/photo-field';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import styles from './pair.module.css';

/** The seller's own picture of the pair, kept as soon as it is chosen. */
export function Photo({ pairId, photo }: { readonly pairId: string; readonly photo: string | null }) {
  const keep = async (dataUrl: string | null) => {
    const asked = await ask('pair/photo', { pairId, dataUrl });
    if (!asked.ok) return toastProblem(asked.message);
    if (asked.value.ok) offerUndo(dataUrl === null ? t('photo.removed') : t('photo.saved'), asked.value.undoId);
  };
  return (
    <section className={styles['section']}>
      <h3>{t('pair.photo')}</h3>
      <PhotoField photo={photo} onChange={(next) => void keep(next)} />
    </section>
  );
}
