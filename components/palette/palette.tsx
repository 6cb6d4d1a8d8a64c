import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { t } from '../ui/text';
import styles from './palette.module.css';

/** Loaded when it is opened for the first time. */
const PaletteBox = lazy(() => import('./palette-box').then(({ PaletteBox: box }) => ({ default: box })));

/** Everything by its name: Ctrl+K (Cmd+K) from anywhere, also from inside a field, or this button. */
export function Palette() {
  const [asked, setAsked] = useState(0);
  const open = () => setAsked((before) => before + 1);
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <button
        type="button"
        className={styles['button']}
        onClick={open}
        aria-label={t('palette.open')}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        title={`${t('palette.open')} (${t('palette.keys')})`}
      >
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span className={styles['word']}>{t('palette.word')}</span>
        <kbd className={styles['keys']}>{t('palette.keys')}</kbd>
      </button>
      {asked === 0 ? null : (
        <Suspense fallback={null}>
          <PaletteBox asked={asked} />
        </Suspense>
      )}
    </>
  );
}
