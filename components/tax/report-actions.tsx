import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { TaxReport } from '@/lib/domain/tax/tax-report';
import { mtdReturn } from '@/lib/domain/tax/uk-vat-return';
import { isFiled } from '@/lib/queries/tax-filed';
import { ask } from '../bridge/ask';
import { downloadFile } from '../bridge/download-file';
import { localOffset } from '../bridge/local-time';
import { useLive } from '../bridge/use-live';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { entriesCsv, figuresCsv } from './pack/report-csv';

interface ReportActionsProps {
  readonly report: TaxReport;
  readonly isOver: boolean;
}

/** What can be done with a report: take it along, and mark it as filed. */
export function ReportActions({ report, isOver }: ReportActionsProps) {
  const [busy, setBusy] = useState(false);
  const { kind, period } = report;
  const filed = useLive((books) => isFiled(books, kind, period.first), [kind, period.first]);
  const again = filed.value ?? false;
  const file = async () => {
    setBusy(true);
    const asked = await ask('tax/file', { kind, first: period.first });
    setBusy(false);
    if (asked.ok) toast(t('tax.filed'));
    else toastProblem(asked.message);
  };
  const save = (name: string, text: string) => {
    downloadFile(name, 'text/csv;charset=utf-8', text);
    toast(t('tax.saveDone', [name]));
  };
  const copy = () => {
    navigator.clipboard.writeText(JSON.stringify(mtdReturn(report), null, 2)).then(
      () => toast(t('tax.copied')),
      () => toastProblem(t('tax.copyFailed')),
    );
  };
  return (
    <span style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            h={28}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          >
            {t('tax.takeAlong')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconDownload size={14} aria-hidden="true" />}
            onClick={() => save(`archvd-${kind}-${period.first}.csv`, figuresCsv(report))}
          >
            {t('tax.csvFigures')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDownload size={14} aria-hidden="true" />}
            onClick={() => save(`archvd-${kind}-${period.first}-rows.csv`, entriesCsv(report, localOffset))}
          >
            {t('tax.csvRows')}
          </Menu.Item>
          {kind === 'uk-vat' ? (
            <Menu.Item leftSection={<IconCopy size={14} aria-hidden="true" />} onClick={copy}>
              {t('tax.copyMtd')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-sm"
        h={28}
        loading={busy}
        disabled={!isOver}
        title={isOver ? t('tax.fileHint') : t('tax.fileOpen')}
        onClick={() => void file()}
      >
        {again ? t('tax.fileAgain') : t('tax.file')}
      </Button>
    </span>
  );
}
