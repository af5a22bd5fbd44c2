/** What the page and its worker say to each other when a source is added or updated. */
import type { Schedule } from '../../../lib/store/source';
import type { Outcome } from '../../../lib/store/updates/outcome';
import type { Step } from '../../../lib/store/updates/step';

export type Task =
  | { readonly task: 'files'; readonly files: readonly File[] }
  | { readonly task: 'address'; readonly address: string; readonly schedule: Schedule }
  | { readonly task: 'update'; readonly id: string };

/** What is asked of the worker. It has no words of its own: it is told in which language the page speaks. */
export interface Asked {
  readonly task: Task;
  /** Name of a folder of `_locales`. */
  readonly language: string;
  /** Language tag for numbers. */
  readonly locale: string;
}

export type FromWorker = { readonly step: Step } | { readonly ended: Outcome } | { readonly failed: string };
