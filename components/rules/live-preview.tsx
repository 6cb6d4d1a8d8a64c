import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ListingDecision } from '@/lib/domain/repricing/decision';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { listingNames } from '@/lib/queries/listing-names';
import { previewGround } from '@/lib/queries/rule-preview';
import { changeText, holdText } from '../bridge/decision-words';
import { localOffset } from '../bridge/local-time';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { useValuation } from '../bridge/use-valuation';
import { countText, moneyText } from '../ui/format';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import styles from './editor.module.css';
import { planPreview, type EditedRule, type RulePreview } from './plan-preview';

/** Rows of the preview; a whole run has a table of its own. */
const SHOWN = 6;
/** What is typed is read when a moment has passed without another letter. */
const PAUSE_MS = 300;

export type PreviewState =
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly message: string }
  /** `preview` null: the fields cannot be read yet; the last one is not shown for what it is not. */
  | { readonly state: 'ready'; readonly listings: number; readonly preview: RulePreview | null };

/** What the edited rule would do to what is for sale now, worked out in this page. */
export function useRulePreview(edited: EditedRule | null): PreviewState {
  const valuation = useValuation();
  const [guards] = useSetting('repricingGuards');
  const live = useLive(async (books) => (valuation === null ? null : previewGround(books, valuation)), [valuation]);
  const [settled] = useDebouncedValue(edited, PAUSE_MS);
  const ground = live.value;
  const preview = useMemo(() => {
    if (ground === null || settled === null || guards === null || valuation === null) return null;
    return planPreview(ground, settled, guards, valuation.now, localOffset);
    // oxlint-disable-next-line react/exhaustive-deps -- a rule that reads the same is the same
  }, [ground, JSON.stringify(settled), guards, valuation]);
  if (live.state === 'failed') return { state: 'failed', message: live.message };
  if (ground === null || guards === null) return { state: 'reading' };
  return { state: 'ready', listings: ground.items.length, preview };
}

/** `12 of 340 listings would change` */
export function previewHeadline(preview: RulePreview): string {
  const { decided, changes } = preview;
  if (decided === 0) return t('ruleEdit.notDecided');
  if (changes.length === 0) return t('ruleEdit.wouldStay', [countText(decided)]);
  return t('ruleEdit.wouldChange', changes.length, [countText(changes.length), countText(decided)]);
}

/** The preview beside the editor: how many change, why others do not, and the first of them. */
export function LivePreview({ state }: { readonly state: PreviewState }) {
  return (
    <section className={styles['preview']} aria-label={t('ruleEdit.preview')} data-testid="rule-preview">
      <h2>{t('ruleEdit.preview')}</h2>
      {state.state === 'reading' ? <SkeletonRows count={3} /> : null}
      {state.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [state.message])} />
      ) : null}
      {state.state === 'ready' ? <Ready listings={state.listings} preview={state.preview} /> : null}
    </section>
  );
}

function Ready({ listings, preview }: { readonly listings: number; readonly preview: RulePreview | null }) {
  if (listings === 0) return <p className={styles['hint']}>{t('ruleEdit.noListings')}</p>;
  if (preview === null) return <p className={styles['hint']}>{t('ruleEdit.incomplete')}</p>;
  const held = preview.holds.map(({ reason, count }) =>
    t('ruleEdit.held', [countText(count), holdText(reason).toLowerCase()]),
  );
  return (
    <>
      <p className={styles['headline']} role="status">
        {previewHeadline(preview)}
      </p>
      {preview.stopped === null ? null : <p className={styles['problem']}>{t('ruleEdit.breaker')}</p>}
      <ul className={styles['held']}>
        {held.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {preview.above > 0 ? <li>{t('ruleEdit.ruledAbove', preview.above, [countText(preview.above)])}</li> : null}
        {preview.closed ? <li>{t('ruleEdit.closed')}</li> : null}
      </ul>
      <FirstRows changes={preview.changes.slice(0, SHOWN)} />
      <p className={styles['hint']}>{t('ruleEdit.asOf')}</p>
    </>
  );
}

function FirstRows({ changes }: { readonly changes: readonly ListingDecision[] }) {
  const ids = changes.map(({ listingId }) => listingId);
  const names = useLive((books) => listingNames(books, ids), [ids.join(' ')]).value;
  if (changes.length === 0) return null;
  return (
    <ul className={styles['rows']} aria-label={t('ruleEdit.first')}>
      {changes.map(({ listingId, from, decision }) => {
        const named = names?.get(listingId);
        return decision.kind === 'change' ? (
          <li key={listingId}>
            <span className="archvd-clip">{named?.name ?? ''}</span>
            <span className="archvd-figure archvd-strong">
              {moneyText(from)} → {moneyText(decision.to)}
            </span>
            <span>{named === undefined ? '' : `${formatSize(named.size, named.run)} · ${named.code}`}</span>
            <span>{changeText(decision.reason)}</span>
          </li>
        ) : null;
      })}
    </ul>
  );
}
