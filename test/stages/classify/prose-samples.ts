import type { Sample } from './sample.ts';

export const proseSamples: readonly Sample[] = [
  {
    type: 'bank_statement',
    language: 'en',
    text: `
Riverside Bank
Account statement
Statement period: 1 February 2026 to 28 February 2026
Account holder: Harbour Cafe        Account number: 00123456

Date        Description                    Paid out     Paid in      Balance
            Opening balance                                          1,200.00
02/02/2026  Direct debit water                45.10                  1,154.90
05/02/2026  Card takings                                 310.00      1,464.90
12/02/2026  Standing order rent              600.00                    864.90
20/02/2026  Card takings                                 280.00      1,144.90
            Closing balance                                          1,144.90
`,
  },
  {
    type: 'bank_statement',
    language: 'de',
    text: `
Sparbank Neustadt
Kontoauszug 2/2026
Kontoinhaber: Erika Beispiel     IBAN DE02 1203 0000 0000 2020 51

Buchungstag   Wertstellung   Buchungstext           Betrag
                             alter Kontostand       1.200,00
02.02.2026    02.02.2026     Lastschrift Wasser      -45,10
05.02.2026    05.02.2026     Gehalt                2.310,00
12.02.2026    12.02.2026     Dauerauftrag Miete     -600,00
20.02.2026    20.02.2026     Kartenzahlung           -28,00
                             neuer Kontostand      2.836,90
`,
  },
  {
    type: 'bank_statement',
    language: 'nl',
    text: `
Rivierbank
Rekeningafschrift
Rekeninghouder: J. de Molenaar     Rekeningnummer: NL91 ABNA 0417 1643 00

Boekdatum     Omschrijving                 Af          Bij
              Beginsaldo                              1.200,00
02-02-2026    Incasso water             45,10
05-02-2026    Overschrijving                            310,00
12-02-2026    Huur                     600,00
20-02-2026    Pinbetaling               28,00
              Eindsaldo                                 836,90
`,
  },
  {
    type: 'agreement',
    language: 'en',
    text: `
                        SERVICES AGREEMENT

This Agreement is made and entered into as of March 3, 2026 by and between Northwind Tools Ltd and Harbour Cafe,
hereinafter referred to as the parties. WHEREAS the cafe wishes to have its machines serviced, and whereas the company
is willing to do so, now therefore the parties agree in consideration of the mutual covenants contained herein as follows.
The company shall keep all confidential information in strict confidence. Either party may terminate this agreement upon
thirty days of written notice to the other party. This agreement shall be governed by the laws of England and Wales.
IN WITNESS WHEREOF the parties hereto have executed this agreement as of the date first written above.
`,
  },
  {
    type: 'agreement',
    language: 'de',
    text: `
                        Mietvertrag

Zwischen Herrn Karl Muster, nachfolgend Vermieter genannt, und Frau Erika Beispiel, nachfolgend Mieterin genannt,
wird folgender Vertrag geschlossen. Die Vertragsparteien sind sich einig, dass die Wohnung ab dem 1. April vermietet wird.
Die Laufzeit ist unbestimmt, und die Kündigung bedarf der Schriftform mit einer Frist von drei Monaten zum Monatsende.
Der Vermieter verpflichtet sich, die Wohnung in einem Zustand zu erhalten, der dem Gebrauch entspricht, den beide wollen.
Gerichtsstand ist Neustadt, und die Haftung für einfache Fahrlässigkeit ist ausgeschlossen, soweit das Gesetz es zulässt.
Sollte eine Bestimmung unwirksam sein, bleiben die anderen gültig, wie es die salvatorische Klausel üblicherweise vorsieht.
`,
  },
  {
    type: 'agreement',
    language: 'it',
    text: `
                        CONTRATTO DI LOCAZIONE

Tra le parti Carlo Esempio, di seguito denominata la proprietà, e Maria Luna si conviene e si stipula quanto segue in questo atto.
La durata del contratto è di quattro anni, salvo recesso che deve essere comunicato per iscritto almeno sei mesi prima della fine.
Il conduttore si impegna a pagare il canone entro il giorno cinque di ogni mese e si obbliga a conservare i locali in buono stato.
Per ogni controversia il foro competente è quello di Bologna e la legge applicabile è quella italiana, come le parti convengono.
Letto, confermato e sottoscritto dalle due parti in duplice copia nella città di Bologna il giorno tre del mese di marzo.
`,
  },
  {
    type: 'letter',
    language: 'en',
    text: `
Harbour Cafe
9 Quay Street

3 March 2026

Re: your visit in May

Dear Mr Miller,

thank you for your kind letter of last week. We would be delighted to welcome you and your family in May, and we have
kept the table at the window for you. The garden should be in bloom by then, and the children may feed the ducks again.
Please let us know until the end of April how many of you will come, so that we can prepare everything in good time.

Yours sincerely,

Ann Harbour
`,
  },
  {
    type: 'letter',
    language: 'de',
    text: `
Karl Muster
Lindenweg 4

12345 Neustadt, den 3. März 2026

Betreff: Ihre Anfrage vom Februar

Sehr geehrte Frau Beispiel,

vielen Dank für Ihre Anfrage, über die wir uns sehr gefreut haben. Leider können wir den Termin im Mai nicht halten, weil
die Werkstatt dann umgebaut wird. Wir schlagen Ihnen vor, dass wir uns im Juni noch einmal zusammensetzen und alles besprechen.
Bitte geben Sie uns bis Ende April Bescheid, ob Ihnen das recht ist, damit wir rechtzeitig planen können.

Mit freundlichen Grüßen

Karl Muster
`,
  },
  {
    type: 'letter',
    language: 'fr',
    text: `
Claire Exemple
12 rue des Lilas

Lyon, le 3 mars 2026

Objet : votre visite du mois de mai

Madame, Monsieur,

nous vous remercions de votre lettre de la semaine dernière et nous serons heureux de vous accueillir au mois de mai prochain.
Le jardin sera en fleurs et nous avons gardé pour vous la table près de la fenêtre, comme vous nous l'aviez demandé cet hiver.

Nous vous prions d'agréer, Madame, Monsieur, l'expression de nos salutations distinguées.

Claire Exemple
`,
  },
];
