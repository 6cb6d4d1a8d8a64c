import { NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { conditionChoices, CONDITIONS, packagingChoices, PACKAGINGS } from '../bridge/condition-choices';
import { t } from '../ui/text';
import styles from './add.module.css';

/** What forms about pairs have in common, as typed. */
export interface MoreValues {
  readonly condition: string;
  readonly packaging: string;
  readonly bought: string;
  readonly supplier: string;
  readonly tags: readonly string[];
  readonly location: string;
  readonly note: string;
}

interface MoreFieldsProps {
  readonly values: MoreValues;
  readonly boughtProblem: string | undefined;
  /** alias says what condition and box are: then they are not ours to change. */
  readonly toldByAlias?: boolean;
  readonly onChange: (part: Partial<MoreValues>) => void;
}

export function MoreFields({ values, boughtProblem, toldByAlias = false, onChange }: MoreFieldsProps) {
  return (
    <>
      <div className={styles['two']}>
        <TextInput
          type="date"
          label={t('add.bought')}
          value={values.bought}
          error={boughtProblem}
          onChange={(event) => onChange({ bought: event.currentTarget.value })}
        />
        <TextInput
          label={t('add.supplier')}
          value={values.supplier}
          maxLength={120}
          onChange={(event) => onChange({ supplier: event.currentTarget.value })}
        />
      </div>
      <div className={styles['two']}>
        <TagsInput
          label={t('add.tags')}
          placeholder={values.tags.length === 0 ? t('add.tagsHint') : ''}
          value={[...values.tags]}
          maxTags={30}
          onChange={(tags) => onChange({ tags })}
        />
        <TextInput
          label={t('add.location')}
          placeholder={t('add.locationHint')}
          value={values.location}
          maxLength={80}
          onChange={(event) => onChange({ location: event.currentTarget.value })}
        />
      </div>
      <div className={styles['two']}>
        <NativeSelect
          label={t('add.condition')}
          data={withOther(conditionChoices(), values.condition, CONDITIONS)}
          value={values.condition}
          disabled={toldByAlias}
          onChange={(event) => onChange({ condition: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('add.box')}
          data={withOther(packagingChoices(), values.packaging, PACKAGINGS)}
          value={values.packaging}
          disabled={toldByAlias}
          onChange={(event) => onChange({ packaging: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('add.note')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={values.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}

/** A value this version has no word for stays what it is. */
function withOther(choices: { value: string; label: string }[], value: string, known: readonly string[]) {
  return known.includes(value) ? choices : [...choices, { value, label: value.replace('unknown:', '') }];
}
