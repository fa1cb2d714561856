import { readFileSync, writeFileSync } from 'node:fs';

// Loaded into a measured program: says at its end what it has used.
const target = process.env['MILLRACE_FIGURES'];
if (target !== undefined) {
  process.once('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(target, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: highWater() ?? maxRSS * 1024 }));
  });
}

/** On Linux `maxRSS` counts what the parent held when it forked; the high-water mark of the process itself does not. */
function highWater(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'));
  return match === null ? undefined : Number(match[1]) * 1024;
}
