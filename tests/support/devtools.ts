/** A line to the browser's DevTools beside Playwright's: all its targets from their first moment, workers among them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';

/** A page, a worker or whatever else runs code, and the session in which it is spoken with. */
export interface Target {
  readonly session: string;
  readonly type: string;
  readonly url: string;
}

type Reply = {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: never;
  result?: never;
  error?: { message: string };
};
type Attached = { sessionId: string; targetInfo: { type: string; url: string } };

/** Every kind of target but those that only hold others. */
const FOLLOW = {
  autoAttach: true,
  waitForDebuggerOnStart: true,
  flatten: true,
  filter: [{ type: 'tab', exclude: true }, { type: 'browser', exclude: true }, {}],
};

export class DevTools {
  /** Targets that are there now, by session. */
  readonly targets = new Map<string, Target>();
  private readonly waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void }
  >();
  private last = 0;

  private constructor(
    private readonly socket: WebSocket,
    private readonly heard: (method: string, params: never, target: Target) => void,
    private readonly domains: readonly string[],
  ) {
    socket.on('message', (data) => this.take(JSON.parse(String(data)) as Reply));
  }

  /**
   * Follows the browser of this profile, which must run with `--remote-debugging-port=0`. Each target is halted until
   * `domains` are enabled in it, so that `heard` misses nothing of it.
   */
  static async follow(
    profile: string,
    domains: readonly string[],
    heard: (method: string, params: never, target: Target) => void,
  ): Promise<DevTools> {
    const file = join(profile, 'DevToolsActivePort');
    for (let n = 0; !existsSync(file); n++) {
      if (n > 200) throw new Error('the browser opened no port; start it with --remote-debugging-port=0');
      await new Promise((done) => setTimeout(done, 50));
    }
    const [port, path] = readFileSync(file, 'utf8').split('\n');
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
    await new Promise((done, failed) => socket.once('open', done).once('error', failed));
    const devtools = new DevTools(socket, heard, domains);
    await devtools.send('Target.setAutoAttach', FOLLOW);
    return devtools;
  }

  /** Calls a method of the DevTools protocol, of the browser itself or of a target. */
  send<T>(method: string, params: object = {}, session?: string): Promise<T> {
    const id = ++this.last;
    this.socket.send(JSON.stringify({ id, method, params, ...(session && { sessionId: session }) }));
    return new Promise((resolve, reject) => {
      this.waiting.set(id, {
        resolve: resolve as (value: never) => void,
        reject: (error) => reject(new Error(`${method}: ${error.message}`)),
      });
    });
  }

  /** The first target there is that `match` accepts. */
  find(match: (target: Target) => boolean): Target | undefined {
    return [...this.targets.values()].find(match);
  }

  close(): void {
    this.socket.close();
    for (const { reject } of this.waiting.values()) reject(new Error('the line was closed'));
    this.waiting.clear();
  }

  private take({ id, method, sessionId, params, result, error }: Reply): void {
    if (id !== undefined) {
      const caller = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) caller?.reject(new Error(error.message));
      else caller?.resolve(result as never);
    } else if (method === 'Target.attachedToTarget') this.greet(params as unknown as Attached);
    else if (method === 'Target.detachedFromTarget')
      this.targets.delete((params as unknown as Attached).sessionId);
    else if (method !== undefined) {
      const target = this.targets.get(sessionId ?? '');
      if (target) this.heard(method, params as never, target);
    }
  }

  private greet({ sessionId: session, targetInfo: { type, url } }: Attached): void {
    this.targets.set(session, { session, type, url });
    const calls = [
      ...this.domains.map((domain) => this.send(`${domain}.enable`, {}, session)),
      this.send('Target.setAutoAttach', FOLLOW, session),
      this.send('Runtime.runIfWaitingForDebugger', {}, session),
    ];
    // A target that has gone by now, or has no such domain, has nothing to tell either.
    for (const call of calls) call.catch(() => {});
  }
}
