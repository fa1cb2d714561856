/** What the numbers in `route.metrics` of a page mean. Which of them a page has depends on what had to be known to route it. */
export const routeMetrics = {
  chars: 'characters that the page states itself, white space left out',
  words: 'words of the text that stands in the result; with a reading, of that reading',
  unmapped: 'share of the characters without a meaning in Unicode',
  sane: 'share of the words that could be words of some language',
  text_cover: 'share of the page under the lines that it states itself',
  hidden_chars: 'characters that nobody sees: drawn in an invisible mode, without a colour, or below an image',
  images: 'images that are drawn',
  image_cover: 'share of the page under images',
  largest_image: 'share of the page under the largest image, pieces that touch each other taken as one',
  paths: 'paths that are drawn',
  figures: 'figures among them that may be letters',
  layer_on_ink: 'share of the words of an old text layer that stand on ink',
  layer_ink_missed: 'share of the ink of the page that lies below no word of its old text layer',
  sane_words: 'words and numbers that make sense, of the text of the page itself',
  sane_words_read: 'the same of what was recognised',
  words_added: 'words that recognition added to those of the page',
  dpi: 'pixels an inch of the picture that was recognised',
  orientation: 'clockwise degrees by which the picture had to be turned',
  skew: 'clockwise degrees by which its lines were off after that',
  ink_missed: 'share of the ink of letters that was recognised as no word',
} as const;

export type RouteMetrics = Readonly<Partial<Record<keyof typeof routeMetrics, number>>>;
