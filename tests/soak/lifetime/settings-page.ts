/** What a reader clicks and types in the settings. */
import type { Reader, Tab } from './reader';

/** Evaluated on the settings page: waits for `find` to find something, and answers with what `then` makes of it. */
const waited = (find: string, then: string) => `(async () => {
  for (let n = 0; n < 1200; n++) {
    const found = ${find};
    if (found) return ${then};
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error('never came: ' + ${JSON.stringify(find)});
})()`;
/** Brings it into view, and answers with its middle once it stands still and nothing lies over it. */
const MIDDLE = `(async () => {
  let before = '';
  for (let n = 0; n < 200; n++) {
    found.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise((done) => setTimeout(done, 100));
    const { x, y, width, height } = found.getBoundingClientRect();
    const middle = [x + width / 2, y + height / 2];
    if (String(middle) === before && found.contains(document.elementFromPoint(...middle))) return middle;
    before = String(middle);
  }
  throw new Error('never at rest');
})()`;

const FIELD = `document.getElementById([...document.querySelectorAll('label')].find((l) => l.textContent.trim() === 'Address')?.htmlFor)`;
const AGREE = `document.querySelector('.ask button.primary')`;

/** Clicks what `find` finds on the settings page, once it is there. */
export async function press(reader: Reader, tab: Tab, find: string): Promise<void> {
  const [x, y] = await reader.run<[number, number]>(tab, waited(find, MIDDLE));
  await reader.point(tab, x, y, true);
}

/** Asks for what is at the address, as a source, and agrees to what is said of that. */
export async function askFor(reader: Reader, tab: Tab, address: string): Promise<void> {
  await reader.run(
    tab,
    waited(FIELD, `(found.value = ${JSON.stringify(address)}, found.form.requestSubmit())`),
  );
  await press(reader, tab, AGREE);
}
