/** Why a page was read the way it was, as `route.reasons` in a result says it: stable names, the one that decided first. */
export const routeReasons = {
  'text-ok': 'native: the page states its text itself, and it makes sense',
  'hidden-text-ok': 'native: the invisible text over the picture of the page, from an earlier recognition, makes sense and stands where the ink is',
  'background-image': 'native: the picture behind the page lies under so much text that it is taken for its background',
  blank: 'blank: nothing is drawn but rules and boxes, or no word was found in what is drawn',
  'no-text': 'ocr: the page states no text itself, and shows pictures or drawings',
  'outlined-text': 'ocr or mixed: figures in rows, as letters are that were turned into drawings',
  garbled: 'ocr: the characters of the page have no meaning, or make no words',
  'garbled-lines': 'mixed: some lines of the page make no sense, as with a font that does not say what its glyphs mean',
  'old-ocr':
    'ocr: the invisible text over the picture of the page makes too little sense, or everything of the kind is to be read anew (`mode: redo`)',
  'stray-text': 'mixed: the invisible text of the page does not stand where the ink of its picture is',
  'ink-without-text': 'mixed: the invisible text of the page makes sense, but much of the ink of its picture lies below none of it',
  'scan-under-text': 'mixed: a picture of the whole page lies under a little text, such as a stamp or a page number',
  'image-text': 'mixed: a picture on the page is large enough to hold lines of text',
  forced: 'ocr: all pages are to be read (`mode: force`)',
  skipped: 'native: pages that state any text are left alone (`mode: skip`)',
  'not-selected': 'native or blank: the page is none of `pages`',
  'ocr-worse': 'native after all: recognition found fewer words that make sense than the page states itself',
  'image-without-text': 'native after all: no type was found in the pictures on the page, or nothing that makes sense',
} as const;

export type RouteReason = keyof typeof routeReasons;
