/** Small words by ISO 639-1 language, folded; those that other languages here have too are left out, so that each one tells. */
export const stopWords: Readonly<Record<string, string>> = {
  en: 'the of and to is for with this that by be are from shall or not you your our any which has have will thank please number date total amount',
  de: 'der die das und ist nicht mit von dem auf fur zu im sich auch bei nach oder wird wir ihre ihnen sie bitte zum zur uber rechnung betrag datum summe vom bis',
  fr: 'le les des est une du au aux pour dans par sur avec vous nous votre ou sont cette montant facture numero prix ete sera',
  es: 'el los las y del una por con para se su al fecha factura numero importe precio esta como este pago sus',
  it: 'il di che della dei delle per con una gli nel alla fattura importo prezzo sono numero dal questo pagamento anche sul imponibile',
  nl: 'het een van op te zijn met voor aan niet bij uw wij ons deze wordt naar factuur bedrag datum betaling totaal btw ook dat',
  pt: 'os da do das dos em um uma para com nao por ao seu sua valor numero pagamento preco nota esta pelo pela fatura',
};
