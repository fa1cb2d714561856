/** Parts of states that have a law of their own; before countries of the same name. */
export const subdivisions: readonly string[] = [
  ...['Alabama', 'Alaska', 'Arizona', 'Arkansas', 'California', 'Colorado', 'Connecticut', 'Delaware', 'Florida', 'Georgia', 'Hawaii', 'Idaho'],
  ...['Illinois', 'Indiana', 'Iowa', 'Kansas', 'Kentucky', 'Louisiana', 'Maine', 'Maryland', 'Massachusetts', 'Michigan', 'Minnesota', 'Mississippi'],
  ...['Missouri', 'Montana', 'Nebraska', 'Nevada', 'New Hampshire', 'New Jersey', 'New Mexico', 'New York', 'North Carolina', 'North Dakota', 'Ohio'],
  ...['Oklahoma', 'Oregon', 'Pennsylvania', 'Rhode Island', 'South Carolina', 'South Dakota', 'Tennessee', 'Texas', 'Utah', 'Vermont', 'Virginia'],
  ...['Washington', 'West Virginia', 'Wisconsin', 'Wyoming', 'District of Columbia', 'Puerto Rico', 'Guam'],
  ...['Alberta', 'British Columbia', 'Manitoba', 'New Brunswick', 'Newfoundland and Labrador', 'Northwest Territories', 'Nova Scotia', 'Nunavut'],
  ...['Ontario', 'Prince Edward Island', 'Quebec', 'Saskatchewan', 'Yukon'],
  ...['England', 'Wales', 'England and Wales', 'Scotland', 'Northern Ireland'],
  ...['New South Wales', 'Queensland', 'South Australia', 'Tasmania', 'Victoria', 'Western Australia', 'Australian Capital Territory'],
  ...['Northern Territory', 'Hong Kong', 'Dubai', 'Abu Dhabi', 'Dubai International Financial Centre'],
];

/** Other names of theirs. */
export const otherNames: Readonly<Record<string, readonly string[]>> = {
  'England and Wales': ['England & Wales', 'Angleterre et du pays de Galles'],
  England: ['Angleterre', 'Inghilterra', 'Inglaterra', 'Engeland'],
  Quebec: ['Québec'],
};

/** How words begin that name a law by its country: English law, deutsches Recht, droit français. */
export const lawAdjectives: Readonly<Record<string, readonly string[]>> = {
  Austria: ['austrian', 'osterreichisch', 'autrichien', 'austriac', 'oostenrijks'],
  Belgium: ['belgian', 'belgisch', 'belge', 'belga'],
  Canada: ['canadian', 'kanadisch', 'canadien', 'canadiens'],
  China: ['chinese', 'chinesisch', 'chinois', 'cinese'],
  Denmark: ['danish', 'danisch', 'danois'],
  England: ['english', 'englisch', 'anglais', 'ingles', 'inglese', 'engels'],
  Finland: ['finnish', 'finnisch', 'finlandais'],
  France: ['french', 'franzosisch', 'francais', 'frances', 'frans'],
  Germany: ['german', 'deutsch', 'allemand', 'aleman', 'tedesc', 'duits'],
  India: ['indian'],
  Ireland: ['irish', 'irisch', 'irlandais'],
  Israel: ['israeli'],
  Italy: ['italian', 'italienisch', 'italien', 'italiaans'],
  Japan: ['japanese', 'japanisch', 'japonais'],
  Luxembourg: ['luxembourgish', 'luxemburgisch', 'luxembourgeois'],
  Mexico: ['mexican', 'mexikanisch'],
  Netherlands: ['dutch', 'niederlandisch', 'hollandisch', 'neerlandais', 'nederlands', 'olandes'],
  Norway: ['norwegian', 'norwegisch', 'norvegien'],
  Poland: ['polish', 'polnisch', 'polonais'],
  Portugal: ['portuguese', 'portugiesisch', 'portugais', 'portugues'],
  Quebec: ['quebecois'],
  Scotland: ['scots', 'scottish', 'schottisch'],
  Singapore: ['singaporean'],
  Spain: ['spanish', 'spanisch', 'espagnol', 'espanol', 'spagnol', 'spaans'],
  Sweden: ['swedish', 'schwedisch', 'suedois'],
  Switzerland: ['swiss', 'schweizer', 'schweizerisch', 'suisse', 'suizo', 'suiza', 'svizzer', 'zwitsers'],
  'United States': ['american', 'amerikanisch', 'americain'],
};
