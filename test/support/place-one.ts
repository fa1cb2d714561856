import { place } from '../../src/publish/place.ts';

// Publishes one file, in a process of its own whose system calls a test can watch.
await place(process.argv[2] ?? '', process.argv[3] ?? '');
