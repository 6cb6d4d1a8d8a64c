import { t } from '../ui/text';
import { useFileDrop } from '../ui/use-file-drop';
import styles from './orders.module.css';

/** PDFs that the browser had to get by itself: chosen, or dropped here. */
export function DropLabels({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const drop = useFileDrop(({ dataTransfer }) => onFiles([...dataTransfer.files]));
  return (
    <label className={styles['drop']} {...drop}>
      {t('labels.drop')}
      <input
        type="file"
        accept="application/pdf"
        multiple
        aria-label={t('labels.drop')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
