/** What the tests of the packages read them with. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';

export const ROOT = resolve(import.meta.dirname, '../../..');
export const OUTPUT = resolve(ROOT, '.output');
export const BROWSERS = ['chrome', 'firefox'] as const;
/** The folder that `npm run build` made for a browser. */
export const builtFor = (browser: (typeof BROWSERS)[number]) => resolve(OUTPUT, `${browser}-mv3`);

export const openZip = (path: string): Promise<JSZip> => JSZip.loadAsync(readFileSync(path));

/** Every file of a build as `[path, text]`, those in the languages of code only. */
export function codeOf(folder: string, kinds = /\.(js|html|css)$/): (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => kinds.test(file) && statSync(join(folder, file)).isFile())
    .sort()
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
}

export const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

/** Ways to a host besides `fetch`, as they would stand in code. */
export const OTHER_WAYS =
  /\b(?:WebSocket|WebTransport|EventSource|RTCPeerConnection|XMLHttpRequest|sendBeacon|new Image|window\.open|prefetch|preconnect)\b|\.ping\s*=|\blocation\.(?:assign|replace)\b|\blocation(?:\.href)?\s*=(?!=)/g;
