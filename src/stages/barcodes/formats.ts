/** Kinds of codes that can be read, by the names that zxing gives them, and results too. */
export const barcodeFormats = [
  'QRCode',
  'MicroQRCode',
  'RMQRCode',
  'DataMatrix',
  'Aztec',
  'PDF417',
  'MaxiCode',
  'Code128',
  'Code39',
  'Code93',
  'Codabar',
  'ITF',
  'EAN13',
  'EAN8',
  'UPCA',
  'UPCE',
  'DataBar',
  'DataBarExp',
] as const;

export type BarcodeFormat = (typeof barcodeFormats)[number];

/** Those that documents carry, without the ones that stripes of any kind may be taken for. */
export const usualFormats: BarcodeFormat[] = [
  'QRCode',
  'MicroQRCode',
  'DataMatrix',
  'Aztec',
  'PDF417',
  'Code128',
  'Code39',
  'ITF',
  'EAN13',
  'EAN8',
  'UPCA',
  'UPCE',
];
