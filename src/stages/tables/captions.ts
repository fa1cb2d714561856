/** What the title of a table begins with, in some languages: its kind, and its number. */
const caption =
  /^(?:table|tab\.|exhibit|box|annex|appendix|tabelle|übersicht|anlage|tableau|annexe|tabla|cuadro|tabella|prospetto|quadro|tabela|tabel)\s*[a-z]?[-.]?\d/iu;

/** What a line below a table begins with when it belongs to it: a source, a remark, or the mark that a cell refers to. */
const note =
  /^(?:sources?\b|notes?\s*[:.]|nb\b|n\.b\.|quellen?\b|anmerkung|hinweis|remarques?\b|fuentes?\b|notas?\s*[:.]|fonti?\s*:|bron(?:nen)?\s*:|abbreviations?\b|legend\b|key\s*:|[*†‡§#¶]|[([]\s?(?:\d{1,2}|[a-z]|\*+)\s?[)\]]|[a-z]\)\s|[¹²³⁴-⁹]|\d{1,2}\.?\s+\p{Lu}|[a-z]\s\p{Lu}|[—–-]{1,2}\s+\p{Lu}|χ)/iu;

/** A unit that holds for the whole table, alone in its line. */
const unit = /^[([][^()[\]]{2,60}[)\]]$/u;

export function isCaption(text: string): boolean {
  return caption.test(text);
}

export function isNote(text: string): boolean {
  return note.test(text);
}

export function isUnit(text: string): boolean {
  return unit.test(text);
}

/** What the caption of a figure begins with. */
const figureCaption =
  /^(?:figures?|fig\.|chart|graph|map|diagram|abbildung|abb\.|schaubild|grafik|figura|gr[áa]fico|mapa|figuur|grafiek)\s*[a-z]?[-.]?\d/iu;

export function isFigureCaption(text: string): boolean {
  return figureCaption.test(text);
}
