import { lockState } from '../../src/store/lock.ts';

// A process that takes the lock of a state folder, says so, and keeps it until it is killed.
try {
  lockState(process.argv[2] ?? '');
  process.send?.('held');
  process.on('message', () => undefined);
} catch (error) {
  process.send?.((error as { code?: string }).code ?? 'unknown');
  process.disconnect();
}
