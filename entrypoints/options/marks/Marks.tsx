/** How a match is shown on a page: how loud, how loud by verdict with a sample of each, and how sure Factmark must be. */
import { LoudnessDrawing } from '../../../components/LoudnessDrawing';
import { RadioCards } from '../../../components/RadioCards';
import { StrictnessDrawing } from '../../../components/StrictnessDrawing';
import { LOUDNESS, type Settings, STRICTNESS, VERDICT_GROUPS } from '../../../lib/store/settings';
import { say } from '../../../lib/words';
import { Locked } from '../Locked';
import { Section, Setting } from '../Section';
import { GroupRow } from './GroupRow';

export interface MarksProps {
  readonly settings: Settings;
  readonly locked: readonly (keyof Settings)[];
  readonly onChange: (change: Partial<Settings>) => void;
}

export function Marks({ settings, locked, onChange }: MarksProps) {
  const { loudness, loudnessFor, strictness } = settings;
  return (
    <Section title={say('options_marks')} lead={say('options_marks_lead')}>
      <Setting title={say('options_loudness')}>
        {locked.includes('loudness') && <Locked />}
        <RadioCards
          legend={say('options_loudness')}
          value={loudness}
          locked={locked.includes('loudness')}
          onChange={(chosen) => onChange({ loudness: chosen })}
          options={LOUDNESS.map((value) => ({
            value,
            label: say(`options_loudness_${value}`),
            description: say(`options_loudness_${value}_what`),
            drawing: <LoudnessDrawing loudness={value} />,
          }))}
        />
      </Setting>
      <Setting title={say('options_groups')} what={say('options_groups_what')}>
        {locked.includes('loudnessFor') && <Locked />}
        <ul class="rows">
          {VERDICT_GROUPS.map((group) => (
            <GroupRow
              key={group}
              group={group}
              own={loudnessFor[group]}
              all={loudness}
              locked={locked.includes('loudnessFor')}
              onChange={(chosen) => {
                const { [group]: _before, ...others } = loudnessFor;
                onChange({ loudnessFor: chosen === undefined ? others : { ...others, [group]: chosen } });
              }}
            />
          ))}
        </ul>
      </Setting>
      <Setting title={say('options_strictness')}>
        {locked.includes('strictness') && <Locked />}
        <RadioCards
          legend={say('options_strictness')}
          value={strictness}
          locked={locked.includes('strictness')}
          onChange={(chosen) => onChange({ strictness: chosen })}
          options={STRICTNESS.map((value) => ({
            value,
            label: say(`options_strictness_${value}`),
            description: say(`options_strictness_${value}_what`),
            drawing: <StrictnessDrawing strictness={value} />,
          }))}
        />
      </Setting>
    </Section>
  );
}
