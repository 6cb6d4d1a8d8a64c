import { t } from '../ui/text';
import styles from './orders.module.css';

/** PDFs that the browser had to get by itself: chosen, or dropped here. */
export function DropLabels({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  return (
    <label
      className={styles['drop']}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      }}
    >
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
