/** The tokens themselves: what everything else is made of. */

import { ratio, rgbOf } from '../contrast';
import type { Group } from '../state';

const SIZES = ['xs', 'sm', 'md', 'lg', 'xl', '2xl'];
const SPACES = [1, 2, 3, 4, 5, 6, 7];

export const type: Group = {
  id: 'type',
  title: 'Type',
  about:
    'Two voices: the serif carries what publishers and pages say (questions, sentences, checks), the sans serif what we say (verdicts, controls, facts). Letters are those of the reader’s own system. Sizes are six and no more; on our own pages they follow the reader’s text size.',
  surface: 'page',
  width: 360,
  states: [
    {
      name: 'sans serif: ours',
      show: () => (
        <div class="g-stack">
          {SIZES.map((size) => (
            <span key={size} style={{ fontSize: `var(--fm-text-${size})`, lineHeight: 1.3 }}>
              {size} · Not so, it says
            </span>
          ))}
        </div>
      ),
    },
    {
      name: 'serif: what others say',
      show: () => (
        <div class="g-stack" style={{ fontFamily: 'var(--fm-serif)' }}>
          {SIZES.map((size) => (
            <span key={size} style={{ fontSize: `var(--fm-text-${size})`, lineHeight: 1.3 }}>
              {size} · The bridge is closed
            </span>
          ))}
        </div>
      ),
    },
    {
      name: 'other scripts',
      show: () => (
        <div class="g-stack" style={{ fontSize: 'var(--fm-text-lg)' }}>
          <span lang="ar" dir="rtl">
            الجسر الشمالي مفتوح للشاحنات
          </span>
          <span lang="he" dir="rtl">
            הגשר הצפוני פתוח למשאיות
          </span>
          <span lang="de">Durchfahrtsgewichtsbeschränkung</span>
        </div>
      ),
    },
  ],
};

export const space: Group = {
  id: 'space',
  title: 'Space, corners, targets, motion',
  about:
    'Seven distances on a scale of four. Three radii: small for what is clicked, middle for surfaces in a surface, large for what floats. Nothing to click is under 24 px. Motion only says where a thing came from: quick (120 ms) for what answers a hand, calm (220 ms) for what appears; with less motion asked for, none.',
  surface: 'page',
  width: 360,
  states: [
    {
      name: 'distances 1 to 7: 4, 8, 12, 16, 24, 32, 48 px',
      show: () => (
        <div class="g-stack">
          {SPACES.map((n) => (
            <div key={n} class="g-measure" style={{ inlineSize: `calc(var(--fm-${n}) * 4)` }} />
          ))}
        </div>
      ),
    },
    {
      name: 'radii 6, 10, 14 px; shadows low and high',
      show: () => (
        <div class="g-side">
          <div class="g-tile" style={{ borderRadius: 'var(--fm-radius-sm)' }}>
            small
          </div>
          <div class="g-tile" style={{ borderRadius: 'var(--fm-radius)' }}>
            middle
          </div>
          <div class="g-tile" style={{ borderRadius: 'var(--fm-radius-lg)' }}>
            large
          </div>
          <div class="g-tile" style={{ boxShadow: 'var(--fm-shadow-low)' }}>
            low
          </div>
          <div class="g-tile" style={{ boxShadow: 'var(--fm-shadow)' }}>
            high
          </div>
        </div>
      ),
    },
    {
      name: 'targets 24, 32, 40 px; icons 14, 16, 20 px',
      show: () => (
        <div class="g-side">
          {['tap-sm', 'tap', 'tap-lg', 'icon-sm', 'icon', 'icon-lg'].map((size) => (
            <div
              key={size}
              class="g-measure"
              style={{ inlineSize: `var(--fm-${size})`, blockSize: `var(--fm-${size})` }}
            />
          ))}
        </div>
      ),
    },
  ],
};

/** The weakest contrast of a colour: against which grounds it stands. */
const GROUNDS = ['paper', 'surface', 'sunken'];

interface SwatchProps {
  readonly name: string;
  readonly what: string;
  /** Tokens it stands on, or that stand on it. */
  readonly against: readonly string[];
}

function Swatch({ name, what, against }: SwatchProps) {
  return (
    <div class="g-swatch">
      <i style={{ background: `var(--fm-${name})` }} />
      <span>
        <small>{what}</small>
        <small
          ref={(told) => {
            if (!told) return;
            const least = Math.min(
              ...against.map((other) => ratio(rgbOf(told, `--fm-${name}`), rgbOf(told, `--fm-${other}`))),
            );
            // Cut, not rounded: 4.499 is not 4.5.
            told.textContent = against.length > 0 ? `${Math.floor(least * 10) / 10} : 1` : '';
          }}
        />
      </span>
    </div>
  );
}

const swatch = (name: string, what: string, against: readonly string[] = GROUNDS) => ({
  name: `--fm-${name}`,
  show: () => <Swatch name={name} what={what} against={against} />,
});

const TONES = ['true', 'caution', 'false', 'unknown', 'satire', 'context'];

export const colours: Group = {
  id: 'colours',
  title: 'Colours',
  about:
    'Paper and ink, one blue for what can be used, one yellow for what is marked; colour else belongs to verdicts alone. The number is the weakest contrast that occurs: 4.5 : 1 for text, 3 : 1 for edges and shapes. With a palette of the reader’s own (forced colours) all of ours give way.',
  surface: 'page',
  width: 170,
  states: [
    swatch('paper', 'ground of our pages', []),
    swatch('surface', 'what lies on it', []),
    swatch('sunken', 'what lies in it', []),
    swatch('ink', 'text'),
    swatch('ink-2', 'text beside it'),
    swatch('ink-3', 'small print'),
    swatch('rule', 'lines; they carry nothing', []),
    swatch('edge', 'edges of controls'),
    swatch('accent', 'what can be used'),
    swatch('accent-strong', 'the same, under the pointer'),
    swatch('on-accent', 'words on it', ['accent', 'accent-strong']),
    swatch('accent-soft', 'its hint', ['ink', 'ink-2', 'accent']),
    swatch('marker', 'words looked for', ['on-marker']),
    swatch('lit', 'what was jumped to', ['ink', 'ink-2', 'accent']),
    ...TONES.map((tone) => swatch(`tone-${tone}`, 'verdicts', [...GROUNDS, 'on-tone'])),
  ],
};
