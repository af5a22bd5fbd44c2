/**
 * Witnesses of what a browser asks for, all the browser's own: of Chromium its log of the network, written to a file as
 * it closes, and the DevTools of each of its targets; of Firefox what its observers are told before a request is sent.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevTools, type Target } from './devtools';
import { type Launched, launch } from './extension';
import { watchRequests } from './firefox/requests';

/** A request, and the page, worker or script that made it. */
export interface Seen {
  readonly url: string;
  readonly by: string;
}

export interface Watched extends Launched {
  /** What the extension asked for so far, besides the files in its package. */
  asked(): Promise<readonly Seen[]>;
  /** How many requests were seen so far, whoever made them. */
  witnessed(): Promise<number>;
  /** Closes the browser; answers with every request in its log. `by` is the origin that made it, or '' of the browser's own. */
  end(): Promise<Seen[]>;
}

interface RequestEvent {
  readonly request: { readonly url: string };
  readonly documentURL: string;
  readonly initiator: {
    readonly url?: string;
    readonly stack?: { readonly callFrames: readonly { readonly url: string }[] };
  };
}

/** Launches the built extension in a browser that is watched from its start. */
export const launchWatched = (): Promise<Watched> =>
  process.env.FACTMARK_BROWSER === 'firefox' ? launchWatchedFirefox() : launchWatchedChromium();

async function launchWatchedFirefox(): Promise<Watched> {
  const app = await launch();
  if (!app.firefox) throw new Error('this is not Firefox');
  const requests = await watchRequests(app.firefox.privileged, app.origin);
  let ended: Promise<Seen[]> | undefined;
  const end = async () => {
    const all = await requests();
    await app.close();
    return all;
  };
  return {
    ...app,
    asked: async () => (await requests()).filter(({ by }) => by === app.origin),
    witnessed: async () => (await requests()).length,
    end: () => {
      ended ??= end();
      return ended;
    },
  };
}

async function launchWatchedChromium(): Promise<Watched> {
  const folder = mkdtempSync(join(tmpdir(), 'factmark-log-'));
  const log = join(folder, 'net-log.json');
  const app = await launch({ flags: ['--remote-debugging-port=0', `--log-net-log=${log}`] });
  const own = `chrome-extension://${app.id}/`;
  const seen: Seen[] = [];
  const heard = (method: string, params: never, target: Target) => {
    if (method !== 'Network.requestWillBeSent') return;
    const { request, documentURL, initiator } = params as RequestEvent;
    // A script of ours in a page is told by its place on the stack.
    const by = [
      target.url,
      documentURL,
      initiator.url,
      ...(initiator.stack?.callFrames ?? []).map((f) => f.url),
    ];
    const ours = by.find((url) => url?.startsWith(own));
    if (ours !== undefined) seen.push({ url: request.url, by: ours });
  };
  const devtools = await DevTools.follow(app.profile, ['Network'], heard);
  let ended: Promise<Seen[]> | undefined;
  const end = async () => {
    devtools.close();
    await app.close();
    const all = inLog(log);
    rmSync(folder, { recursive: true });
    return all;
  };
  return {
    ...app,
    asked: async () => seen.filter(({ url }) => !url.startsWith(own) && !url.startsWith('data:')),
    witnessed: async () => seen.length,
    end: () => {
      ended ??= end();
      return ended;
    },
  };
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly initiator?: string };
  }[];
}

function inLog(file: string): Seen[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const { URL_REQUEST_START_JOB: started } = constants.logEventTypes;
  return events
    .filter(({ type, params }) => type === started && params?.url !== undefined)
    .map(({ params }) => ({
      url: params?.url ?? '',
      by: params?.initiator === undefined || params.initiator === 'not an origin' ? '' : params.initiator,
    }));
}
