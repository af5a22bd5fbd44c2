/**
 * Stands between Playwright and Firefox: passes WebDriver BiDi messages on, answers what this Firefox has no word for,
 * tells of pages of extensions what Firefox does of others, and lets the test speak with the browser in the same session.
 */
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

export interface Message {
  readonly id?: number;
  readonly type?: string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** Sees a command, and may change it; what it returns is what Playwright waits for in place of an answer of Firefox. */
type Answerer = (message: Message) => Promise<unknown> | undefined;

/** Numbers of messages that are ours, far from those of Playwright. */
const OURS = 1_000_000_000;

export class Bridge {
  private last = OURS;
  private firefox: WebSocket | undefined;
  private playwright: WebSocket | undefined;
  private readonly pending = new Map<number, { done: (v: never) => void; failed: (e: Error) => void }>();
  private readonly heard: ((event: Message) => void)[] = [];
  private readonly asked: Answerer[] = [];
  private constructor(private readonly server: WebSocketServer) {
    server.on('connection', (playwright, request) => this.connect(playwright, String(request.url)));
  }

  static async open(): Promise<Bridge> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((ready) => server.once('listening', ready));
    return new Bridge(server);
  }

  /** Where Playwright is to connect: the browser's own host and port follow as the path. */
  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Calls a BiDi method; rejects with what Firefox says against it. */
  send<T>(method: string, params: object = {}): Promise<T> {
    return new Promise((done, failed) => {
      this.pending.set(++this.last, { done: done as never, failed });
      this.firefox?.send(JSON.stringify({ id: this.last, method, params }));
    });
  }

  /** Hears every event of Firefox, after Playwright did. */
  onEvent(listener: (event: Message) => void): void {
    this.heard.push(listener);
  }

  /** Sees every command of Playwright before Firefox does. */
  onCommand(listener: Answerer): void {
    this.asked.push(listener);
  }

  /** Tells Playwright of an event. */
  tell(method: string, params: object): void {
    this.playwright?.send(JSON.stringify({ type: 'event', method, params }));
  }

  close(): void {
    this.server.close();
  }

  private connect(playwright: WebSocket, path: string): void {
    const firefox = new WebSocket(`ws:/${path}`, { perMessageDeflate: false });
    this.firefox = firefox;
    this.playwright = playwright;
    const early: string[] = [];
    firefox.on('open', () => {
      for (const text of early) firefox.send(text);
    });
    const pass = (text: string) =>
      firefox.readyState === WebSocket.OPEN ? firefox.send(text) : early.push(text);
    playwright.on('message', (data) => {
      const message = JSON.parse(String(data)) as Message;
      const answers = this.asked.flatMap((listener) => listener(message) ?? []);
      if (answers.length === 0) return pass(JSON.stringify(message));
      void Promise.all(answers).then(
        (results) =>
          playwright.send(
            JSON.stringify({ type: 'success', id: message.id, result: Object.assign({}, ...results) }),
          ),
        (error: Error) =>
          playwright.send(
            JSON.stringify({ type: 'error', id: message.id, error: 'unknown error', message: error.message }),
          ),
      );
    });
    firefox.on('message', (data) => {
      const text = String(data);
      const message = JSON.parse(text) as Message;
      if (message.id === undefined || message.id <= OURS) {
        playwright.send(text);
        if (message.type === 'event') for (const listener of this.heard) listener(message);
        return;
      }
      const waiting = this.pending.get(message.id);
      this.pending.delete(message.id);
      if (message.type === 'success') waiting?.done(message.result as never);
      else waiting?.failed(new Error(`${message.error}: ${message.message}`));
    });
    firefox.on('close', () => {
      for (const { failed } of this.pending.values()) failed(new Error('Firefox was closed'));
      this.pending.clear();
      playwright.close();
    });
    playwright.on('close', () => firefox.close());
  }
}
