/** How far a piece of work is: in a few words for each part of it, and a bar. Numbers are shown, not read out each time. */
import { say } from '../../../lib/words';
import { sayDoing, sayEnded, sayFailed, sayFar } from './saying';
import type { Work } from './useWork';

export interface ProgressProps {
  readonly work: Work;
  readonly onCancel: () => void;
}

export function Progress({ work, onCancel }: ProgressProps) {
  return (
    <div class="progress">
      <p role="status" data-bad={work.state === 'failed'} dir="auto">
        {saying(work)}
      </p>
      {work.state === 'working' && (
        <>
          <progress
            aria-label={say('library_add_progress')}
            max={1}
            {...(work.step.of > 0 ? { value: work.step.done / work.step.of } : {})}
          />
          <p class="progress-foot">
            <span aria-hidden="true">{sayFar(work.step)}</span>
            <button type="button" class="button quiet" onClick={onCancel}>
              {say('library_add_cancel')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

function saying(work: Work): string {
  switch (work.state) {
    case 'idle':
      return '';
    case 'working':
      return sayDoing(work.step, work.about.name);
    case 'ended':
      return sayEnded(work.ended);
    case 'failed':
      return sayFailed(work.about.id === undefined ? 'add' : 'update', work.about.name, work.why);
  }
}
