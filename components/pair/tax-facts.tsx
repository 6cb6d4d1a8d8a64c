import { Button } from '@mantine/core';
import { useState } from 'react';
import { isEuCountry } from '@/lib/domain/tax/tax-country';
import { treatmentOf } from '@/lib/domain/tax/treatment';
import type { PairStory } from '@/lib/queries/pair-story';
import { PairTaxDialog } from '../bridge/pair-tax-dialog';
import { treatmentText } from '../bridge/treatment-words';
import { useSetting } from '../bridge/use-setting';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import { FactList } from './fact-list';
import styles from './pair.module.css';

/** How the pair is taxed, where that can differ from pair to pair. */
export function TaxFacts({ story: { pair } }: { readonly story: PairStory }) {
  const [profile] = useSetting('taxProfile');
  const [editing, setEditing] = useState(false);
  if (profile === null || !profile.registered) return null;
  if (profile.country !== 'GB' && profile.country !== 'AU' && !isEuCountry(profile.country)) return null;
  const { treatment, by } = treatmentOf(pair, profile);
  const { tax } = pair;
  return (
    <>
      <FactList
        title={t('tax.pairTax')}
        facts={[
          [
            t('tax.treatment'),
            <span key="treatment" style={{ whiteSpace: 'normal' }}>
              {by === 'pair' || by === 'input-tax'
                ? treatmentText(treatment)
                : t('tax.treatmentProfile', [treatmentText(treatment)])}{' '}
              <Button variant="default" size="compact-xs" onClick={() => setEditing(true)} data-testid="pair-tax">
                {t('tax.pairEdit')}
              </Button>
            </span>,
          ],
          ...(by === 'input-tax' ? [['', t('tax.treatmentInputTax')] as const] : []),
          ...(tax === null || tax.purchaseInvoice === ''
            ? []
            : [[t('tax.boughtInvoice'), tax.purchaseInvoice] as const]),
          ...(tax?.inputTax == null
            ? []
            : [[t('tax.pairInputTax'), <MoneyFigure key="input" amount={tax.inputTax} cents="fixed" />] as const]),
          ...(tax === null || tax.note === ''
            ? []
            : [
                [
                  t('pair.note'),
                  <span key="note" className={styles['note']}>
                    {tax.note}
                  </span>,
                ] as const,
              ]),
        ]}
      />
      <PairTaxDialog
        opened={editing}
        pairIds={[pair.id]}
        pair={pair}
        profile={profile}
        onClose={() => setEditing(false)}
      />
    </>
  );
}
