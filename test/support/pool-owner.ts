import { merge } from 'rxjs';
import { chaosPool, roomy, stageWork } from './chaos-pool.ts';

// A daemon that can be killed: its three workers start a program in the folder, and tell the socket that they are there; one of them is then idle, two hang.

const [socket, folder] = process.argv.slice(2);
const { workers } = chaosPool({ processes: 3 });
const tasks = [false, true, true].map((hang, index) =>
  workers.run(stageWork('phone', { document: String(index), config: { socket, folder, hang } }), roomy),
);
merge(...tasks).subscribe({ error: (error: unknown) => console.error(error) });
