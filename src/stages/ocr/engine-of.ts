import type { ConfigOf } from '../../model/stage.ts';
import type { OcrEngine } from './engine.ts';
import type { spec } from './spec.ts';

type Config = ConfigOf<typeof spec>;

/** The engine that a pipeline names. */
export async function engineOf(config: Config): Promise<OcrEngine> {
  return sparedSpecks(await engines[config.engine](config));
}

/** Each engine's code is loaded when it is first needed. */
const engines: Record<Config['engine'], (config: Config) => Promise<OcrEngine>> = {
  'tesseract.js': async () => (await import('./engines/tesseract-js.ts')).tesseractJs,
  'openai-compatible': async ({ base_url: address = '', model = '', api_key: key }) =>
    (await import('./engines/openai-compatible.ts')).openAiCompatible({ address, model, key }),
  tesseract: async ({ program }) => (await import('./engines/tesseract.ts')).tesseract(program),
};

/** Pixels: nothing smaller holds a letter that can be told from another, and engines fail on it instead of finding nothing. */
const smallestSide = 10;

function sparedSpecks(engine: OcrEngine): OcrEngine {
  return {
    ...engine,
    recognise: (raster, options) => (Math.min(raster.width, raster.height) < smallestSide ? Promise.resolve([]) : engine.recognise(raster, options)),
  };
}
