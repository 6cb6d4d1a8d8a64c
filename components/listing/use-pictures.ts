import { useState } from 'react';
import { EXTRA_PICTURE, REQUESTED_PICTURES } from '@/lib/domain/listings/listing-words';
import { readStagedPictures } from '@/lib/queries/listing-pictures';
import { ask } from '../bridge/ask';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { preparePicture, type PreparedPicture } from './prepare-picture';

/** Extras alias takes. */
const EXTRAS = 3;

export interface PictureSlot {
  readonly key: string;
  readonly type: string;
  readonly order: number | null;
  /** Row and bytes of what is in it; null: empty. */
  readonly picture: { readonly id: string; readonly url: string } | null;
}

export interface Pictures {
  readonly slots: readonly PictureSlot[];
  /** Key of the slot a picture is being prepared for; null: none is. */
  readonly working: string | null;
  readonly problem: string | null;
  /** Puts a picture where it belongs; several fill the empty slots that follow. */
  readonly take: (files: readonly Blob[], from: PictureSlot | null) => Promise<void>;
  readonly remove: (slot: PictureSlot) => Promise<void>;
}

/** Pictures kept for a pair until its listing has them: they outlive the form. */
export function usePictures(pairId: string): Pictures {
  const live = useLive((books) => readStagedPictures(books, pairId), [pairId]);
  const [working, setWorking] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const staged = live.value ?? [];
  const slots = allSlots().map((slot) => {
    const row = staged.find((each) => each.type === slot.type && each.order === slot.order);
    return { ...slot, picture: row?.dataUrl ? { id: row.id, url: row.dataUrl } : null };
  });
  const put = async (file: Blob, slot: PictureSlot): Promise<boolean> => {
    setWorking(slot.key);
    const prepared = await preparePicture(file);
    if (!prepared.ok) {
      setProblem(problemText(prepared));
      return false;
    }
    const { type, order } = slot;
    const asked = await ask('pictures/stage', { pairId, type, order, dataUrl: prepared.url });
    if (!asked.ok) setProblem(asked.message);
    return asked.ok;
  };
  return {
    slots,
    working,
    problem,
    take: async (files, from) => {
      setProblem(null);
      const empty = slots.filter((slot) => slot.picture === null && slot.key !== from?.key);
      const targets = from === null ? empty : [from, ...empty];
      // One after the other: each is decoded whole, and there may be ten of them.
      for (const [nth, file] of files.entries()) {
        const target = targets[nth];
        if (target === undefined || !(await put(file, target))) break;
      }
      setWorking(null);
    },
    remove: async ({ picture }) => {
      if (picture === null) return;
      const asked = await ask('pictures/discard', { pictureIds: [picture.id] });
      if (!asked.ok) toastProblem(asked.message);
    },
  };
}

function allSlots(): Omit<PictureSlot, 'picture'>[] {
  const extras = Array.from({ length: EXTRAS }, (_, nth) => nth + 1);
  return [
    ...REQUESTED_PICTURES.map((type) => ({ key: type, type, order: null })),
    ...extras.map((order) => ({ key: `${EXTRA_PICTURE} ${order}`, type: EXTRA_PICTURE, order })),
  ];
}

function problemText(prepared: Extract<PreparedPicture, { ok: false }>): string {
  if (prepared.reason === 'too-small')
    return t('listingPhoto.small', [countText(prepared.width), countText(prepared.height)]);
  return prepared.reason === 'too-large' ? t('listingPhoto.large') : t('listingPhoto.unreadable');
}
