import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../ui/text';
import { DeleteDialog } from './delete-dialog';
import { SubPart } from './sub-part';

/** The way out: nothing of the companion stays on this device. */
export function DeletePart() {
  const [open, setOpen] = useState(false);
  return (
    <SubPart title={t('options.deleteTitle')} text={t('options.deleteText')}>
      <Button
        variant="default"
        c="var(--archvd-loss)"
        leftSection={<IconTrash size={16} />}
        onClick={() => setOpen(true)}
      >
        {t('options.deleteButton')}
      </Button>
      <DeleteDialog opened={open} onClose={() => setOpen(false)} />
    </SubPart>
  );
}
