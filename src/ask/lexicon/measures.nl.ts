import type { MeasureName } from '../question.ts';

/** What people call each figure in Dutch. The notation stands in notation.ts; the phrase with most words wins. */
export const measuresNl: Readonly<Record<MeasureName, readonly string[]>> = {
  reach: [
    '{bereik}', '{ve} {bereik}', '{bereik} {ve}', '{doelgroep} {bereik}', '{bereik} {doelgroep}', 'doelgroepbereik', 'bereiksgraad',
    '[{ve}] (deelname|deelnamepercentage|deelnamegraad|participatie) [{ve}]', '{doelgroep} (deelname|participatie)', 'deelname {doelgroep}',
    '{doelgroep} {gaan} [op|naar|in] {ve} [{plek}]', '{doelgroep} [op|in] {ve} {plek}', '{doelgroep} (geplaatst|geplaatste)', 'geplaatste {doelgroep}', '{doelgroep} (doen|doet) mee', '{doelgroep} (nemen|neemt) deel', '{doelgroep} (hebben|heeft) [{ve}] {plek}',
  ],
  'reach-inspectorate': [
    '{bereik} [volgens|voor] {inspectie}', '{bereik} [in] selectie [van] {inspectie}', 'inspectiebereik', '{inspectie} bereik', 'inspectieselectie', 'selectie {inspectie}', 'bereik inspectieselectie', 'inspectiecijfer', '{inspectie} cijfer', 'inspectievariant', 'bereik inspectievariant',
    '{bereik} [{doelgroep}|{kind}] [vanaf] (2 5|2half|tweeeneenhalf) (tot|tm|4|vier) [4|vier] [jaar|jarigen]',
  ],
  'reach-all-toddlers': [
    '{bereik} [onder] alle {kind}', 'alle {kind} {bereik}', '(deelname|participatie) alle {kind}', '(algemeen|algemene) bereik', 'bereik algemeen',
    'alle {kind} {gaan} [naar|op] {opvang}', '{bereik} alle (2|twee) [en] (3|drie) jarigen', '{bereik} alle (tweejarigen|driejarigen)',
  ],
  toddlers: [
    '(aantal|hoeveel|hoeveelheid) peuters', '(peuters|kinderen) (wonen|woonachtig)', '(wonen|woonachtig) (peuters|kinderen)', 'wonende peuters', '(totaal|totale) aantal peuters', 'alle peuters', 'peuterpopulatie', 'peuteraantal', 'peuteraantallen',
    '(2|twee) [en|tot] (3|drie) jarigen', '(2|twee) [jarigen] [en] (3jarigen|driejarigen)', 'twee en driejarigen', 'twee jarigen en drie jarigen', '(peuters|kinderen) [van] (2|twee) [en] (3|drie) [jaar]', '(inwoners|bevolking) [van] (2|twee) [en] (3|drie) [jaar]',
  ],
  'target-toddlers': [
    '{doelgroep}', '(aantal|hoeveel|omvang|grootte) {doelgroep}', 'groot {doelgroep}', 'doelgroepomvang',
    '{kind} (met|hebben|heeft) [een] [{ve}] (indicatie|veindicatie|vveindicatie)', '{kind} [met] {ve} indicatie', '{ve} (kinderen|peuters)', '(geindiceerde|geindiceerd) [{kind}]', '{kind} geindiceerd', 'geindiceerden', '{kind} [uit] doelgroep',
  ],
  'not-reached': [
    '(niet|non) {bereik}', '{bereik} niet', 'nonbereik', 'nietbereik', 'nietbereikte', '{doelgroep} (niet|non) {bereik}', '{doelgroep} {bereik} niet', 'onbereikt', 'onbereikte', 'wie {bereik} niet', 'wie niet {bereik}', '{kind} {bereik} niet', '{kind} niet {bereik}',
    '(doen|doet) niet mee', '(nemen|neemt) niet deel', 'niet (mee doen|deelnemen|meedoen)',
  ],
  unknown: [
    'onbekend', 'onbekende', 'aantal (onbekend|onbekende)', 'onbekende {doelgroep}', '{doelgroep} onbekend', '(status|uitkomst) onbekend', '(niets|niks|niet) [over] bekend', '(weten|weet) (niets|niks|niet)', '(niets|niks) (weten|weet)', 'niet [in] beeld', 'uit beeld', '(geen|buiten) [in] beeld', 'geen zicht',
  ],
  'placed-elsewhere': [
    'elders', 'elders (geplaatst|geplaatste|bereikt|bereikte)', '(geplaatst|geplaatste|bereik|bereikt|bereikte|plaatsingen) elders', '[geplaatst|bereikt|zitten|gaan|plaatsingen] [in|naar] andere (gemeente|gemeenten) [geplaatst|bereikt]', 'buiten gemeente [geplaatst|bereikt]', '(buurgemeente|buurgemeenten)', 'buiten (eigen|onze) gemeente',
  ],
  indications: [
    'indicaties', '(aantal|hoeveel) indicaties', '{ve} indicaties', 'veindicaties', 'vveindicaties', 'gronden', 'indicatiegronden', 'indicatiegrond', 'indicaties naar grond', 'gronden [van|voor] indicaties', 'verdeling gronden', 'indicatie gronden', 'grondenverdeling',
  ],
  waiting: [
    '(wachtlijst|wachtlijsten|wachtenden|wachtend|wachtende)', 'wachtende {kind}', '{kind} (wachten|wacht) [op] [{ve}] [{plek}]', '(wachten|wacht) [op] [{ve}] {plek}', '(lang|lengte|groot|omvang) wachtlijst', '{kind} [op] wachtlijst', '{doelgroep} [op] wachtlijst', '{doelgroep} (wachten|wacht) [op] [{ve}] [{plek}]', '{kind} [in] wacht',
  ],
  supply: [
    '(voldoende|genoeg|toereikend|toereikende|dekkend) [{ve}] (aanbod|capaciteit)', '(voldoende|genoeg) [{ve}] {plek} [{doelgroep}|{kind}]', '(aanbod|capaciteit) (voldoende|genoeg|toereikend|dekkend)', '[{ve}] {plek} (voldoende|genoeg)', 'tekort [aan] [{ve}] {plek}', '[{ve}] {plek} tekort', '(plekkentekort|plaatsentekort)', 'te weinig [{ve}] {plek}',
  ],
  've-places': [
    '[{ve}] capaciteit', 'vecapaciteit', 'vvecapaciteit', '{ve} {plek}', '[{ve}] (kindplaats|kindplaatsen)', '[{ve}] aanbod', 'veaanbod', 'vveaanbod', '(aangeboden|gesubsidieerde) [{ve}] {plek}', '[{ve}] {plek} (aangeboden|gesubsidieerd)', '(bieden|biedt) [{ve}] {plek}', '[{ve}] {plek} (bieden|biedt)',
    '(peuterplek|peuterplekken|peuterplaatsen)', '(totaal|totale) aantal [{ve}] {plek}', '[{ve}] {plek} [in] totaal',
  ],
  'free-places': [
    '(vrije|vrij|beschikbare|open|lege|onbezette|openstaande|resterende) [{ve}] {plek}', '[{ve}] {plek} (vrij|beschikbaar|over|open|leeg|onbezet)', '[{ve}] {plek} nog (vrij|beschikbaar|over|open|leeg)', 'nog [{ve}] {plek} [vrij|beschikbaar|over|open]', '[{ve}] {plek} nog', '[nog] (ruimte|plekruimte)', '{kind} [nog] terecht', '[nog] terecht', 'restcapaciteit', 'vrije capaciteit', 'onbenutte [{ve}] {plek}',
  ],
  'taken-places': ['(bezette|gevulde|ingevulde|ingenomen|gebruikte) [{ve}] {plek}', '[{ve}] {plek} (bezet|gevuld|ingevuld|ingenomen)', '(bezet|gevuld|ingevuld) [{ve}] {plek}'],
  occupancy: [
    '(bezetting|bezettingsgraad|bezettingspercentage|bezettingscijfer|bezettingscijfers|bezettingen)', 'hoe vol [zitten|zit|is|zijn] [groepen|groep|locaties|locatie|ve|vve]', 'hoe vol (groepen|locaties|{ve}) (zitten|zit|is|zijn)', '(vulling|vullingsgraad|benutting|benuttingsgraad)', 'benutting capaciteit', 'bezetting {plek}', 'bezetting groepen',
  ],
  placements: [
    '(geplaatst|geplaatste) [{kind}]', '{kind} (geplaatst|geplaatste)', '{kind} {gaan} [op|in|naar] [{ve}] [{plek}]', '{kind} [op|in] {ve} {plek}', '{kind} {gaan} [naar] {opvang}', '[{kind}] ingeschreven', 'ingeschreven {kind}', '{kind} [op] groep', '(deelnemers|deelnemende) [{kind}]', '{ve} deelnemers', 'bezoeken {ve}', '{kind} (nemen|neemt) deel', '{kind} (doen|doet) mee',
  ],
  groups: ['[aantal|hoeveel] [{ve}] groepen', '(vegroepen|vvegroepen)', 'peutergroepen', 'groepen [met] {ve}', '{ve} groep'],
  'group-mix': [
    '(groepsmix|groepmix)', '4 op 16', '4op16', '(vier|4) op (zestien|16)', '(groepssamenstelling|groepsamenstelling)', 'samenstelling (groepen|groep)', 'samenstelling [{ve}] groepen', '(gemengde|gemixte) groepen', '(mix|menging) [van] groepen', 'menging', 'groepen (gemengd|gemixt)', 'groepen [met|hebben|heeft] [minstens|minimaal|tenminste|ten minste] (4|vier) {doelgroep}',
  ],
  hours: [
    '{ve} uren', '(veuren|vveuren)', '(uren|uur) {ve}', '{ve} (uren|uur) [per|in] week', '(uren|uur) [{ve}] [per|in] week', '(aantal|hoeveel) (uren|uur) [{ve}] (per|in) week', '(gemiddeld|gemiddelde) aantal (uren|uur) [{ve}] [per week]', '(gemiddeld|gemiddelde) (uren|uur) [{ve}] [per week]', '(weekuren|urenomvang)', '(uren|uur) {ve} (krijgen|krijgt|heeft|hebben) {kind} [per week]', '(uren|uur) (krijgen|krijgt) {kind} [{ve}] [per week]', '(uren|uur) {ve} krijgen {kind}', 'uren {kind} per week', '(uren|uur) {gaan} {kind} [naar] [{ve}] [per week]',
  ],
  'hours-shortfall': [
    'urentekort', 'urentekorten', 'tekort [aan] (uren|uur)', '(uren|uur) tekort', '[{kind}] [met] te weinig [{ve}] (uren|uur)', '[{kind}] te weinig (uren|uur)', '[wie|{kind}] [halen|haalt|komt|komen] niet [aan] 960 [uur|uren] [komt|komen|halen|haalt]', '[wie|{kind}] [halen|haalt|komt|komen] [aan] 960 [uur|uren] niet', '[{kind}] [halen|haalt] (minder dan|onder) [de] 960 [uur|uren]',
  ],
  'policy-officer-hours': [
    '[uren|uur] [pedagogisch] {beleidsmedewerker} [{ve}] [uren|uur]', '[aantal] uren [pedagogisch] {beleidsmedewerker}', '(uren|uur) pbm [{ve}]', 'pbm [{ve}] [uren|uur]', '(pbmer|pbmers)', 'pm beleid [uren] [{ve}]', '(inzet|formatie) [pedagogisch] {beleidsmedewerker}', '[inzet] pmb [uren]',
  ],
  'without-indication': [
    '[geplaatst|geplaatste|{kind}] [zitten|zit] zonder [{ve}] (indicatie|veindicatie|vveindicatie)', '{kind} geplaatst zonder [{ve}] indicatie', '{kind} (zitten|zit) zonder indicatie [op] [{ve}] {plek}', 'zonder indicatie [geplaatst] [op] [{ve}] {plek}', '{kind} [hebben|heeft] geen [{ve}] indicatie', 'geen indicatie', 'niet (geindiceerd|geindiceerde) [{kind}]', 'zonder indicatie geplaatst',
  ],
  'without-outcome': [
    '(indicaties|indicatie) zonder (uitkomst|vervolg|plaatsing|resultaat|afloop|opvolging)', 'zonder (uitkomst|vervolg|opvolging)', '[indicaties|indicatie] [hebben|heeft] geen (uitkomst|vervolg|opvolging)', '(indicaties|indicatie) [waar] (niets|niks) [mee] (gebeurd|gebeurt|gedaan)', 'openstaande indicaties', 'indicaties openstaan', 'indicaties (nog) open', 'indicaties blijven liggen', 'niet opgevolgde indicaties', 'indicaties niet opgevolgd',
  ],
  'last-delivery': [
    '[wanneer] (laatste|laatst) (levering|leveringen|aanlevering|registratie|geleverd|aangeleverd|geregistreerd|bijgewerkt|levering gedaan)', 'laatste keer (geleverd|aangeleverd|geregistreerd)', 'wanneer voor laatst (geleverd|aangeleverd|geregistreerd)', '[wie] (niets|niks|niet) (aangeleverd|geleverd|geregistreerd|ingevuld|bijgewerkt)', '[wie] (levert|leveren) [nog] niet [aan]', '(leveringen|aanlevering|aanleveringen)', '(actualiteit) [registratie|gegevens|data]', 'hoe (actueel|recent) [gegevens|registratie|data|cijfers]', 'wie [is|loopt] achter', '[wie] [al] (geleverd|aangeleverd)',
  ],
  intakes: [
    '(instroom|instroomcijfer|instroomcijfers|instromer|instromers|instromen|ingestroomd|ingestroomde)', '{kind} (ingestroomd|instromen)', 'nieuwe (plaatsingen|{kind}|instroom|instromers|aanwas)', 'nieuw geplaatst', 'nieuw geplaatste [{kind}]', '(gestart|gestarte|starten|begonnen|starters|nieuwkomers) [{kind}]', '{kind} (gestart|gestarte|starten|begonnen|beginnen|startten|begonnen)', '{kind} erbij gekomen', 'erbij gekomen', '{kind} binnengekomen', 'nieuwe starters',
  ],
  exits: [
    '(uitstroom|uitstroomcijfer|uitstroomcijfers|uitstromer|uitstromers|uitstromen|uitgestroomd|uitgestroomde)', '{kind} {stoppen}', '{stoppen} [{kind}]', '(stoppers|vertrek|vertrekkers)', '(afgemeld|afgemelde|afmeldingen|uitgeschreven|uitschrijvingen) [{kind}]', '{kind} (afgemeld|uitgeschreven)',
  ],
  'early-exits': [
    '(vroegtijdige|voortijdige|tussentijdse|vroege|vervroegde) (uitstroom|uitstromers|stoppers|vertrek|beeindiging)', '[{kind}] (vroegtijdig|voortijdig|tussentijds|eerder|te vroeg|vroeg) {stoppen} [{kind}]', '[{kind}] {stoppen} [{kind}] (vroegtijdig|voortijdig|tussentijds|eerder|te vroeg)', '[{kind}] {stoppen} [{kind}] [voor|voordat] (vierde|4e|4 worden|vier worden) [verjaardag|jaar]', '[{kind}] voor (vierde|4e) [verjaardag] {stoppen}', '(uitval|uitvallers|uitgevallen|afhakers|afgehaakt) [{kind}]', '{kind} (uitgevallen|afgehaakt)', '(haken|haakt|vallen|valt) [voortijdig] (af|uit)', '{kind} (haken af|vallen uit)',
  ],
  'start-age': [
    '[gemiddelde] (startleeftijd|instroomleeftijd|beginleeftijd)', 'gemiddelde leeftijd', '[gemiddelde] leeftijd [bij] {starten}', 'leeftijd {starten} {kind}', '[hoe] oud {kind} {starten}', '[hoe] oud {starten} [{kind}]', '[gemiddelde] leeftijd {kind} {starten}',
  ],
  used: ['gebruik {ve}', '{ve} gebruik', '(vegebruik|vvegebruik)', '[{kind}] (maakten|maakte|maken|maakt) gebruik [van] [{ve}]', '[{kind}] gebruik gemaakt [van] [{ve}]', '[{kind}] [van] {ve} gebruik gemaakt', '[{kind}] (gebruikten|gebruiken|gebruikt) {ve}', '(gebruikers) {ve}'],
  'guidance-time': [
    '(tijd|dagen|periode) tussen indicatie en (start|plaatsing|instroom)', '(doorlooptijd|doorlooptijden)', '[lang duurt] [van] indicatie tot (plaatsing|start|instroom)', '[lang] duurt toeleiding', '(toeleidingstijd|toeleidingsduur|toeleidingstermijn)', '[lang] duurt tussen indicatie en (start|plaatsing)', 'lang [zit|zat|duurt] tussen indicatie en (start|plaatsing|instroom)', '(snelheid|duur|doorlooptijd) [van] toeleiding', 'doorlooptijd [van] indicatie tot (plaatsing|start)', 'hoe snel [{kind}] [na] [indicatie] (geplaatst|gestart)', 'hoe snel toeleiding', '[lang duurt voordat] {kind} [met] indicatie (start|geplaatst)',
  ],
  'other-reasons': ['(aandeel|percentage) [reden] (anders|overig|overige)', '(reden|redenen) (anders|overig)', '(overige|andere) redenen', '[vaak] [reden] anders [gekozen|ingevuld]', 'anders als reden'],
};
