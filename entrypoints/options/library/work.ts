/** What the page and its worker say to each other when a source is added or updated. */
import type { Schedule } from '../../../lib/store/source';
import type { Outcome } from '../../../lib/store/updates/outcome';
import type { Step } from '../../../lib/store/updates/step';

export type Task =
  | { readonly task: 'files'; readonly files: readonly File[] }
  | { readonly task: 'address'; readonly address: string; readonly schedule: Schedule }
  | { readonly task: 'update'; readonly id: string };

export type FromWorker = { readonly step: Step } | { readonly ended: Outcome } | { readonly failed: string };
