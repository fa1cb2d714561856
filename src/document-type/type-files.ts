import type { NamedFiles } from '../model/stage.ts';
import { documentTypeOptions } from './document-type.ts';

/** The option `types` of the stages that go by document types. */
export const typeFiles: NamedFiles = { what: 'document type', schema: documentTypeOptions, editable: true, shipped: 'types', refers: 'fields_of' };
