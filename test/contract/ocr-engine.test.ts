import { describe, it } from 'vitest';
import { engineOf } from '../../src/stages/ocr/engine-of.ts';
import { findTesseract } from '../../src/stages/ocr/engines/tesseract-program.ts';
import { spec } from '../../src/stages/ocr/spec.ts';
import { startChatService } from '../support/chat-service.ts';
import { seeing } from '../support/vision-service.ts';
import { describeOcrEngine, shownLines } from './ocr-engine.ts';

const nothing = (): Promise<void> => Promise.resolve();

describeOcrEngine('tesseract.js', async () => ({ engine: await engineOf(spec.config.parse({})), close: nothing }));

if (findTesseract(undefined) === undefined) describe('tesseract', () => it.skip('is not installed on this machine', nothing));
else describeOcrEngine('tesseract', async () => ({ engine: await engineOf(spec.config.parse({ engine: 'tesseract' })), close: nothing }));

describeOcrEngine('openai-compatible', async () => {
  const service = await startChatService(seeing(shownLines));
  const config = spec.config.parse({ engine: 'openai-compatible', base_url: service.address, model: 'seeing' });
  return { engine: await engineOf(config), close: () => service.close() };
});
