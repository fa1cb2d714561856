/** Seconds from now: as likely sooner as later, and the time that nine of ten keep. */
export interface EtaRange {
  p50: number;
  p90: number;
}
