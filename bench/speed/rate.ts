/**
 * Units of work a second: after one pass to warm up, passes until `seconds` have gone by; the best of three such stretches,
 * since other processes can only slow a stretch down. CPU time of this process, not the wall's.
 */
export function rate(pass: () => number, seconds = 1.5): number {
  pass();
  let best = 0;
  for (let stretch = 0; stretch < 3; stretch++) {
    const started = process.cpuUsage();
    let done = 0;
    let spent = 0;
    while (spent < seconds) {
      done += pass();
      const { user, system } = process.cpuUsage(started);
      spent = (user + system) / 1e6;
    }
    best = Math.max(best, done / spent);
  }
  return best;
}
