import type { Sample } from './sample.ts';

export const personalSamples: readonly Sample[] = [
  {
    type: 'resume',
    language: 'en',
    text: `
Curriculum vitae
Ann Harbour

Work experience
2019 – 2025    Head miller, Northwind Mills
2015 – 2019    Miller, Riverside Mills
2012 – 2015    Apprentice, Old Mill

Education
2009 – 2012    Bachelor of Science, Leeds

Skills
Milling, bookkeeping, first aid

Languages
English, Dutch

References available upon request
`,
  },
  {
    type: 'resume',
    language: 'de',
    text: `
Lebenslauf

Persönliche Daten
Name: Erika Beispiel
Geburtsdatum: 3. März 1990
Familienstand: ledig

Berufserfahrung
2019 – heute    Meisterin, Schreinerei Abendrot
2014 – 2019     Gesellin, Möbelwerk Neustadt

Ausbildung
2011 – 2014     Lehre als Schreinerin
2003 – 2011     Gymnasium Neustadt, Abitur

Kenntnisse
CAD, Buchhaltung
`,
  },
  {
    type: 'form',
    language: 'en',
    text: `
APPLICATION FORM                                   Form No. 17-B

Please print. For office use only: ____________

1. Last name ______________   First name ______________
2. Date of birth ______________
3. Home address ____________________________
4. Marital status   [ ] single   [ ] married
5. Check all that apply   [ ] student   [ ] employed   [ ] other (specify) ________

I certify that the above is true and correct to the best of my knowledge.

Signature of applicant ______________    Date ____________
`,
  },
  {
    type: 'form',
    language: 'de',
    text: `
Antrag auf Mitgliedschaft                           Bitte in Druckbuchstaben ausfüllen

Nachname: ______________     Vorname: ______________
Geburtsdatum: ______________
Staatsangehörigkeit: ______________
Zutreffendes ankreuzen:   [ ] aktiv    [ ] fördernd
Postleitzahl, Wohnort: ______________

Nur für den Dienstgebrauch: ______________

Ort, Datum ______________     Unterschrift ______________
`,
  },
  {
    type: 'form',
    language: 'es',
    text: `
SOLICITUD DE INSCRIPCIÓN                            Rellene en mayúsculas

Nombre y apellidos: ________________________
Fecha de nacimiento: ______________   Nacionalidad: ______________
Código postal: ______________
Marque con una X:   [ ] socio   [ ] visitante
Espacio reservado: ______________

Firma del solicitante: ______________
`,
  },
  {
    type: 'report',
    language: 'en',
    text: `
                    Annual report on the state of small mills

Executive summary

The number of mills that still run on water has risen for the third year, as the survey of all owners shows. On average each
mill ground two hundred tonnes, which is an increase of four percent. Table 1 and Figure 2 give the statistics for each county.

Introduction

This study was carried out between May and October. Data were collected by interview and checked against the registers of the
counties. The sample covers nine in ten of all mills, and the analysis follows the methods of the report of the year before.

Results

As figure 1 shows, most of the increase comes from the north. Respondents named the price of bread as the most frequent source of
worry, and one in five expects to close. The findings agree with what research in other countries has found, see table 2.

Conclusions

The mills are worth keeping, and the recommendations of the last report still stand. References are listed in the appendix.
`,
  },
  {
    type: 'report',
    language: 'de',
    text: `
                    Jahresbericht über den Stand der Wassermühlen

Zusammenfassung

Die Zahl der Mühlen, die noch mit Wasser laufen, ist im dritten Jahr gestiegen, wie die Untersuchung zeigt. Im Mittel mahlte jede
Mühle zweihundert Tonnen, das sind vier Prozent mehr. Tabelle 1 und Abbildung 2 geben die Statistik für jeden Kreis einzeln wieder.

Einleitung

Diese Studie wurde zwischen Mai und Oktober durchgeführt. Die Angaben wurden erfragt und mit den Registern der Kreise verglichen.
Die Stichprobe umfasst neun von zehn Mühlen, und die Analyse folgt den Methoden, die schon der letzte Bericht beschrieben hatte.

Ergebnisse

Wie Abbildung 1 zeigt, kommt der größte Teil des Zuwachses aus dem Norden. Als Quelle der Sorge wird der Brotpreis genannt, und jede
fünfte Mühle rechnet damit, dass sie schließen muss. Das stimmt mit dem überein, was in anderen Ländern gefunden wurde.

Literaturverzeichnis
`,
  },
  {
    type: 'unknown',
    language: 'en',
    text: `
        The mill

The wheel goes round, the water sings,
the miller counts his bags of wheat,
a swallow with its busy wings
brings something home for it to eat.

The night comes down, the wheel stands still,
the water whispers to the stone
that there is no one at the mill,
and so it talks to it alone.
`,
  },
  { type: 'unknown', language: 'en', text: '\nThis page was left blank on purpose.\n' },
  {
    type: 'unknown',
    language: 'en',
    text: `
   MENU

Soup of the day      4.50
Fish and chips      11.00
Apple pie            5.20
Ginger beer          3.10
`,
  },
];
