import type { Line } from '../../model/page.ts';
import type { Table } from '../../model/table.ts';
import type { Marker } from './list-marker.ts';

/** A part of a document as a reader sees it. `lines` are in groups: a new one begins where the writer began a new line. `end` is the last of all. */
export type Block =
  | { kind: 'heading'; level: number; lines: Line[]; end: Line }
  | { kind: 'paragraph'; lines: Line[][]; end: Line }
  | { kind: 'item'; marker: Marker; indent: number; lines: Line[][]; end: Line }
  | { kind: 'table'; table: Table };
