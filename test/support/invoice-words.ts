/** How invoices of a country are written: labels as different programs print them, notations, invented companies and people. */
export interface InvoiceWords {
  language: string;
  title: readonly string[];
  credit: readonly string[];
  number: readonly string[];
  date: readonly string[];
  due: readonly string[];
  order: readonly string[];
  billTo: readonly string[];
  from: readonly string[];
  columns: readonly (readonly [description: string, quantity: string, price: string, rate: string, amount: string])[];
  net: readonly string[];
  tax: readonly string[];
  taxTotal: readonly string[];
  total: readonly string[];
  paid: readonly string[];
  toPay: readonly string[];
  months: readonly string[];
  /** Of `{d}`, `{m}`, `{month}`, `{y}`. */
  dates: readonly string[];
  /** Between thousands, before cents. */
  marks: readonly [string, string];
  money: readonly string[];
  currency: string;
  rates: readonly number[];
  vendors: readonly (readonly string[])[];
  customers: readonly (readonly string[])[];
  goods: readonly string[];
  taxId: string;
}

export const invoiceWords: readonly InvoiceWords[] = [
  {
    language: 'en',
    title: ['Invoice', 'TAX INVOICE', 'INVOICE', 'Sales Invoice'],
    credit: ['Credit Note', 'CREDIT MEMO'],
    number: ['Invoice Number', 'Invoice No.', 'Invoice #', 'Inv. No'],
    date: ['Invoice Date', 'Date', 'Date of issue', 'Issue date'],
    due: ['Due Date', 'Payment due', 'Due by', 'Payment due date'],
    order: ['PO Number', 'Purchase Order', 'P.O. #', 'Your order no.'],
    billTo: ['Bill To', 'Invoice to', 'Billed To', 'Customer'],
    from: ['From', 'Seller', 'Supplier'],
    columns: [
      ['Description', 'Qty', 'Unit Price', 'Tax', 'Amount'],
      ['Item', 'Quantity', 'Rate', 'VAT %', 'Total'],
      ['Product', 'Hours', 'Price', 'GST', 'Line Total'],
    ],
    net: ['Subtotal', 'Net total', 'Total excl. VAT', 'Sub Total'],
    tax: ['VAT', 'Sales Tax', 'GST', 'Tax'],
    taxTotal: ['Total VAT', 'Tax total'],
    total: ['Total', 'Grand Total', 'Invoice Total', 'Total Amount', 'TOTAL'],
    paid: ['Amount paid', 'Paid', 'Less deposit'],
    toPay: ['Balance Due', 'Amount due', 'Balance'],
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    dates: ['{d} {month} {y}', '{month} {d}, {y}', '{y}-{m}-{d}', '{d}/{m}/{y}'],
    marks: [',', '.'],
    money: ['£{n}', '${n}', '{n}', 'USD {n}', '{n} GBP'],
    currency: 'GBP',
    rates: [20, 5],
    vendors: [
      ['Northmill Joinery Ltd', '14 Carrow Street', 'Leeds LS1 4AP'],
      ['Bright Harbor Supplies, Inc.', '2200 Willow Avenue', 'Dayton, OH 45402'],
    ],
    customers: [
      ['Quillfeather Books', '7 Old Mill Lane', 'York YO1 7HU'],
      ['Oakmere Dental LLP', '88 Pine Road', 'Salem, OR 97301'],
    ],
    goods: ['Oak shelf, planed', 'Consulting', 'Website hosting', 'Steel hinge', 'Delivery box large'],
    taxId: 'GB123456789',
  },
  {
    language: 'de',
    title: ['Rechnung', 'RECHNUNG'],
    credit: ['Gutschrift', 'Rechnungskorrektur'],
    number: ['Rechnungsnummer', 'Rechnungs-Nr.', 'Rechnung Nr.', 'Beleg-Nr.', 'Re.-Nr.'],
    date: ['Rechnungsdatum', 'Datum', 'Belegdatum'],
    due: ['Fällig am', 'Zahlbar bis', 'Fälligkeitsdatum', 'Zahlungsziel'],
    order: ['Bestellnummer', 'Ihre Bestellung', 'Auftrags-Nr.'],
    billTo: ['Rechnungsempfänger', 'Rechnungsadresse', 'Kunde', 'Rechnung an'],
    from: ['Rechnungssteller', 'Verkäufer', 'Lieferant'],
    columns: [
      ['Beschreibung', 'Menge', 'Einzelpreis', 'MwSt', 'Gesamt'],
      ['Bezeichnung', 'Anzahl', 'Preis', 'USt %', 'Betrag'],
      ['Leistung', 'Std.', 'E-Preis', 'MwSt.', 'Gesamtpreis'],
    ],
    net: ['Nettobetrag', 'Summe netto', 'Zwischensumme', 'Gesamt netto', 'Rechnungsbetrag netto'],
    tax: ['MwSt.', 'zzgl. Umsatzsteuer', 'USt', 'Mehrwertsteuer'],
    taxTotal: ['Summe Umsatzsteuer', 'MwSt. gesamt'],
    total: ['Gesamtbetrag', 'Rechnungsbetrag', 'Summe brutto', 'Gesamt', 'Endbetrag', 'Bruttobetrag'],
    paid: ['Bereits bezahlt', 'Anzahlung'],
    toPay: ['Zu zahlen', 'Zahlbetrag', 'Offener Betrag', 'Restbetrag'],
    months: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
    dates: ['{d}.{m}.{y}', '{d}. {month} {y}'],
    marks: ['.', ','],
    money: ['{n} €', '{n} EUR', '{n}', '€ {n}'],
    currency: 'EUR',
    rates: [19, 7],
    vendors: [
      ['Tischlerei Brunnfeld GmbH', 'Lindenweg 12', '04109 Leipzig'],
      ['Hallerbach & Söhne KG', 'Am Markt 3', '97070 Würzburg'],
    ],
    customers: [
      ['Kontor Seeblick AG', 'Uferstraße 45', '88131 Lindau'],
      ['Petra Wiesengrund', 'Gartenstr. 8', '99084 Erfurt'],
    ],
    goods: ['Regalbrett Eiche', 'Beratung vor Ort', 'Montage', 'Scharnier Stahl', 'Versandkarton groß'],
    taxId: 'DE136695976',
  },
  {
    language: 'fr',
    title: ['Facture', 'FACTURE'],
    credit: ["Facture d'avoir", 'Avoir'],
    number: ['N° de facture', 'Facture n°', 'Numéro de facture'],
    date: ['Date de facture', 'Date', "Date d'émission"],
    due: ["Date d'échéance", 'Échéance', 'À payer avant le'],
    order: ['N° de commande', 'Commande n°', 'Bon de commande'],
    billTo: ['Facturé à', 'Client', 'Adresse de facturation', 'Destinataire'],
    from: ['Fournisseur', 'Émetteur', 'Vendeur'],
    columns: [
      ['Désignation', 'Qté', 'Prix unitaire', 'TVA', 'Montant'],
      ['Description', 'Quantité', 'P.U. HT', 'Taux TVA', 'Total HT'],
    ],
    net: ['Total HT', 'Montant HT', 'Sous-total', 'Total hors taxes'],
    tax: ['TVA', 'Montant TVA'],
    taxTotal: ['Total TVA'],
    total: ['Total TTC', 'Montant total TTC', 'Total', 'Montant TTC'],
    paid: ['Acompte versé', 'Déjà payé'],
    toPay: ['Net à payer', 'Reste à payer', 'Montant dû'],
    months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
    dates: ['{d}/{m}/{y}', '{d} {month} {y}', '{d}.{m}.{y}'],
    marks: [' ', ','],
    money: ['{n} €', '{n}', '{n} EUR'],
    currency: 'EUR',
    rates: [20, 10],
    vendors: [
      ['Menuiserie Valclair SARL', '18 rue des Tilleuls', '69003 Lyon'],
      ['Atelier Bleuciel SAS', '5 avenue du Port', '44000 Nantes'],
    ],
    customers: [
      ['Librairie Sableau', '32 boulevard Carnot', '31000 Toulouse'],
      ['Clinique Montbrun SA', '9 place du Marché', '67000 Strasbourg'],
    ],
    goods: ['Étagère en chêne', 'Conseil sur site', 'Hébergement web', 'Charnière acier'],
    taxId: 'FR40303265045',
  },
  {
    language: 'es',
    title: ['Factura', 'FACTURA'],
    credit: ['Factura rectificativa', 'Nota de crédito'],
    number: ['Factura nº', 'Número de factura', 'Nº factura'],
    date: ['Fecha de factura', 'Fecha', 'Fecha de emisión'],
    due: ['Fecha de vencimiento', 'Vencimiento'],
    order: ['Nº de pedido', 'Su pedido', 'Orden de compra'],
    billTo: ['Facturar a', 'Cliente', 'Datos del cliente'],
    from: ['Emisor', 'Proveedor', 'Vendedor'],
    columns: [
      ['Descripción', 'Cantidad', 'Precio unitario', 'IVA', 'Importe'],
      ['Concepto', 'Cant.', 'Precio', 'IVA %', 'Total'],
    ],
    net: ['Base imponible', 'Subtotal', 'Total sin IVA'],
    tax: ['IVA', 'Cuota IVA', 'I.V.A.'],
    taxTotal: ['Total IVA'],
    total: ['Total factura', 'Total', 'Importe total', 'TOTAL'],
    paid: ['Pagado', 'Anticipo'],
    toPay: ['Total a pagar', 'Importe pendiente', 'Pendiente de pago'],
    months: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
    dates: ['{d}/{m}/{y}', '{d} de {month} de {y}', '{d}-{m}-{y}'],
    marks: ['.', ','],
    money: ['{n} €', '{n}', '€{n}'],
    currency: 'EUR',
    rates: [21, 10],
    vendors: [
      ['Carpintería Robledal S.L.', 'Calle del Olmo 21', '28012 Madrid'],
      ['Suministros Costabrava S.A.', 'Avenida del Mar 140', '08003 Barcelona'],
    ],
    customers: [
      ['Librería Almendro', 'Plaza Mayor 4', '37002 Salamanca'],
      ['Hotel Puertoclaro S.L.U.', 'Paseo Alto 66', '29015 Málaga'],
    ],
    goods: ['Estante de roble', 'Asesoría', 'Alojamiento web', 'Bisagra de acero'],
    taxId: 'B83891812',
  },
  {
    language: 'it',
    title: ['Fattura', 'FATTURA'],
    credit: ['Nota di credito'],
    number: ['Fattura n.', 'Numero fattura', 'N. fattura', 'Fattura nr.'],
    date: ['Data fattura', 'Data', 'Data di emissione'],
    due: ['Scadenza', 'Data scadenza', 'Data di scadenza'],
    order: ['Numero ordine', 'Vs. ordine', 'Rif. ordine'],
    billTo: ['Spett.le', 'Cliente', 'Destinatario', 'Intestatario'],
    from: ['Fornitore', 'Cedente', 'Emittente'],
    columns: [
      ['Descrizione', 'Quantità', 'Prezzo unitario', 'IVA', 'Importo'],
      ['Articolo', 'Q.tà', 'Prezzo', 'Aliquota', 'Totale'],
    ],
    net: ['Imponibile', 'Totale imponibile', 'Totale netto'],
    tax: ['IVA', 'Imposta', 'Importo IVA'],
    taxTotal: ['Totale IVA'],
    total: ['Totale fattura', 'Totale', 'Totale documento', 'Importo totale'],
    paid: ['Acconto', 'Già pagato'],
    toPay: ['Netto a pagare', 'Totale da pagare', 'Saldo'],
    months: ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
    dates: ['{d}/{m}/{y}', '{d} {month} {y}', '{d}.{m}.{y}'],
    marks: ['.', ','],
    money: ['€ {n}', '{n} €', '{n}'],
    currency: 'EUR',
    rates: [22, 10],
    vendors: [
      ['Falegnameria Pratoverde S.r.l.', 'Via dei Cipressi 9', '50123 Firenze'],
      ['Officine Montalto S.p.A.', 'Viale Europa 77', '20121 Milano'],
    ],
    customers: [
      ['Libreria Girasole', 'Piazza Dante 2', '35121 Padova'],
      ['Studio Fontana & Rossetti', 'Via Roma 31', '10121 Torino'],
    ],
    goods: ['Mensola in rovere', 'Consulenza', 'Hosting sito web', 'Cerniera acciaio'],
    taxId: 'IT00743110157',
  },
  {
    language: 'nl',
    title: ['Factuur', 'FACTUUR'],
    credit: ['Creditnota', 'Creditfactuur'],
    number: ['Factuurnummer', 'Factuurnr.', 'Factuur nr.'],
    date: ['Factuurdatum', 'Datum'],
    due: ['Vervaldatum', 'Uiterste betaaldatum', 'Te betalen voor'],
    order: ['Bestelnummer', 'Ordernummer', 'Uw referentie'],
    billTo: ['Factuuradres', 'Klant', 'Factuur aan'],
    from: ['Leverancier', 'Verkoper', 'Afzender'],
    columns: [
      ['Omschrijving', 'Aantal', 'Prijs', 'BTW', 'Bedrag'],
      ['Artikel', 'Aantal', 'Stukprijs', 'BTW %', 'Totaal'],
    ],
    net: ['Subtotaal', 'Totaal excl. btw', 'Bedrag exclusief BTW', 'Netto'],
    tax: ['BTW', 'Btw-bedrag'],
    taxTotal: ['Totaal BTW'],
    total: ['Totaal incl. btw', 'Totaal', 'Factuurbedrag', 'Totaalbedrag', 'Bedrag inclusief BTW'],
    paid: ['Reeds betaald', 'Aanbetaling'],
    toPay: ['Te betalen', 'Nog te betalen', 'Openstaand bedrag'],
    months: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
    dates: ['{d}-{m}-{y}', '{d} {month} {y}'],
    marks: ['.', ','],
    money: ['€ {n}', '{n}', '€{n}'],
    currency: 'EUR',
    rates: [21, 9],
    vendors: [
      ['Timmerbedrijf Eikenhof B.V.', 'Molenweg 17', '3512 JK Utrecht'],
      ['Noordkade Handel BV', 'Havenstraat 250', '9711 PA Groningen'],
    ],
    customers: [
      ['Boekhandel De Linde', 'Kerkplein 6', '2611 GX Delft'],
      ['Praktijk Zonneveld', 'Dorpsstraat 19', '5611 AE Eindhoven'],
    ],
    goods: ['Eiken plank', 'Advies op locatie', 'Webhosting', 'Stalen scharnier'],
    taxId: 'NL820471616B01',
  },
  {
    language: 'pt',
    title: ['Fatura', 'FATURA'],
    credit: ['Nota de crédito'],
    number: ['Fatura nº', 'Número da fatura', 'Nº da fatura'],
    date: ['Data da fatura', 'Data', 'Data de emissão'],
    due: ['Data de vencimento', 'Vencimento'],
    order: ['Nº de encomenda', 'Ordem de compra'],
    billTo: ['Faturar a', 'Cliente', 'Destinatário'],
    from: ['Fornecedor', 'Emitente'],
    columns: [
      ['Descrição', 'Quantidade', 'Preço unitário', 'IVA', 'Valor'],
      ['Designação', 'Qtd.', 'Preço', 'Taxa IVA', 'Total'],
    ],
    net: ['Total sem IVA', 'Subtotal', 'Total ilíquido'],
    tax: ['IVA', 'Valor do IVA'],
    taxTotal: ['Total IVA'],
    total: ['Total', 'Total da fatura', 'Valor total', 'Total com IVA'],
    paid: ['Valor pago', 'Adiantamento'],
    toPay: ['Total a pagar', 'Valor a pagar'],
    months: ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'],
    dates: ['{d}/{m}/{y}', '{d} de {month} de {y}', '{d}-{m}-{y}'],
    marks: ['.', ','],
    money: ['{n} €', '{n}', '€ {n}'],
    currency: 'EUR',
    rates: [23, 13],
    vendors: [
      ['Carpintaria Vale Verde, Lda.', 'Rua das Oliveiras 33', '4000-123 Porto'],
      ['Serviços Ribeira S.A.', 'Avenida da Liberdade 110', '1250-096 Lisboa'],
    ],
    customers: [
      ['Livraria Girassol', 'Rua Nova 15', '3000-050 Coimbra'],
      ['Clínica Boavista', 'Largo do Carmo 2', '4700-200 Braga'],
    ],
    goods: ['Prateleira de carvalho', 'Consultoria', 'Alojamento web', 'Dobradiça de aço'],
    taxId: 'PT501442600',
  },
];
