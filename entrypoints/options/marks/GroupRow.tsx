/** A group of verdicts: its shape, the ratings in it, a sentence as a page will show it, and how loud it is. */
import { useId } from 'preact/hooks';
import { VerdictShape } from '../../../components/VerdictMark';
import type { Rating } from '../../../lib/claims';
import { LOUDNESS, type Loudness, type VerdictGroup } from '../../../lib/store/settings';
import { say } from '../../../lib/words';

export interface GroupRowProps {
  readonly group: VerdictGroup;
  /** How loud this group is; `undefined`: as all others. */
  readonly own: Loudness | undefined;
  readonly all: Loudness;
  readonly locked: boolean;
  readonly onChange: (own: Loudness | undefined) => void;
}

/** The rating whose shape stands for its group. */
const FIRST = {
  true: 'true',
  caution: 'misleading',
  false: 'false',
  unknown: 'unproven',
  satire: 'satire',
  context: 'context',
} as const satisfies Record<VerdictGroup, Rating>;

export function GroupRow({ group, own, all, locked, onChange }: GroupRowProps) {
  const id = useId();
  return (
    <li class="row verdict-group" data-tone={group}>
      <VerdictShape rating={FIRST[group]} />
      <label class="group-name" for={id}>
        {namesOf(group)}
      </label>
      <Sample group={group} loudness={own ?? all} />
      <select
        id={id}
        class="select"
        disabled={locked}
        value={own ?? 'same'}
        onChange={({ currentTarget }) => onChange(LOUDNESS.find((value) => value === currentTarget.value))}
      >
        <option value="same">{say('options_groups_same')}</option>
        {LOUDNESS.map((value) => (
          <option key={value} value={value}>
            {say(`options_loudness_${value}`)}
          </option>
        ))}
      </select>
    </li>
  );
}

/** A sentence of a page, marked as it will be. */
function Sample({ group, loudness }: { group: VerdictGroup; loudness: Loudness }) {
  return (
    <p class="sample" data-loudness={loudness}>
      <span class="sample-text">{say(`options_groups_sample_${group}`)}</span>
      {loudness === 'badge' && (
        <>
          {' '}
          <VerdictShape rating={FIRST[group]} />
        </>
      )}
      {loudness === 'list' && <span class="sample-list">{say('options_groups_listed')}</span>}
    </p>
  );
}

/** “False or mostly false” */
export const namesOf = (group: VerdictGroup): string => say(`options_groups_name_${group}`);
