/** What stays in memory once everything that could be let go was let go. */
import type { CDPSession } from '@playwright/test';

/** Watches for the content script's world of the page; call before the page is opened. */
export async function isolatedWorld(cdp: CDPSession, extension: string): Promise<() => number | undefined> {
  let id: number | undefined;
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extension}`) id = context.id;
  });
  await cdp.send('Runtime.enable');
  return () => id;
}

/** Kilobytes of the page's heap (all worlds), DOM nodes, and with a world the `Range`s that stand in text. */
export async function memory(cdp: CDPSession, world?: number): Promise<Record<string, number>> {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes } = await cdp.send('Memory.getDOMCounters');
  return {
    heap: usedSize / 1e3,
    nodes,
    ...(world === undefined ? {} : { ranges: await liveRanges(cdp, world) }),
  };
}

async function liveRanges(cdp: CDPSession, contextId: number): Promise<number> {
  const objectGroup = 'bench';
  const { result } = await cdp.send('Runtime.evaluate', {
    contextId,
    expression: 'Range.prototype',
    objectGroup,
  });
  const { objects } = await cdp.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId as string,
    objectGroup,
  });
  const counted = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId as string,
    functionDeclaration: 'function () { return this.filter((r) => r.startContainer.nodeType === 3).length }',
    returnByValue: true,
  });
  await cdp.send('Runtime.releaseObjectGroup', { objectGroup });
  return counted.result.value as number;
}

/** Page nodes that are in no document any more but still held by somebody. */
export async function detachedNodes(cdp: CDPSession): Promise<number> {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { detachedNodes } = await cdp.send('DOM.getDetachedDomNodes');
  const count = (node: { children?: unknown[] | undefined }): number =>
    1 + (node.children ?? []).reduce<number>((n, child) => n + count(child as typeof node), 0);
  return detachedNodes.reduce((n, { treeNode }) => n + count(treeNode), 0);
}
