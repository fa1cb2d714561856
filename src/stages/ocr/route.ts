import type { Page } from '../../model/page.ts';

export interface Decision {
  /** By what means the page is read. */
  means: 'native' | 'ocr' | 'blank';
  reasons: string[];
}

/** Decides by what the text stage found on the page. */
export function routePage({ method, route }: Page): Decision {
  if (method !== 'blank') return { means: 'native', reasons: route?.reasons ?? [] };
  if (route?.reasons.includes('blank')) return { means: 'blank', reasons: ['blank'] };
  return { means: 'ocr', reasons: ['no-text'] };
}
