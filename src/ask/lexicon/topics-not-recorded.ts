import type { MeasureName } from '../question.ts';

export interface Topic {
  readonly id: string;
  readonly phrases: readonly string[];
  /** Dutch: what is not recorded, and why if there is a reason. */
  readonly text: string;
  readonly instead: readonly MeasureName[];
}

/** What people ask for and is not recorded. An honest no, with what can be asked. */
export const topics: readonly Topic[] = [
  { id: 'continuous-line', phrases: ['doorgaande lijn', 'overdrachtsformulier', 'overdrachtsformulieren'], text: 'Dat wordt niet als cijfer vastgelegd. Wel hoeveel kinderen warm zijn overgedragen.', instead: ['handovers-done', 'handover-feedback'] },
  { id: 'result-agreements', phrases: ['(resultaatafspraken|resultaatafspraak)', 'afspraken [over] {kleuterresultaten}'], text: 'Wat is afgesproken over kleuterresultaten, ziet u als u “resultaatafspraken” typt, zonder vraagteken.', instead: ['results', 'results-missing'] },
  { id: 'results', phrases: ['(toetsresultaten|toetsscores|toetsen|toets|referentieniveau|taalniveau)', 'test results'], text: 'Toetsen en referentieniveaus worden hier niet vastgelegd; wel hoeveel kleuters op het afgesproken niveau zitten.', instead: ['results', 'results-missing'] },
  { id: 'origin', phrases: ['(nationaliteit|nationaliteiten|herkomst|afkomst|migratieachtergrond|etniciteit|geboorteland|asielzoekers|statushouders|vluchtelingen|nationality|nieuwkomerskinderen|azc)'], text: 'Nationaliteit en herkomst worden niet vastgelegd.', instead: ['indications', 'target-toddlers'] },
  { id: 'language', phrases: ['(thuistaal|thuistalen|moedertaal|taalachterstand|meertalig|meertalige|anderstalig|anderstalige|nt2)', '(spreken|spreekt) [thuis|geen]', '{kind} spreken thuis', 'home language', 'taal thuis'], text: 'De thuistaal wordt niet apart vastgelegd; een grond voor de indicatie wel.', instead: ['indications', 'target-toddlers'] },
  { id: 'income', phrases: ['(inkomen|inkomens|inkomensgroep|salaris|uitkering|bijstand|armoede|schulden|schuldsanering|income|minima)'], text: 'Inkomens worden niet vastgelegd.', instead: ['indications', 'target-toddlers'] },
  { id: 'education', phrases: ['(opleiding|opleidingsniveau|opleidingsniveaus|opleidingsachtergrond|laagopgeleid|laagopgeleide|hoogopgeleide) [ouders]', 'opleiding ouders', 'parents education'], text: 'De opleiding van ouders wordt niet apart vastgelegd; een grond voor de indicatie wel.', instead: ['indications', 'target-toddlers'] },
  { id: 'sickness', phrases: ['(ziekteverzuim|verzuim|ziek|ziekte|ziekmeldingen|ziekmelding)'], text: 'Verzuim wordt niet vastgelegd.', instead: ['placements', 'hours'] },
  { id: 'attendance', phrases: ['(aanwezigheid|aanwezig|afwezigheid|afwezig|presentie|absentie|opkomst|attendance)'], text: 'De aanwezigheid per dag wordt niet vastgelegd; alleen wie geplaatst is en voor hoeveel uur.', instead: ['placements', 'hours'] },
  { id: 'staff', phrases: ['(personeel|personeelsleden|medewerkers|medewerker|leidsters|leidster|beroepskrachten|beroepskracht|fte|formatie|vacatures|staff|pmer|pmers|invalkrachten)', 'pedagogisch (medewerkers|medewerker)', '(uren|inzet) (personeel|medewerkers|leidsters)', '(leidster|personeels) (tekort|kind ratio)', '(personeelstekort|personeelstekorten)'], text: 'Personeel en zijn uren worden niet vastgelegd. Wel de uren beleidsmedewerker die de wet vraagt.', instead: ['policy-officer-hours', 'groups'] },
  { id: 'money', phrases: ['(kosten|kost|prijs|prijzen|tarief|tarieven|ouderbijdrage|ouderbijdragen|subsidie|subsidies|budget|begroting|geld|euro|uurprijs|betaalt|betalen|costs|cost|price|budgetten|financiering|bekostiging|kinderopvangtoeslag)', '(kost|kosten) {plek}', 'kosten per {plek}'], text: 'Geld wordt hier niet vastgelegd: geen kosten, subsidie of ouderbijdrage.', instead: ['ve-places', 'placements'] },
  { id: 'satisfaction', phrases: ['(tevredenheid|klanttevredenheid|oudertevredenheid|klachten|klacht|ervaringen|waardering)'], text: 'Tevredenheid en klachten worden niet vastgelegd.', instead: ['reach', 'not-reached'] },
  { id: 'gender', phrases: ['(jongens|meisjes) [en|of] (jongens|meisjes)', '[verdeling] jongens meisjes', '(geslacht|gender)', 'boys and girls'], text: 'Jongen of meisje wordt niet vastgelegd.', instead: ['target-toddlers', 'placements'] },
  { id: 'parents', phrases: ['(huisbezoek|huisbezoeken|ouderavond|ouderavonden|ouderbijeenkomst|ouderbijeenkomsten|ouderbetrokkenheid|ouderprogramma|ouderkamer|oudergesprekken)'], text: 'Huisbezoeken en bijeenkomsten met ouders worden niet vastgelegd.', instead: ['placements', 'not-reached'] },
  { id: 'quality', phrases: ['(kwaliteit|kwaliteitsoordeel|inspectierapport|inspectierapporten|inspectieoordeel|opleidingsplan|opleidingsplannen|certificaat|certificaten|vve certificaat|quality|ko ratio|groepsgrootte)', 'ggd (rapport|inspectie)'], text: 'Oordelen over kwaliteit worden niet vastgelegd.', instead: ['group-mix', 'hours'] },
  { id: 'forecast', phrases: ['(prognose|prognoses|voorspelling|voorspellingen|verwachting|verwachtingen|toekomst|forecast)', '(verwachte|verwacht|toekomstige) (instroom|uitstroom|bereik|{doelgroep}|{kind}|aantal)'], text: 'Er zijn geen prognoses, alleen wat is vastgelegd.', instead: ['target-toddlers', 'waiting'] },
  { id: 'school-choice', phrases: ['(schoolkeuze|schooladvies|schoolgewicht|schoolgewichten|leerlingen|leerling|schoolscore|achterstandsscore|achterstandsscores|onderwijsachterstand|segregatie|leerlingenaantal|schoolverlaters)', 'naar welke school'], text: 'Gegevens van scholen en leerlingen worden hier niet vastgelegd.', instead: ['exits', 'toddlers'] },
  { id: 'care', phrases: ['(diagnose|diagnoses|medisch|medische|handicap|beperking|jeugdzorg|zorgvraag|zorgbehoefte|gedragsproblemen|ontwikkelingsachterstand|vaccinatie|vaccinaties|vaccinatiegraad)'], text: 'Medische gegevens en zorg worden niet vastgelegd.', instead: ['indications', 'exits'] },
  { id: 'address', phrases: ['(postcode|postcodes|reisafstand|afstand|reistijd)'], text: 'Adressen worden niet vastgelegd; alleen de wijk.', instead: ['target-toddlers', 'free-places'] },
];
