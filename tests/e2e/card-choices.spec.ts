/** The choices on the card: what each does, says and takes back. */
import { hover, noticed, PAGE, press, STORY, stances } from './support/card';
import { CLAIM, expect, html, open, test } from './support/test';

test.beforeEach(({ site }) => {
  site.pages.set(PAGE, STORY);
});

test('“Not this claim” takes the mark away for good; Undo brings it back', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await hover(page, inside);
  await press(page, inside, 'Not this claim');
  await expect.poll(() => stances(inside)).toEqual(['denies']);
  await expect.poll(() => noticed(inside)).toBe('This sentence will not be marked with this check again.');
  await press(page, inside, 'Undo');
  await expect.poll(() => stances(inside)).toEqual(['asserts', 'denies']);
  await expect.poll(() => noticed(inside)).toBe('Undone');
  await hover(page, inside);
  await press(page, inside, 'Not this claim');
  await expect.poll(() => stances(inside)).toEqual(['denies']);
  await page.reload();
  await expect.poll(() => stances(inside)).toEqual(['denies']);
});

test('a topic can be hidden on the card, and taken back', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await hover(page, inside);
  await press(page, inside, 'More choices', 'Hide this topic: Defense pacts and alliances');
  await expect.poll(() => stances(inside)).toEqual([]);
  expect(await noticed(inside)).toBe('The topic “Defense pacts and alliances” is hidden on all pages.');
  await press(page, inside, 'Undo');
  await expect.poll(() => stances(inside)).toEqual(['asserts', 'denies']);
});

test('“Off on this site” takes all marks away and says so; nothing stays when that is closed', async ({
  app,
  site,
}) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const off = async () => {
    await hover(page, inside);
    await press(page, inside, 'More choices', 'Off on this site');
    await expect.poll(() => stances(inside)).toEqual([]);
    await expect.poll(() => noticed(inside)).toBe('Factmark is off on this site.');
  };
  await off();
  await press(page, inside, 'Undo');
  await expect.poll(() => stances(inside)).toEqual(['asserts', 'denies']);
  await off();
  await press(page, inside, 'Close this message');
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
});

test('copies a citation, and the page hears nothing of it', async ({ app, site }) => {
  site.pages.set(
    '/copy.html',
    html(`<p>${CLAIM}</p><textarea></textarea><script>
      window.heard = [];
      for (const type of ['copy', 'beforecopy'])
        for (const target of [document, document.body]) target.addEventListener(type, () => heard.push(type), true);
    </script>`),
  );
  const { page, inside } = await open(app, `${site.url}/copy.html`);
  await hover(page, inside);
  await press(page, inside, 'Copy a citation', 'As text');
  await expect.poll(() => inside.evaluate(`root.querySelector('.card-copied').textContent`)).toBe('Copied');
  await page.locator('textarea').click();
  await page.keyboard.press('Control+V');
  await expect(page.locator('textarea')).toHaveValue(
    /^Factmark: “Does the US have a mutual defense pact with Israel\?” Verdict: No such treaty\. Checked on November 30, 2025\./,
  );
  expect(await page.evaluate('heard')).toEqual([]);
});
