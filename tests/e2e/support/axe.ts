/** What axe finds against WCAG 2.2 AA. */
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Told of: for what passes axe would make a selector for each of thousands of elements, a fifth of its time. */
const KINDS: 'violations'[] = ['violations'];

/** Violations on `page` as it stands: rule and where. */
export async function violations(page: Page): Promise<string[]> {
  // The builder opens a page of its own to count in, which in Firefox can't speak with this one.
  if (page.url().startsWith('moz-extension:')) return violationsIn(page);
  const found = await new AxeBuilder({ page }).options({ resultTypes: KINDS }).withTags(TAGS).analyze();
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`);
}

/** axe as it comes with the builder. */
const { source } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))(
  'axe-core',
) as {
  source: string;
};

/** Firefox spells `all: initial` out, so our host seems to fix the spacing of text; what it holds has a style of its own. */
const SPACING = `axe.configure({ rules: [{ id: 'avoid-inline-spacing', selector: '[style]:not(factmark-overlay)' }] })`;

/** The same in what Playwright does not see as a page: the real popup, the real side panel. */
export async function violationsIn(surface: {
  evaluate<T>(expression: string): Promise<T>;
}): Promise<string[]> {
  await surface.evaluate(`${source}; ${SPACING}; 0`);
  return surface.evaluate(`axe.run(document, ${JSON.stringify({ runOnly: TAGS, resultTypes: KINDS })}).then(({ violations }) =>
    violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target).join(' ')))`);
}
