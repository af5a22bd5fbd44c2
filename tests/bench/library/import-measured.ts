/** Runs `factmark import` with the arguments given, and tells on its last line of standard error what it took at most. */
export {};

const EVERY = 50;

let [used, buffers] = [0, 0];
const look = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  used = Math.max(used, heapUsed);
  buffers = Math.max(buffers, arrayBuffers);
};
setInterval(look, EVERY).unref();
const started = performance.now();
process.on('exit', () => {
  look();
  const rss = process.resourceUsage().maxRSS * 1_024;
  process.stderr.write(`\n${JSON.stringify({ ms: performance.now() - started, used, buffers, rss })}`);
});
process.argv.splice(2, 0, 'import');
await import('../../../lib/cli/main');
