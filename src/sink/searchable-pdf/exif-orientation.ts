/** How a picture is turned to be displayed, 1 to 8: the tag 0x112 of the first directory of a TIFF structure, as EXIF has it. 1 when there is none that makes sense. */
export function orientationOf(tiff: Buffer): number {
  if (tiff.length < 10) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const at = (offset: number, size: 2 | 4): number =>
    offset + size > tiff.length ? 0 : little ? tiff.readUIntLE(offset, size) : tiff.readUIntBE(offset, size);
  const directory = at(4, 4);
  for (let entry = 0; entry < at(directory, 2); entry++) {
    const place = directory + 2 + 12 * entry;
    if (place + 12 > tiff.length) return 1;
    if (at(place, 2) !== 0x112) continue;
    const value = at(place + 8, 2);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
