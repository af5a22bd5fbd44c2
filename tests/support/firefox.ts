/** Drives a real Firefox over WebDriver BiDi: no driver program between, one socket. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WebSocket } from 'ws';

export const FIREFOX_EXTENSION = resolve(import.meta.dirname, '../../.output/firefox-mv3');
const ID = 'factmark@factmark.example';

const PLACES = [
  process.env.FACTMARK_FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** Nothing that would reach for the network or ask the reader anything. */
const PREFERENCES = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'browser.region.network.url': '',
  'dom.push.connection.enabled': false,
  'remote.prefs.recommended': true,
};

type Reply = { id: number; type: string; result: never; error?: string; message?: string };

/** A remote value as BiDi sends it. */
interface Remote {
  type: string;
  value?: unknown;
}

export interface Firefox {
  /** Host part of the extension's own pages. */
  readonly host: string;
  newTab(url: string, wait?: 'complete' | 'none'): Promise<string>;
  /** Evaluates an expression in a tab; with `privileged` in the browser's own window. */
  evaluate<T>(tab: string, expression: string): Promise<T>;
  privileged<T>(expression: string): Promise<T>;
  activate(tab: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox headless with the built extension installed. */
export async function launchFirefox(): Promise<Firefox> {
  const program = PLACES.find((p) => p && existsSync(p));
  if (!program) throw new Error('no Firefox found; install firefox-esr or set FACTMARK_FIREFOX to its path');
  const profile = mkdtempSync(join(tmpdir(), 'factmark-ff-'));
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(PREFERENCES)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
      .join('\n'),
  );
  const args = [
    '--profile',
    profile,
    '--no-remote',
    '--remote-debugging-port=0',
    '--remote-allow-system-access',
    '--headless',
    'about:blank',
  ];
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const socket = await connect(child.stderr);
  const { send } = client(socket);
  await send('session.new', { capabilities: {} });
  await send('webExtension.install', { extensionData: { type: 'path', path: FIREFOX_EXTENSION } });
  const tree = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const window = tree.contexts[0]?.context ?? '';
  const evaluate = async <T>(context: string, expression: string): Promise<T> => {
    const reply = await send<{ type: string; result: Remote; exceptionDetails?: { text: string } }>(
      'script.evaluate',
      {
        expression,
        awaitPromise: true,
        target: { context },
        userActivation: true,
      },
    );
    if (reply.type === 'exception') throw new Error(reply.exceptionDetails?.text);
    return plain(reply.result) as T;
  };
  const host = await evaluate<string>(window, `WebExtensionPolicy.getByID('${ID}').mozExtensionHostname`);
  return {
    host,
    async newTab(url, wait = 'complete') {
      const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
      await send('browsingContext.navigate', { context, url, wait });
      return context;
    },
    evaluate,
    privileged: (expression) => evaluate(window, expression),
    activate: (context) => send('browsingContext.activate', { context }),
    async close() {
      const gone = new Promise((done) => child.once('exit', done));
      await Promise.race([send('browser.close').catch(() => {}), pause(3_000)]);
      await Promise.race([gone, pause(5_000)]);
      if (child.exitCode === null) child.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Firefox says on its error stream where it listens. */
async function connect(errors: NodeJS.ReadableStream): Promise<WebSocket> {
  const url = await new Promise<string>((found, failed) => {
    let text = '';
    const timer = setTimeout(
      () => failed(new Error(`Firefox did not say where it listens:\n${text}`)),
      40_000,
    );
    errors.on('data', (data) => {
      text += data;
      const match = /WebDriver BiDi listening on (ws:\S+)/.exec(text);
      if (!match) return;
      clearTimeout(timer);
      found(`${match[1]}/session`);
    });
  });
  const socket = new WebSocket(url);
  await new Promise((open, failed) => {
    socket.once('open', open);
    socket.once('error', failed);
  });
  return socket;
}

function client(socket: WebSocket) {
  let last = 0;
  const pending = new Map<number, { resolve: (v: never) => void; reject: (e: Error) => void }>();
  socket.on('message', (data) => {
    const reply = JSON.parse(String(data)) as Reply;
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if (reply.type === 'success') waiting?.resolve(reply.result);
    else waiting?.reject(new Error(`${reply.error}: ${reply.message}`));
  });
  const send = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      pending.set(++last, { resolve: resolve as never, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return { send };
}

function plain(remote: Remote): unknown {
  if (remote.type === 'undefined') return undefined;
  if (remote.type === 'null') return null;
  if (remote.type === 'array') return (remote.value as Remote[]).map(plain);
  if (remote.type === 'object')
    return Object.fromEntries((remote.value as [string, Remote][]).map(([k, v]) => [k, plain(v)]));
  return remote.value;
}
