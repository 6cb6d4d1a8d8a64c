import { ActionIcon, FileButton, Loader } from '@mantine/core';
import { IconCamera, IconX } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { EXTRA_PICTURE } from '@/lib/domain/listings/listing-words';
import { pictureText } from '../bridge/picture-words';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { useFileDrop } from '../ui/use-file-drop';
import styles from './listing.module.css';
import { usePictures, type Pictures, type PictureSlot } from './use-pictures';

export interface PictureFieldProps {
  readonly pairId: string;
  /** alias makes no listing of this product go live without them. */
  readonly needed: boolean;
}

/** Pictures of a pair, each in the place alias asks for: chosen, dropped or pasted. */
export function PictureField({ pairId, needed }: PictureFieldProps) {
  const pictures = usePictures(pairId);
  const drop = useFileDrop(({ target, dataTransfer }) => {
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-slot]')?.dataset['slot'] : null;
    void pictures.take(picturesIn(dataTransfer), pictures.slots.find((slot) => slot.key === key) ?? null);
  });
  const onPaste = (event: ClipboardEvent) => {
    const files = picturesIn(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    void pictures.take(files, null);
  };
  return (
    <section className={styles['pictures']} aria-label={t('listingPhoto.title')} onPaste={onPaste} {...drop}>
      <h3>{t('listingPhoto.title')}</h3>
      <p className="archvd-quiet">{needed ? t('listingPhoto.needed') : t('listingPhoto.free')}</p>
      <ul className={styles['slots']}>
        {pictures.slots.map((slot) => (
          <Slot key={slot.key} slot={slot} needed={needed && slot.type !== EXTRA_PICTURE} pictures={pictures} />
        ))}
      </ul>
      <p className="archvd-quiet">{t('listingPhoto.hint')}</p>
      <ProblemText text={pictures.problem} />
    </section>
  );
}

interface SlotProps {
  readonly slot: PictureSlot;
  readonly needed: boolean;
  readonly pictures: Pictures;
}

function Slot({ slot, needed, pictures }: SlotProps) {
  const { picture, order } = slot;
  const name = order === null ? pictureText(slot.type) : `${pictureText(slot.type)} ${order}`;
  const isWorking = pictures.working === slot.key;
  return (
    <li data-slot={slot.key} data-needed={(needed && picture === null) || undefined}>
      <FileButton
        multiple
        accept="image/png,image/jpeg,image/webp"
        onChange={(files) => void pictures.take(files, slot)}
      >
        {(props) => (
          <button
            {...props}
            type="button"
            className={styles['slot']}
            aria-label={picture === null ? t('listingPhoto.add', [name]) : t('listingPhoto.change', [name])}
          >
            {isWorking ? <Loader size={16} aria-label={t('listingPhoto.working')} /> : null}
            {!isWorking && picture === null ? <IconCamera size={18} stroke={1.6} aria-hidden="true" /> : null}
            {!isWorking && picture !== null ? <img src={picture.url} alt="" /> : null}
          </button>
        )}
      </FileButton>
      {picture === null ? null : (
        <ActionIcon
          size="sm"
          className={styles['off'] ?? ''}
          aria-label={t('listingPhoto.remove', [name])}
          onClick={() => void pictures.remove(slot)}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
      <span>{name}</span>
    </li>
  );
}

function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
}
