import type { ReleaseEntryRow } from '@/lib/queries/releases';
import type { MessageInput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';

export type ReleaseInput = MessageInput<'releases/save'>['release'];

/** Everything a message says of a release that is there already. */
function inputOf({ release }: ReleaseEntryRow): ReleaseInput {
  const { catalogId, styleCode, name, brand, date, at, retailPrice, url, note, remind } = release;
  return { catalogId, styleCode, name, brand, date, at, retailPrice, url, note, remind };
}

/** @returns whether it is kept */
export async function keepRelease(id: string | null, release: ReleaseInput, said: string): Promise<boolean> {
  const asked = await ask('releases/save', { id, release });
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok) offerUndo(said, asked.value.undoId);
  return asked.ok;
}

/** Of the catalogue's own entry the product is watched: its release reminds from then on. */
export async function turnReminder(entry: ReleaseEntryRow): Promise<void> {
  const { release } = entry;
  if (release.source !== 'catalogue') {
    const remind = !release.remind;
    const said = remind ? t('releases.reminds', [release.name]) : t('releases.silent', [release.name]);
    await keepRelease(release.id, { ...inputOf(entry), remind }, said);
    return;
  }
  if (release.catalogId === null) return;
  const asked = await ask('watch/add', { catalogId: release.catalogId, usSize: null, targetPrice: null });
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok) offerUndo(t('releases.reminds', [release.name]), asked.value.undoId);
}

/** Takes an entry off the calendar; one of the catalogue's is hidden. */
export async function takeOff({ release }: ReleaseEntryRow): Promise<void> {
  const asked =
    release.source === 'catalogue'
      ? await ask('releases/hide', { catalogId: release.catalogId ?? '', hidden: true })
      : await ask('releases/remove', { ids: [release.id] });
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok) offerUndo(t('releases.takenOff', [release.name]), asked.value.undoId);
}
