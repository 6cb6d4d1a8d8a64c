import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { ViewTabs } from '../ui/view-tabs';
import { ExportPart } from './export-part';
import { ImportPart } from './import-part';
import { PastImports } from './past-imports';

const VIEWS = ['import', 'export', 'past'] as const;

type View = (typeof VIEWS)[number];

const WORDS: Readonly<Record<View, () => string>> = {
  import: () => t('files.import'),
  export: () => t('files.export'),
  past: () => t('files.past'),
};

/** Files in and files out. */
export function FilesScreen() {
  const { route } = useRoute();
  const view = VIEWS.find((each) => each === route.view) ?? 'import';
  const tabs = VIEWS.map((each) => ({
    id: each,
    href: routeHref({ screen: 'files', view: each === 'import' ? null : each }),
    isCurrent: each === view,
    label: WORDS[each](),
    testId: `files-${each}`,
  }));
  return (
    <Screen title={t('nav.files')} tools={<ViewTabs label={t('files.views')} tabs={tabs} />}>
      {view === 'import' ? <ImportPart /> : view === 'export' ? <ExportPart /> : <PastImports />}
    </Screen>
  );
}
