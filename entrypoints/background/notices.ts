/** Notifications of the browser: only that a verdict has changed since the reader opened it, and only if asked for. */
import { browser } from '../../lib/browser';
import type { StoredChange } from '../../lib/store/database';
import type { Live } from '../../lib/store/live';
import { noteNotified, readChanges } from '../../lib/store/opened/opened';
import { sameVerdict } from '../../lib/store/opened/snapshot';
import { readSettings } from '../../lib/store/settings-store';
import { say, sayCount } from '../../lib/words';

/** A notification is named by the checks it is about, which outlives the background. */
const NAME = 'changed ';
/** Characters of a name that browsers take. */
const LONGEST = 480;
/** Checks that are named in one notification, and opened by it. */
const MOST = 4;

/**
 * Tells once of all verdicts that have changed and that nobody told the reader of. A notification may pass unseen: the
 * popup goes on listing them until the reader has opened it, or the check.
 */
export async function notify({ database }: Pick<Live, 'database'>): Promise<void> {
  const { tellChanges, notifyChanges } = await readSettings();
  if (!tellChanges || !notifyChanges || !(await isAllowed())) return;
  const changes = (await readChanges(database)).filter(
    (change) => !change.told && !change.notified && !sameVerdict(change.was, change.now),
  );
  const [first] = changes;
  if (!first) return;
  await browser.notifications?.create(nameOf(changes), {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: sayCount('browser_notice_title', changes.length),
    message: changes.length === 1 ? sayOne(first) : sayMany(changes),
  });
  await noteNotified(
    database,
    changes.map(({ id }) => id),
  );
}

const isAllowed = async (): Promise<boolean> =>
  (await browser.permissions.contains({ permissions: ['notifications'] })) &&
  browser.notifications !== undefined;

const sayOne = ({ was, now }: StoredChange): string =>
  say(
    // What is no question is a claim in somebody else's words.
    /[?？؟]\s*$/.test(now.question) ? 'browser_notice_one' : 'browser_notice_one_claim',
    now.question,
    was.verdict.label,
    now.verdict.label,
  );

const sayMany = (changes: readonly StoredChange[]): string =>
  changes
    .slice(0, MOST)
    .map(({ now }) => say('browser_notice_line', now.verdict.label, now.question))
    .join('\n');

function nameOf(changes: readonly StoredChange[]): string {
  let name = NAME;
  for (const { id } of changes.slice(0, MOST)) if (name.length + id.length < LONGEST) name += `${id} `;
  return name.trimEnd();
}

/** Opens the checks that a notification was about. */
async function clicked(name: string): Promise<void> {
  if (!name.startsWith(NAME)) return;
  await browser.notifications?.clear(name);
  for (const [i, id] of name.slice(NAME.length).split(' ').entries())
    await browser.tabs.create({ url: browser.runtime.getURL(`check.html#${id}`), active: i === 0 });
}

/** Listens for clicks on notifications. To be called whenever the background starts. */
export function followNotices(): void {
  let listening = false;
  const listen = () => {
    if (listening || !browser.notifications) return;
    listening = true;
    browser.notifications.onClicked.addListener((name) => void clicked(name));
  };
  listen();
  // The permission is given later, if at all.
  browser.permissions.onAdded.addListener(listen);
}
