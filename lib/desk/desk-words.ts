import type { AlertsDeps } from '@/lib/jobs/alerts';
import type { RemindReleasesDeps } from '@/lib/jobs/remind-of-releases';
import type { TargetWords } from '@/lib/sync/ring-targets';

/** What the desk says by itself; words are made outside of lib. */
export interface DeskWords {
  readonly alerts: AlertsDeps['words'];
  readonly releases: RemindReleasesDeps['releaseWords'];
  readonly targets: TargetWords;
}
