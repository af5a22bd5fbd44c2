/** Tells the background how much a frame holds: the count on the icon. What a killed background did not hear is said again. */
import type { PageCalls } from '../../lib/messages/calls';
import { page } from '../../lib/messages/client';
import { pause } from '../../lib/page/time/lifecycle';

type Report = Parameters<PageCalls['report']>[0];

/** Milliseconds before it is said again, and how often. */
const AGAIN = 1_000;
const MOST = 10;

export type Telling = (report: Report) => void;

/**
 * One for a frame: what one session could not say any more must not be said after what the next one says. Only the last
 * report counts. Goes on until it is heard or `life` ends; `onFailure` hears of each that was not. To a
 * background that is slow to answer no more is said than one report a second, however often the page changes.
 */
export function createTelling(onFailure: (error: unknown) => void, life: AbortSignal): Telling {
  let last: Report | undefined;
  /** Ends with the answer to what was said last. Not that to a last word: a page that comes back waits for none. */
  let unanswered: Promise<unknown> | undefined;
  let waiting = false;

  const tell = async (report: Report) => {
    for (let n = 0; last === report && n < MOST && !life.aborted; n++) {
      const answer = page.report(report);
      unanswered = report.words > 0 ? answer : undefined;
      try {
        await answer;
        if (last === report) last = undefined;
      } catch (error) {
        onFailure(error);
        await pause(AGAIN, life);
      } finally {
        if (unanswered === answer) unanswered = undefined;
      }
    }
  };
  const tellLater = async (before: Promise<unknown>) => {
    if (waiting) return;
    waiting = true;
    await Promise.race([before.catch(() => {}), pause(AGAIN, life)]);
    waiting = false;
    if (last) void tell(last);
  };

  return (report) => {
    last = report;
    // A page that is put away has no time to wait, and may never hear whether its last word was heard.
    if (unanswered && report.words > 0) void tellLater(unanswered);
    else void tell(report);
  };
}
