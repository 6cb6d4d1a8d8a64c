import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import type { PageView } from '@/lib/messaging/page-view';
import { pageLookUp, type PageLookUp, type PageSettings } from '@/lib/queries/page-look-up';
import { bareCurrency, toQuestion } from '@/lib/queries/page-question';
import { useLive, type Live } from '../bridge/use-live';
import { useRegion } from '../bridge/use-region';
import { useSetting } from '../bridge/use-setting';
import { useNow } from '../ui/use-now';

type Question = NonNullable<PageView['question']>;

/** Which US size a person took one of the page's for; null: none. */
export type Taken = Question['taken'];

interface Told {
  /** Which of several catalogue items it is; null: nobody said. */
  readonly catalogId: string | null;
  readonly taken: Taken;
}

/** What the books know of the page's product; null while the settings are read, or the page names no shoe. */
export function usePageLook(question: Question | null, told: Told): Live<PageLookUp | null> {
  const settings = usePageSettings();
  const asked =
    question === null
      ? null
      : { ...question, catalogId: told.catalogId ?? question.catalogId, taken: told.taken ?? question.taken };
  return useLive(
    async (books) => {
      const code = asked === null ? null : parseStyleCode(asked.styleCode);
      if (asked === null || code === null || settings === null) return null;
      const { profiles } = settings;
      return pageLookUp(books, toQuestion(asked, code, bareCurrency(asked.site, profiles)), settings);
    },
    [asked, settings],
  );
}

/** Here, beside the page and not in it, own costs and floors are always told. */
function usePageSettings(): PageSettings | null {
  const now = useNow();
  const regionId = useRegion();
  const [profile] = useSetting('feeProfile');
  const [targetRoiBasisPoints] = useSetting('targetRoi');
  const [profiles] = useSetting('siteProfiles');
  if (profile === null || targetRoiBasisPoints === null || profiles === null || regionId === undefined) return null;
  // Fee tables change by the day: the books are not asked anew with every tick.
  const at = instant(now - (now % (10 * MINUTE_MS)));
  return { now: at, profile, regionId, targetRoiBasisPoints, profiles, ownCosts: true };
}
