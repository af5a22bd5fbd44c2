/** The manifests of the built packages: these keys and permissions and no other, each with its reason, each really used. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../entrypoints/content/pages';
import { HOSTS, namesIn, OPTIONAL, PERMISSIONS } from '../../store/permissions';
import { BROWSERS, builtFor, codeOf, manifestOf, ROOT } from './support/zip';

/** Written out here once more: nobody adds one without coming by. */
const ASKED = {
  chrome: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'contextMenus', 'sidePanel'],
  firefox: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'menus'],
};

const KEYS = [
  'action',
  'background',
  'commands',
  'content_scripts',
  'content_security_policy',
  'default_locale',
  'description',
  'host_permissions',
  'icons',
  'manifest_version',
  'name',
  'omnibox',
  'optional_permissions',
  'options_ui',
  'permissions',
  'version',
];
const OWN_KEYS = {
  chrome: ['message_serialization', 'minimum_chrome_version', 'side_panel', 'storage'],
  firefox: ['browser_specific_settings', 'sidebar_action'],
};

describe.each(BROWSERS)('the manifest for %s', (browser) => {
  const folder = builtFor(browser);
  const manifest = manifestOf(folder);
  const code = codeOf(folder, /\.js$/)
    .map(([, text]) => text)
    .join('\n')
    // What a browser may lack is asked for with care.
    .replaceAll('?.', '.');

  it('has the keys that are needed and no other', () => {
    expect(Object.keys(manifest).sort()).toEqual([...KEYS, ...OWN_KEYS[browser]].sort());
    // No page and no other extension may speak to it or load a file of it.
    for (const key of ['externally_connectable', 'web_accessible_resources', 'sandbox', 'update_url', 'key'])
      expect(manifest).not.toHaveProperty(key);
  });

  it('asks for what the list says, in the list’s words', () => {
    expect(manifest.permissions).toEqual(ASKED[browser]);
    expect(manifest.permissions).toEqual(namesIn(PERMISSIONS, browser));
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(manifest.optional_permissions).toEqual(namesIn(OPTIONAL, browser));
    expect(manifest.host_permissions).toEqual([...PAGES]);
    expect(manifest.host_permissions).toEqual(HOSTS.addresses);
    for (const { matches } of manifest.content_scripts)
      expect([...matches].sort()).toEqual([...PAGES].sort());
    for (const { why } of [...Object.values(PERMISSIONS), ...Object.values(OPTIONAL), HOSTS])
      expect(why).toMatch(/^[A-Z].{60,}\.$/);
  });

  it.each([...ASKED[browser], 'notifications'])('really uses %s', (name) => {
    const permission = PERMISSIONS[name] ?? OPTIONAL[name];
    expect(permission?.calls.length).toBeGreaterThan(0);
    for (const call of permission?.calls ?? []) expect(code.includes(call), call).toBe(true);
  });

  it('has a policy that lets nothing in but the package', () => {
    expect(Object.keys(manifest.content_security_policy)).toEqual(['extension_pages']);
    const policy: string[] = manifest.content_security_policy.extension_pages.split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self' https: http:",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ]);
  });

  it('names files that are there', () => {
    const icons = Object.entries(manifest.icons as Record<string, string>);
    expect(icons.map(([size]) => Number(size))).toEqual(expect.arrayContaining([16, 32, 48, 128]));
    for (const [size, file] of icons) expect(widthOf(join(folder, file)), file).toBe(Number(size));
    const files = [
      manifest.action.default_popup,
      manifest.options_ui.page,
      manifest.side_panel?.default_path ?? manifest.sidebar_action.default_panel,
      ...(manifest.background.scripts ?? [manifest.background.service_worker]),
      ...manifest.content_scripts.flatMap((s: { js: string[]; css?: string[] }) => [
        ...s.js,
        ...(s.css ?? []),
      ]),
    ];
    for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true);
  });

  it('keeps to what a store takes of names and summaries, in every language', () => {
    const messages = codeOf(join(folder, '_locales'), /messages\.json$/);
    expect(messages.length).toBeGreaterThanOrEqual(6);
    for (const [file, text] of messages) {
      const { ext_name, ext_description } = JSON.parse(text);
      expect(ext_name.message.length, file).toBeLessThanOrEqual(75);
      expect(ext_description.message.length, file).toBeLessThanOrEqual(132);
    }
  });
});

it('Chrome: the oldest version whose extension API does what is relied on', () => {
  const manifest = manifestOf(builtFor('chrome'));
  // message_serialization came with it; all else that is used is older.
  expect(manifest.message_serialization).toBe('structured_clone');
  expect(manifest.minimum_chrome_version).toBe('148');
});

it('Firefox: says that it collects nothing, from the versions on that can say so', () => {
  const { gecko, gecko_android } = manifestOf(builtFor('firefox')).browser_specific_settings;
  expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
  // The key is known since 140, on Android since 142; one number for both.
  expect(gecko.strict_min_version).toBe('142.0');
  expect(gecko_android.strict_min_version).toBe('142.0');
});

it('README’s table names every permission', () => {
  const readme = readFileSync(resolve(ROOT, 'README.md'), 'utf8');
  const start = readme.indexOf('| permission | why |');
  const rows = readme.slice(start, readme.indexOf('\n\n', start)).split('\n').slice(2);
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  const all = [...Object.keys(PERMISSIONS), ...Object.keys(OPTIONAL)];
  expect(named.filter((name) => !['http', 'https', 'file'].includes(name ?? '')).sort()).toEqual(all.sort());
  expect(rows.join('\n')).toMatch(/`http`, `https`, `file`/);
});

/** Width in pixels, as a PNG's head says. */
function widthOf(path: string): number {
  return readFileSync(path).readUInt32BE(16);
}
