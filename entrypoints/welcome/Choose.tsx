/**
 * The few choices a new reader may want to make. How loud comes first, where the example that shows it is still in view;
 * topics, which are many, last.
 */
import { LoudnessDrawing } from '../../components/LoudnessDrawing';
import { RadioCards } from '../../components/RadioCards';
import { Switch } from '../../components/Switch';
import { LOUDNESS, type Loudness } from '../../lib/store/settings';
import { say, sayCount } from '../../lib/words';
import type { Choices } from './useChoices';

const LOUD = (loudness: Loudness) => ({
  value: loudness,
  label: say(`welcome_loud_${loudness}`),
  description: say(`welcome_loud_${loudness}_text`),
  drawing: <LoudnessDrawing loudness={loudness} />,
});

/** `choices` undefined: the library is being made ready. */
export function Choose({ choices }: { choices: Choices | undefined }) {
  return (
    <section class="choose" aria-labelledby="choose-title" aria-busy={!choices}>
      <h2 id="choose-title">{say('welcome_choose')}</h2>
      {choices && <Controls {...choices} />}
    </section>
  );
}

function Controls({ settings, topics, change, switchTopic }: Choices) {
  return (
    <div class="choices">
      <div class="loud">
        <h3>{say('welcome_loud')}</h3>
        <RadioCards
          legend={say('welcome_loud')}
          options={LOUDNESS.map(LOUD)}
          value={settings.loudness}
          onChange={(loudness) => change({ loudness })}
        />
      </div>
      <div class="memory">
        <Switch
          label={say('welcome_memory')}
          description={say('welcome_memory_text')}
          checked={settings.tellChanges}
          onChange={(tellChanges) => change({ tellChanges })}
        />
      </div>
      <div class="topics">
        <h3>{say('welcome_topics')}</h3>
        <ul>
          {topics.map(({ id, title, description, checks }) => (
            <li key={id}>
              <Switch
                label={<bdi>{title}</bdi>}
                description={
                  <>
                    <bdi>{description}</bdi>
                    <span class="count">{sayCount('welcome_topic_checks', checks)}</span>
                  </>
                }
                checked={!settings.topicsOff.includes(id)}
                onChange={(on) => switchTopic(id, on)}
              />
            </li>
          ))}
        </ul>
        <p>
          <a href="/options.html#library">{say('welcome_more_library')}</a>
        </p>
      </div>
    </div>
  );
}
