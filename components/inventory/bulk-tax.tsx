import { Menu } from '@mantine/core';
import { IconReceiptTax } from '@tabler/icons-react';
import { PairTaxDialog } from '../bridge/pair-tax-dialog';
import { useSetting } from '../bridge/use-setting';
import { t } from '../ui/text';

/** How the marked pairs are taxed; nothing where that cannot differ from pair to pair. */
export function BulkTaxItem({ onClick }: { readonly onClick: () => void }) {
  const [profile] = useSetting('taxProfile');
  if (profile === null || !profile.registered || profile.country === 'US') return null;
  return (
    <Menu.Item leftSection={<IconReceiptTax size={14} />} onClick={onClick} data-testid="bulk-tax">
      {t('tax.treatmentLabel')}
    </Menu.Item>
  );
}

interface BulkTaxProps {
  readonly ids: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function BulkTax({ ids, opened, onClose }: BulkTaxProps) {
  const [profile] = useSetting('taxProfile');
  if (profile === null) return null;
  return <PairTaxDialog opened={opened} pairIds={ids} pair={null} profile={profile} onClose={onClose} />;
}
