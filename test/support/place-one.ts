import { statSync } from 'node:fs';
import { place } from '../../src/publish/place.ts';
import { placeFolder } from '../../src/publish/place-folder.ts';

// Publishes one file or folder, in a process of its own whose system calls a test can watch.
const [scratch = '', target = ''] = process.argv.slice(2);
await (statSync(scratch).isDirectory() ? placeFolder : place)(scratch, target);
