/** What the built extensions ask of browsers. `npm test` builds them first. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const OUT = resolve(import.meta.dirname, '../../.output');
const manifest = (build: string) => {
  const path = resolve(OUT, build, 'manifest.json');
  if (!existsSync(path)) throw new Error(`${path} is not there: run “npm run build” first`);
  return JSON.parse(readFileSync(path, 'utf8'));
};
const COMMON = ['alarms', 'scripting', 'storage', 'unlimitedStorage'];
const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

describe.each([
  { build: 'chrome-mv3', more: ['contextMenus', 'sidePanel'], panel: 'open-panel' },
  { build: 'firefox-mv3', more: ['menus'], panel: '_execute_sidebar_action' },
])('$build', ({ build, more, panel }) => {
  const m = manifest(build);

  it('asks for these permissions and no others', () => {
    expect(m.permissions.toSorted()).toEqual([...COMMON, ...more].toSorted());
    expect(m.optional_permissions).toEqual(['notifications']);
    expect(m.host_permissions).toEqual(PAGES);
    expect(m.optional_host_permissions ?? []).toEqual([]);
  });

  it('suggests four keys, as many as browsers take, each once', () => {
    const keys = Object.values<{ suggested_key: { default: string } }>(m.commands).map(
      (command) => command.suggested_key.default,
    );
    expect(Object.keys(m.commands)).toEqual(['next-badge', 'previous-badge', panel, 'pause']);
    expect(new Set(keys).size).toBe(4);
    for (const key of keys) expect(key).toMatch(/^Alt\+Shift\+[A-Z]$/);
  });

  it('has a panel, a keyword, and every picture of its icon', () => {
    expect(m.side_panel?.default_path ?? m.sidebar_action?.default_panel).toBe('sidepanel.html');
    // Nobody asked for a sidebar by installing.
    expect(m.sidebar_action?.open_at_install ?? false).toBe(false);
    expect(m.omnibox).toEqual({ keyword: 'fm' });
    for (const picture of ['', 'paused-', 'off-'])
      for (const size of [16, 32, 48])
        expect(existsSync(resolve(OUT, build, `icon/${picture}${size}.png`))).toBe(true);
  });

  it('names in each text a word that is there', () => {
    const words = JSON.parse(readFileSync(resolve(OUT, build, '_locales/en/messages.json'), 'utf8'));
    for (const [, key] of JSON.stringify(m).matchAll(/__MSG_(\w+)__/g))
      expect(words[key as string]?.message, key).toMatch(/\S/);
  });
});
