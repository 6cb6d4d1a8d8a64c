import { ActionIcon, Button, TagsInput, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { FEWEST_OF_ARM } from '@/lib/domain/experiments/judge-experiment';
import { instant } from '@/lib/domain/time/instant';
import { experimentCandidates, type ExperimentCandidate } from '@/lib/queries/experiment-candidates';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { startExperiment } from './experiment-commands';
import {
  chosenListings,
  FEWEST_DAYS,
  MOST_DAYS,
  NEW_EXPERIMENT,
  readArm,
  readArms,
  readDays,
  type ExperimentDraft,
} from './experiment-draft';
import styles from './experiments.module.css';
import { armName } from './verdict-words';

const MOST_ARMS = 4;

/** A new experiment: which listings, which prices, how long. */
export function ExperimentForm({ onClose }: { readonly onClose: () => void }) {
  const [draft, setDraft] = useState<ExperimentDraft>(NEW_EXPERIMENT);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const candidates = useLive((books) => experimentCandidates(books, instant(Date.now())), []).value;
  const change = (part: Partial<ExperimentDraft>) => {
    setDraft({ ...draft, ...part });
    setRefusal(null);
  };
  const chosen = chosenListings(candidates ?? [], draft);
  const [arms, days] = [readArms(draft.arms), readDays(draft.days)];
  const each = Math.floor(chosen.length / draft.arms.length);
  const isEnough = each >= FEWEST_OF_ARM;
  const name = draft.name.trim();
  const start = async () => {
    setTried(true);
    if (busy || name === '' || arms === null || days === null || !isEnough) return;
    setBusy(true);
    const refused = await startExperiment({
      name,
      days,
      listingIds: [...chosen],
      arms: arms.map((basisPoints) => ({ name: armName(basisPoints), basisPoints })),
    });
    setBusy(false);
    setRefusal(refused);
    if (refused === null) onClose();
  };
  return (
    <form
      className={styles['form']}
      aria-label={t('experiments.add')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <TextInput
        label={t('experiments.name')}
        value={draft.name}
        maxLength={120}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={tried && name === '' ? t('experiments.nameNeeded') : undefined}
        data-autofocus
      />
      <Listings candidates={candidates ?? []} draft={draft} change={change} />
      <p role="status" className={isEnough ? undefined : styles['needsYou']} data-testid="experiment-count">
        {candidates === null ? t('state.loading') : countLine(chosen.length, each, draft.arms.length, isEnough)}
      </p>
      <Prices draft={draft} change={change} />
      <TextInput
        label={t('experiments.days')}
        description={t('experiments.daysHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.days}
        inputMode="numeric"
        onChange={(event) => change({ days: event.currentTarget.value })}
        error={days === null ? t('experiments.daysProblem', [String(FEWEST_DAYS), String(MOST_DAYS)]) : undefined}
      />
      <ul className={styles['means']}>
        <li>{t('experiments.meansFirst')}</li>
        <li>{t('experiments.meansFloor')}</li>
        <li>{t('experiments.meansLive')}</li>
      </ul>
      <ProblemText text={refusal} />
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={!isEnough || arms === null || days === null}>
          {t('experiments.start')}
        </Button>
      </div>
    </form>
  );
}

function countLine(count: number, each: number, arms: number, isEnough: boolean): string {
  return isEnough
    ? t('experiments.fit', count, [countText(count), countText(each)])
    : t('experiments.fitTooFew', count, [countText(count), countText(arms), countText(arms * FEWEST_OF_ARM)]);
}

interface PartProps {
  readonly draft: ExperimentDraft;
  readonly change: (part: Partial<ExperimentDraft>) => void;
}

function Listings({ candidates, draft, change }: PartProps & { readonly candidates: readonly ExperimentCandidate[] }) {
  const known = (all: readonly (string | null)[]) =>
    [...new Set(all.filter((each) => each !== null && each !== ''))].toSorted((a, b) =>
      String(a).localeCompare(String(b), 'en'),
    );
  const fields = [
    ['brands', t('ruleEdit.brands'), known(candidates.map(({ brand }) => brand))],
    ['styleCodes', t('ruleEdit.styleCodes'), known(candidates.map(({ styleCode }) => styleCode))],
    ['tags', t('ruleEdit.tags'), known(candidates.flatMap(({ tags }) => tags))],
  ] as const;
  return (
    <fieldset className={styles['group']}>
      <legend>{t('experiments.which')}</legend>
      {fields.map(([field, label, data]) => (
        <TagsInput
          key={field}
          label={label}
          data={data.filter((each) => each !== null)}
          value={[...draft[field]]}
          onChange={(next) => change({ [field]: next })}
          placeholder={draft[field].length === 0 ? t('ruleEdit.anyValue') : ''}
          acceptValueOnBlur
          openOnFocus={false}
          maxDropdownHeight={220}
          limit={100}
        />
      ))}
    </fieldset>
  );
}

function Prices({ draft, change }: PartProps) {
  const set = (nth: number, text: string) => change({ arms: draft.arms.with(nth, text) });
  const isSame = draft.arms.every((arm) => readArm(arm) !== null) && readArms(draft.arms) === null;
  return (
    <fieldset className={styles['group']}>
      <legend>{t('experiments.prices')}</legend>
      <p className={styles['quiet']}>{t('experiments.pricesHint')}</p>
      {draft.arms.map((arm, nth) => {
        const basisPoints = readArm(arm);
        return (
          <div key={nth} className={styles['arm']}>
            <TextInput
              aria-label={t('experiments.armOf', [nth + 1])}
              value={arm}
              inputMode="text"
              rightSection="%"
              onChange={(event) => set(nth, event.currentTarget.value)}
              error={basisPoints === null}
            />
            <span>{basisPoints === null ? t('experiments.armProblem') : armName(basisPoints)}</span>
            {draft.arms.length > 2 ? (
              <ActionIcon
                aria-label={t('experiments.removeArm', [nth + 1])}
                onClick={() => change({ arms: draft.arms.toSpliced(nth, 1) })}
              >
                <IconX size={16} />
              </ActionIcon>
            ) : null}
          </div>
        );
      })}
      {isSame ? <p className={styles['needsYou']}>{t('experiments.samePrice')}</p> : null}
      {draft.arms.length < MOST_ARMS ? (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => change({ arms: [...draft.arms, '2'] })}
          >
            {t('experiments.addArm')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
