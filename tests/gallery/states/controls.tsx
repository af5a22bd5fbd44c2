/** Controls of our pages. */
import { Settings } from 'lucide';
import { Icon } from '../../../components/Icon';
import { LoudnessDrawing } from '../../../components/LoudnessDrawing';
import { OutLink } from '../../../components/OutLink';
import { RadioCards } from '../../../components/RadioCards';
import { StrictnessDrawing } from '../../../components/StrictnessDrawing';
import { Switch } from '../../../components/Switch';
import { AddForm } from '../../../entrypoints/options/AddForm';
import { Locked } from '../../../entrypoints/options/Locked';
import { GroupRow } from '../../../entrypoints/options/marks/GroupRow';
import { SearchField } from '../../../entrypoints/options/search/SearchField';
import { LOUDNESS, STRICTNESS } from '../../../lib/store/settings';
import { say } from '../../../lib/words';
import { nothing } from '../fixtures/cards';
import type { Group } from '../state';

export const switches: Group = {
  id: 'switches',
  title: 'Switches',
  about:
    'For what takes effect at once. The whole row is the control; the words say what is on, not what will be. What an organisation has set is shown as it is, with a lock and a reason, and can be reached and read but not moved.',
  surface: 'options',
  width: 360,
  states: [
    {
      name: 'on',
      show: () => <Switch label="Bridges of Marrow" checked onChange={nothing} />,
      focus: '.switch',
    },
    { name: 'off', show: () => <Switch label="Bridges of Marrow" checked={false} onChange={nothing} /> },
    {
      name: 'with a description, long',
      show: () => (
        <Switch
          label="Brückenunterhaltungsgenossenschaften und Durchfahrtsgewichte"
          description="What is said of bridges, ferries and the weights they carry, from 1964 until today."
          checked
          onChange={nothing}
        />
      ),
    },
    {
      name: 'set by an organisation',
      show: () => (
        <div class="g-stack" style={{ justifyItems: 'stretch' }}>
          <Locked />
          <Switch label="Bridges of Marrow" checked locked onChange={nothing} />
          <Switch label="Moons" checked={false} locked onChange={nothing} />
        </div>
      ),
    },
  ],
};

const loudness = (locked: boolean) => () => (
  <RadioCards
    legend={say('options_loudness')}
    value="badge"
    locked={locked}
    onChange={nothing}
    options={LOUDNESS.map((value) => ({
      value,
      label: say(`options_loudness_${value}`),
      description: say(`options_loudness_${value}_what`),
      drawing: <LoudnessDrawing loudness={value} />,
    }))}
  />
);

export const radioCards: Group = {
  id: 'radio-cards',
  title: 'One of a few',
  about:
    'Where a choice can be shown, it is: a small drawing of what each does, then its name, then a line. Where it is known by name already, segments side by side. For each verdict, a row with a sentence as a page would show it.',
  surface: 'options',
  width: 560,
  states: [
    { name: 'chosen by what it looks like', show: loudness(false), focus: 'input:checked' },
    { name: 'set by an organisation', show: loudness(true) },
    {
      name: 'how sure',
      show: () => (
        <RadioCards
          legend={say('options_strictness')}
          value="strict"
          onChange={nothing}
          options={STRICTNESS.map((value) => ({
            value,
            label: say(`options_strictness_${value}`),
            description: say(`options_strictness_${value}_what`),
            drawing: <StrictnessDrawing strictness={value} />,
          }))}
        />
      ),
    },
    {
      name: 'by verdict',
      show: () => (
        <ul class="rows">
          <GroupRow group="false" own={undefined} all="badge" locked={false} onChange={nothing} />
          <GroupRow group="satire" own="underline" all="badge" locked={false} onChange={nothing} />
          <GroupRow group="context" own="list" all="badge" locked onChange={nothing} />
        </ul>
      ),
    },
  ],
};

export const buttons: Group = {
  id: 'buttons',
  title: 'Buttons, links, fields',
  about:
    'One filled button on a surface at most: what it is there for. The others have an edge, or are words alone. A red one only takes things away for good. Each says what it does with a verb. Links that leave say so with an arrow. Fields say what is wrong with what was typed below it, and what to do.',
  surface: 'options',
  width: 340,
  states: [
    {
      name: 'kinds',
      show: () => (
        <div class="g-side">
          <button type="button" class="button primary">
            Read the check
          </button>
          <button type="button" class="button">
            Save
          </button>
          <button type="button" class="button quiet">
            Cancel
          </button>
          <button type="button" class="button danger">
            Remove for good
          </button>
          <button type="button" class="icon-button" aria-label="Settings">
            <Icon node={Settings} size={17} />
          </button>
        </div>
      ),
    },
    {
      name: 'cannot be used now; in focus',
      show: () => (
        <div class="g-side">
          <button type="button" class="button primary" disabled>
            Read the check
          </button>
          <button type="button" class="button" disabled>
            Save
          </button>
          <button type="button" class="button shown-focus">
            In focus
          </button>
        </div>
      ),
      focus: '.shown-focus',
    },
    {
      name: 'link that leaves',
      show: () => <OutLink href="https://roads.example/notices">roads.example/notices</OutLink>,
    },
    {
      name: 'search',
      show: () => (
        <SearchField typed="bridge" found={{ settings: 3, sections: new Set() }} onType={nothing} />
      ),
    },
    {
      name: 'something is wrong with what was typed',
      show: () => (
        <AddForm
          field={{ current: null }}
          label={say('options_sites_add_off')}
          hint={say('options_sites_hint')}
          button={say('options_sites_add_off_go')}
          onAdd={() => 'Type a host name, such as courier.example.'}
        />
      ),
      clicks: ['button'],
    },
  ],
};
