import { Button } from '@mantine/core';
import { IconBeach } from '@tabler/icons-react';
import { useState } from 'react';
import { countText, dateText } from '../ui/format';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import { useVacation } from './use-vacation';
import { VacationDialog } from './vacation-dialog';

/** Shown everywhere while the seller is away, with the way back. */
export function VacationBanner() {
  const vacation = useVacation();
  const [asking, setAsking] = useState(false);
  if (vacation === null) return null;
  const { counts } = vacation;
  const said =
    counts.underWay > 0
      ? t('vacation.working', counts.underWay, [countText(counts.underWay)])
      : t('vacation.on', counts.off, [countText(counts.off)]);
  return (
    <>
      <Banner
        tone="needs-you"
        icon={IconBeach}
        action={
          <Button variant="default" size="compact-sm" onClick={() => setAsking(true)} data-testid="vacation-back">
            {t('vacation.back')}
          </Button>
        }
      >
        <span data-testid="vacation-banner">
          {t('vacation.banner', [dateText(vacation.vacation.startedAt)])} {said}
        </span>
      </Banner>
      <VacationDialog opened={asking} onClose={() => setAsking(false)} />
    </>
  );
}
