import { Button, FileButton } from '@mantine/core';
import { IconCamera, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { pictureIn, shrinkPhoto } from './shrink-photo';
import { t } from './text';
import styles from './photo-field.module.css';

export interface PhotoFieldProps {
  readonly photo: string | null;
  readonly onChange: (photo: string | null) => void;
}

/** The pair's own picture: from a file, or pasted while the field has the focus. */
export function PhotoField({ photo, onChange }: PhotoFieldProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | null) => {
    if (file === null) return;
    const small = await shrinkPhoto(file);
    if (!small.ok) return setProblem(small.reason === 'too-large' ? t('photo.tooLarge') : t('photo.unreadable'));
    setProblem(null);
    onChange(small.url);
  };
  return (
    <div
      className={styles['photo']}
      onPaste={(event) => {
        const file = pictureIn(event.clipboardData);
        if (file === null) return;
        event.preventDefault();
        void take(file);
      }}
    >
      {photo === null ? null : <img src={photo} alt={t('photo.yours')} />}
      <div>
        <div className={styles['buttons']}>
          <FileButton onChange={(file) => void take(file)} accept="image/*">
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconCamera size={16} aria-hidden="true" />}>
                {photo === null ? t('photo.add') : t('photo.change')}
              </Button>
            )}
          </FileButton>
          {photo === null ? null : (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconX size={16} aria-hidden="true" />}
              onClick={() => onChange(null)}
            >
              {t('photo.remove')}
            </Button>
          )}
        </div>
        <p className={styles['hint']}>{t('photo.hint')}</p>
        {problem === null ? null : (
          <p role="alert" className={styles['problem']}>
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
