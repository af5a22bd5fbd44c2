/** What a host learns of a reader who asks it for a pack, and whom else it can make the reader's browser ask. */
import type { IncomingHttpHeaders } from 'node:http';
import { PackMaker } from '../support/pack-maker';
import { type Host, startHost } from '../support/pack-server';
import { removeAll } from './support/library';
import { addressOf, agree, call, entryOf, PACK, rocks, updateNow } from './support/packs';
import { expect, html, ours, test } from './support/test';

let host: Host;
let other: Host;
test.beforeAll(async () => {
  [host, other] = await Promise.all([startHost(), startHost()]);
});
test.afterAll(() => Promise.all([host.close(), other.close()]));
test.afterEach(({ app }) => removeAll(app));

/** Headers that every browser sends of itself, and that say nothing of the reader or of where the reader is. */
const PLAIN =
  /^(host|connection|accept|accept-encoding|accept-language|user-agent|cache-control|pragma|sec-ch-ua.*|sec-fetch-.*|if-none-match|if-modified-since|priority)$/;

test('a host is told no cookie, no page and no name of ours; its tag comes back and nothing else', async ({
  app,
  site,
}) => {
  const { files } = new PackMaker(PACK).publish({ checks: rocks(3) });
  host.serve(files);
  // The reader is known to this host already, and is on one of its pages.
  await app.context.addCookies([{ name: 'reader', value: 'known', url: host.url }]);
  site.pages.set('/before.html', html('<p>A page.</p>'));
  const seen: IncomingHttpHeaders[] = [];
  host.instead('pack.json', (request, response) => {
    seen.push(request.headers);
    response.writeHead(200, { etag: '"one"', 'set-cookie': 'more=1', 'content-type': 'application/json' });
    response.end(files.get('pack.json'));
  });
  const options = await ours(app, 'options.html');
  await agree(options, addressOf(host));
  await expect(options.getByText(/^Added /)).toBeVisible();
  await updateNow(options);
  await expect(options.getByText(/is up to date/)).toBeVisible();
  host.instead('pack.json', undefined);
  expect(seen.length).toBe(2);
  for (const headers of seen) {
    expect(Object.keys(headers).filter((name) => !PLAIN.test(name))).toEqual([]);
    expect(JSON.stringify(headers)).not.toContain(app.id);
    expect(JSON.stringify(headers)).not.toContain('factmark');
  }
  expect(seen.map((headers) => headers['if-none-match'])).toEqual([undefined, '"one"']);
  const kept = await app.context.cookies(host.url);
  expect(kept.map(({ name }) => name)).toEqual(['reader']);
});

test('a host that sends on to another makes nobody ask that one, and the old edition stays', async ({
  app,
}) => {
  const maker = new PackMaker(PACK);
  const first = maker.publish({ checks: rocks(3) });
  host.serve(first.files);
  other.serve(maker.publish({ checks: rocks(4) }).files);
  const options = await ours(app, 'options.html');
  await agree(options, addressOf(host));
  await expect(options.getByText(/^Added 3 checks/)).toBeVisible();
  for (const status of [301, 302, 303, 307, 308]) {
    host.instead('pack.json', (_, response) =>
      response.writeHead(status, { location: addressOf(other) }).end(),
    );
    await updateNow(options);
    await expect(entryOf(options)).toContainText('sends you on to another address');
    await expect.poll(async () => (await call(options, 'receipt'))[0]?.outcome).toContain('sends you on');
  }
  host.instead('pack.json', undefined);
  expect(other.asked).toEqual([]);
  expect((await call(options, 'library')).sources[0]?.current.checks).toBe(3);
});
