import type { Metadata } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';

/** What a document says of itself, and what is odd about it. */
export interface Description {
  metadata: Metadata;
  findings: Finding[];
}
