/** Checks that changed since the reader opened them, one line each; told once. */
import { ChevronRight } from 'lucide';
import { say } from '../lib/words';
import { type Change, sameVerdict } from './Changed';
import { sayDate } from './dates';
import { Icon } from './Icon';
import { Say } from './Say';

export interface ChangedListProps {
  readonly changes: readonly Change[];
  readonly onOpen: (check: string) => void;
  /** The reader has seen them. */
  readonly onDone: () => void;
}

export function ChangedList({ changes, onOpen, onDone }: ChangedListProps) {
  if (changes.length === 0) return null;
  return (
    <section class="changed-list" aria-labelledby="changed-title">
      <div class="changed-head">
        <h2 id="changed-title">{say('popup_changed_title')}</h2>
        <button type="button" class="button quiet" onClick={onDone}>
          {say('popup_changed_done')}
        </button>
      </div>
      <ul>
        {changes.map(({ id, was, now, when }) => (
          <li key={id}>
            <button type="button" data-check={id} onClick={() => onOpen(id)}>
              <span class="changed-words">
                <span class="changed-question">
                  <bdi>{now.question}</bdi>
                </span>
                <span class="changed-step">
                  {sameVerdict(was.verdict, now.verdict) ? (
                    <Say
                      of="popup_changed_text"
                      values={[<bdi>{now.verdict.label}</bdi>, <Since when={when} />]}
                    />
                  ) : (
                    <Say
                      of="popup_changed_verdict"
                      values={[
                        <bdi>{was.verdict.label}</bdi>,
                        <bdi>{now.verdict.label}</bdi>,
                        <Since when={when} />,
                      ]}
                    />
                  )}
                </span>
              </span>
              <Icon node={ChevronRight} size={16} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Since = ({ when }: { when: string }) => <time dateTime={when}>{sayDate(when.slice(0, 10))}</time>;
