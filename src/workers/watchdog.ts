import { Socket } from 'node:net';
import { killGroup } from './kill-group.ts';

// A thread of its own in each worker process: whatever the worker is busy with, it dies when fd 4 ends, with what it has
// started, and that pipe is held open by the host alone. It waits in the kernel and costs nothing until then.
const lifeline = new Socket({ fd: 4 });
lifeline.on('close', () => {
  killGroup(process.pid);
  process.kill(process.pid, 'SIGKILL');
});
lifeline.resume();
