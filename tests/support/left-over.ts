/** The body of an async function that runs on a page of ours: names in the database under which something is stored that no source refers to. */
export const LEFT_OVER = `
  const done = (request) => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
  const db = await done(indexedDB.open('factmark'));
  const stores = ['records', 'checks', 'segments', 'prints', 'masks', 'ways', 'pending'];
  const tx = db.transaction([...stores, 'sources']);
  const sources = JSON.stringify(await done(tx.objectStore('sources').getAll()));
  const keys = await Promise.all(stores.map((store) => done(tx.objectStore(store).getAllKeys())));
  db.close();
  const names = keys.flat().map((key) => String(Array.isArray(key) ? key[0] : key));
  return [...new Set(names)].filter((name) => name !== 'starter' && !sources.includes(JSON.stringify(name)));`;
