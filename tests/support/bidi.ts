/** Starts a real Firefox and speaks WebDriver BiDi with it: no driver program between, one socket. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

const PLACES = [
  process.env.FACTMARK_FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** Path of the Firefox to test with. */
export function firefoxProgram(): string {
  const program = PLACES.find((p) => p && existsSync(p));
  if (!program) throw new Error('no Firefox found; install firefox-esr or set FACTMARK_FIREFOX to its path');
  return program;
}

/** Nothing that would reach for the network or ask the reader anything. */
export const PREFERENCES = {
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

/** A running Firefox. */
export interface Bidi {
  /** Calls a BiDi method; rejects with what Firefox says against it. */
  send<T>(method: string, params?: object): Promise<T>;
  /** Folder of the profile. */
  readonly profile: string;
  /** Ends the program and removes its profile. */
  close(): Promise<void>;
}

/** Starts Firefox headless with a profile of its own and opens a session. */
export async function startFirefox(args: readonly string[] = []): Promise<Bidi> {
  const program = firefoxProgram();
  const profile = mkdtempSync(join(tmpdir(), 'factmark-ff-'));
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(PREFERENCES)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
      .join('\n'),
  );
  const child = spawn(
    program,
    ['--profile', profile, '--no-remote', '--remote-debugging-port=0', '--headless', ...args, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' } },
  );
  const { send } = client(await connect(child.stderr));
  await send('session.new', { capabilities: {} });
  return {
    send,
    profile,
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
