/** Every kind of component, as Vue 3 templates. */
import { type Component, ref } from 'vue';
import { after, before, CLAIM, copies, HALVES, KINDS, markup, ordered } from './texts';

/** The round that is shown. */
export const round = ref(0);

const COPY: Readonly<Record<string, string>> = {
  text: `<p :data-copy="'text-' + i">{{ KINDS.text(i, n) }}</p>`,
  mixed: `<p :data-copy="'mixed-' + i">Report {{ n }} came in. {{ before(i) }}{{ CLAIM }}{{ after(i) }} That was <b>number {{ n }}</b>.</p>`,
  conditional: `<p :data-copy="'conditional-' + i"><template v-if="n % 2">There was news tonight. </template>{{ CLAIM }}<template v-if="n % 2 === 0"> That was {{ i }}.</template></p>`,
  swap: `<p :data-copy="'swap-' + i">{{ before(i) }}<em v-if="n % 2">{{ CLAIM }}</em><template v-else>{{ CLAIM }}</template>{{ after(i) }}</p>`,
  fragment: `<p :data-copy="'fragment-' + i"><template v-for="text of pieces(i, n)" :key="text">{{ text }}</template>{{ after(i) }}</p>`,
  portal: `<Teleport v-if="n > 0" to="#portal"><p :data-copy="'portal-' + i">{{ KINDS.portal(i, n) }}</p></Teleport>`,
  field: `<div><p :data-copy="'field-' + i">{{ KINDS.field(i, n) }}</p><textarea :value="KINDS.field(i, n)"></textarea></div>`,
  html: `<p :data-copy="'html-' + i" v-html="markup(i, n)"></p>`,
  split: `<p :data-copy="'split-' + i">{{ before(i) }}{{ HALVES[0] }}{{ HALVES[1] }}{{ after(i) }} Part {{ n }}.</p>`,
  removed: `<p v-if="n % 2 === 0" :data-copy="'removed-' + i">{{ before(i) + CLAIM + after(i) }}</p>`,
};

const sections = Object.keys(COPY)
  .map((kind) => `<section><copy-${kind} v-for="i of copies" :key="i" :i="i" :n="n" /></section>`)
  .join('');

const words = {
  KINDS,
  CLAIM,
  HALVES,
  before,
  after,
  markup,
  pieces: (i: number, n: number) => [...(n % 2 ? ['First came a few words. '] : []), before(i) + CLAIM],
};

/** All copies of all kinds; two roots, so that it is a fragment. */
export const App: Component = {
  components: Object.fromEntries(
    Object.entries(COPY).map(([kind, template]) => [
      `copy-${kind}`,
      { props: ['i', 'n'], setup: () => words, template } satisfies Component,
    ]),
  ),
  setup: () => ({ n: round, copies, ordered, KINDS }),
  template: `<main>${sections}</main><ul><li v-for="i of ordered(n)" :key="i" :data-copy="'item-' + i">{{ KINDS.item(i, n) }}</li></ul>`,
};
