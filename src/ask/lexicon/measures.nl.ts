import type { MeasureName } from '../question.ts';

/** What people call each figure in Dutch. The notation stands in notation.ts; the phrase with most words wins. */
export const measuresNl: Readonly<Record<MeasureName, readonly string[]>> = {
  reach: [
    '{bereik}', '{ve} {bereik}', '{bereik} {ve}', '{doelgroep} {bereik}', '{bereik} {doelgroep}', 'doelgroepbereik', 'bereiksgraad',
    '(deelname|deelnamepercentage|deelnamegraad|participatie)', '{doelgroep} (deelname|participatie)', 'deelname {doelgroep}',
    '{doelgroep} {gaan} {ve} [{plek}]', '{doelgroep} {ve} {plek}', '{doelgroep} (geplaatst|geplaatste)', 'geplaatste {doelgroep}', '{doelgroep} (doen|doet) mee', '{doelgroep} (nemen|neemt) deel', '{doelgroep} (hebben|heeft) {plek}',
  ],
  'reach-inspectorate': [
    '{bereik} [volgens] {inspectie}', '{bereik} selectie {inspectie}', 'inspectiebereik', '{inspectie} bereik', 'inspectieselectie', 'selectie {inspectie}', 'bereik inspectieselectie', 'inspectiecijfer', '{inspectie} cijfer', 'inspectievariant', 'bereik inspectievariant',
    '(bereik|bereikt) [{doelgroep}] [vanaf] (2 5|tweeeneenhalf) (tot|tm|t m) (4|vier) [jaar|jarigen]', '(bereik|bereikt) 2 5 4 [jaar|jarigen]',
  ],
  'reach-all-toddlers': [
    '{bereik} [onder] alle {kind}', 'alle {kind} {bereik}', '(deelname|participatie) alle {kind}', '(algemeen|algemene) bereik', 'bereik algemeen',
    'alle {kind} {gaan} {opvang}', '{bereik} alle (2|twee) [en] (3|drie) jarigen', '{bereik} alle (tweejarigen|driejarigen)',
  ],
  toddlers: [
    '(aantal|hoeveel|hoeveelheid) peuters', '(peuters|kinderen) (wonen|woonachtig)', '(wonen|woonachtig) (peuters|kinderen)', 'wonende peuters', '(totaal|totale) aantal peuters', 'alle peuters', 'peuterpopulatie', 'peuteraantal', 'peuteraantallen',
    '(2|twee) [en|tot] (3|drie) jarigen', '(2|twee) [jarigen] [en] (3jarigen|driejarigen)', 'twee en driejarigen', 'twee jarigen en drie jarigen', '(peuters|kinderen) (2|twee) [en] (3|drie) [jaar]', '(inwoners|bevolking) (2|twee) [en] (3|drie) [jaar]',
  ],
  'target-toddlers': [
    '{doelgroep}', '(aantal|hoeveel|omvang|grootte) {doelgroep}', 'groot {doelgroep}', 'doelgroepomvang',
    '{kind} (met|hebben|heeft) (indicatie|veindicatie|vveindicatie)', '{kind} {ve} indicatie', '{ve} (kinderen|peuters)', '(geindiceerde|geindiceerd)', '{kind} geindiceerd', 'geindiceerden', '{kind} doelgroep',
  ],
  'not-reached': [
    '(niet|non) {bereik}', '(bereikt|bereiken) niet', 'nonbereik', 'nietbereik', 'nietbereikte', '{doelgroep} (niet|non) {bereik}', '{doelgroep} (bereikt|bereiken) niet', 'onbereikt', 'onbereikte', 'wie (bereikt|bereiken) niet', 'wie niet {bereik}', '{kind} (bereikt|bereiken) niet', '{kind} niet {bereik}',
    '(doen|doet) niet mee', '(nemen|neemt) niet deel', 'niet (mee doen|deelnemen|meedoen)',
  ],
  unknown: [
    'onbekend', 'onbekende', 'aantal (onbekend|onbekende)', 'onbekende {doelgroep}', '{doelgroep} onbekend', '(status|uitkomst) onbekend', '(niets|niks|niet) bekend', '(weten|weet) (niets|niks|niet)', '(niets|niks) (weten|weet)', 'niet beeld', 'uit beeld', '(geen|buiten) beeld', 'geen zicht',
  ],
  'placed-elsewhere': [
    'elders', 'elders (geplaatst|geplaatste|bereikt|bereikte)', '(geplaatst|geplaatste|bereik|bereikt|bereikte|plaatsingen) elders', '[geplaatst|bereikt|plaatsingen] andere (gemeente|gemeenten) [geplaatst|bereikt]', 'buiten gemeente [geplaatst|bereikt]', '(buurgemeente|buurgemeenten)', 'buiten (eigen|onze) gemeente',
  ],
  indications: [
    'indicaties', '(aantal|hoeveel) indicaties', '{ve} indicaties', 'veindicaties', 'vveindicaties', 'gronden', 'indicatiegronden', 'indicatiegrond', 'indicaties naar grond', 'gronden indicaties', 'verdeling gronden', 'indicatie gronden', 'grondenverdeling',
  ],
  waiting: [
    '(wachtlijst|wachtlijsten|wachtenden|wachtend|wachtende)', 'wachtende {kind}', '{kind} (wachten|wacht) [{plek}]', 'hoeveel (wachten|wacht)', '(wachten|wacht) {plek}', '(lang|lengte|groot|omvang) wachtlijst', '{kind} wachtlijst', '{doelgroep} wachtlijst', '{doelgroep} (wachten|wacht) [{plek}]', '{kind} wacht',
  ],
  supply: [
    '(voldoende|genoeg|toereikend|toereikende|dekkend) (aanbod|capaciteit)', '(voldoende|genoeg) {plek} [{doelgroep}]', '(aanbod|capaciteit) (voldoende|genoeg|toereikend|dekkend)', '{plek} (voldoende|genoeg)', 'tekort {plek}', '{plek} tekort', '(plekkentekort|plaatsentekort)', 'te weinig {plek}',
  ],
  've-places': [
    'capaciteit', 'vecapaciteit', 'vvecapaciteit', '{ve} {plek}', '(kindplaats|kindplaatsen)', 'aanbod', 'veaanbod', 'vveaanbod', '(aangeboden|gesubsidieerde) {plek}', '{plek} (aangeboden|gesubsidieerd)', '(bieden|biedt) {plek}', '{plek} (bieden|biedt)',
    '(peuterplek|peuterplekken|peuterplaatsen)', '(totaal|totale) aantal {plek}', '{plek} totaal',
  ],
  'free-places': [
    '(vrije|vrij|beschikbare|open|lege|onbezette|openstaande|resterende) {plek}', '{plek} (vrij|beschikbaar|over|open|leeg|onbezet)', '{plek} nog (vrij|beschikbaar|over|open|leeg)', 'nog {plek} [vrij|beschikbaar|open]', '{plek} nog', '(ruimte|plekruimte)', '{kind} terecht', 'terecht', 'restcapaciteit', 'alle (vrije|beschikbare|lege) {plek}', 'vrije capaciteit', 'onbenutte {plek}',
  ],
  'taken-places': ['(bezette|gevulde|ingevulde|ingenomen|gebruikte) {plek}', '{plek} (bezet|gevuld|ingevuld|ingenomen)', '(bezet|gevuld|ingevuld) {plek}', '(bezet|ingevuld)'],
  occupancy: [
    '(bezetting|bezettingsgraad|bezettingspercentage|bezettingscijfer|bezettingscijfers|bezettingen)', 'hoe vol [groepen|groep|locaties|locatie]', 'hoe vol (groepen|locaties|{ve}) (zitten|zit|is|zijn)', '(vulling|vullingsgraad|benutting|benuttingsgraad)', 'benutting capaciteit', 'bezetting {plek}', 'bezetting groepen',
  ],
  placements: [
    '(geplaatst|geplaatste)', '{kind} (geplaatst|geplaatste)', '{kind} {gaan} [{plek}]', '{kind} {ve} {plek}', '{kind} {gaan} {opvang}', 'ingeschreven', 'ingeschreven {kind}', '{kind} groep', '(deelnemers|deelnemende)', '{ve} deelnemers', 'bezoeken {ve}', '{kind} (nemen|neemt) deel', '{kind} (doen|doet) mee',
  ],
  groups: ['groepen', '(vegroepen|vvegroepen)', 'peutergroepen', 'groepen {ve}', '{ve} groep'],
  'group-mix': [
    '(groepsmix|groepmix)', '4 op 16', '4op16', '(4|vier) op (16|zestien) norm', 'groepen (voldoen|halen) (4|vier) op (16|zestien)', '(vier|4) op (zestien|16)', '(groepssamenstelling|groepsamenstelling)', 'samenstelling (groepen|groep)', 'samenstelling groepen', '(gemengde|gemixte) groepen', '(mix|menging) groepen', 'menging', 'groepen (gemengd|gemixt)', 'groepen [minstens|minimaal|tenminste|ten minste] (4|vier) {doelgroep}',
  ],
  hours: [
    '(uren|uur) gemiddeld', 'gemiddeld (uren|uur)', 'aangeboden uren',
    '{ve} uren', '(veuren|vveuren)', '(uren|uur) {ve}', '{ve} (uren|uur) [per] week', '(uren|uur) [per] week', '(aantal|hoeveel) (uren|uur) (per|in) week', '(gemiddeld|gemiddelde) aantal (uren|uur) [per week]', '(gemiddeld|gemiddelde) (uren|uur) [per week]', '(weekuren|urenomvang)', '(uren|uur) {ve} (krijgen|krijgt|heeft|hebben) {kind} [per week]', '(uren|uur) (krijgen|krijgt) {kind} [per week]', '(uren|uur) {ve} krijgen {kind}', 'uren {kind} per week', '(uren|uur) {gaan} {kind} [per week]',
  ],
  'hours-shortfall': [
    'urentekort', 'urentekorten', 'tekort (uren|uur)', '(uren|uur) tekort', 'te weinig (uren|uur)', 'te weinig (uren|uur)', '[wie] [halen|haalt|komt|komen] niet 960 [uur|uren] [komt|komen|halen|haalt]', '[wie] [halen|haalt|komt|komen] 960 [uur|uren] niet', '[halen|haalt] (minder dan|onder) 960 [uur|uren]',
  ],
  'policy-officer-hours': [
    '[uren|uur] [pedagogisch] {beleidsmedewerker} [uren|uur]', 'uren [pedagogisch] {beleidsmedewerker}', '(uren|uur) pbm', 'pbm [uren|uur]', '(pbmer|pbmers)', 'pm beleid [uren]', '(inzet|formatie) [pedagogisch] {beleidsmedewerker}', '[inzet] pmb [uren]',
  ],
  'without-indication': [
    '[geplaatst|geplaatste] zonder (indicatie|veindicatie|vveindicatie)', '{kind} geplaatst zonder indicatie', '{kind} (zitten|zit) zonder indicatie {plek}', 'zonder indicatie [geplaatst] {plek}', 'plaatsingen zonder indicatie', '{kind} geen indicatie', 'geen indicatie', 'niet (geindiceerd|geindiceerde)', 'zonder indicatie geplaatst',
  ],
  'without-outcome': [
    '(indicaties|indicatie) zonder (uitkomst|vervolg|plaatsing|resultaat|afloop|opvolging)', 'zonder (uitkomst|vervolg|opvolging)', '[indicaties|indicatie] geen (uitkomst|vervolg|opvolging)', '(indicaties|indicatie) [waar] (niets|niks) [mee] (gebeurd|gebeurt|gedaan)', 'openstaande indicaties', 'indicaties openstaan', 'indicaties (nog) open', 'indicaties blijven liggen', 'niet opgevolgde indicaties', 'indicaties niet opgevolgd',
  ],
  'last-delivery': [
    '[wanneer] (laatste|laatst) (levering|leveringen|aanlevering|registratie|vastlegging|geleverd|aangeleverd|geregistreerd|bijgewerkt|levering gedaan)', 'laatste keer (geleverd|aangeleverd|geregistreerd)', 'wanneer voor laatst (geleverd|aangeleverd|geregistreerd)', '[wie] (niets|niks|niet) (aangeleverd|geleverd|geregistreerd|ingevuld|bijgewerkt)', '[wie] (levert|leveren) niet', '(leveringen|aanlevering|aanleveringen)', '(actualiteit) [registratie]', 'hoe (actueel|recent) [registratie]', 'wie [loopt] achter', '[wie] (geleverd|aangeleverd)',
  ],
  intakes: [
    '(instroom|instroomcijfer|instroomcijfers|instromer|instromers|instromen|ingestroomd|ingestroomde)', '{kind} (ingestroomd|instromen)', 'nieuwe (plaatsingen|{kind}|instroom|instromers|aanwas)', 'nieuw geplaatst', 'nieuw geplaatste', '(gestart|gestarte|starten|begonnen|starters|nieuwkomers)', '{kind} (gestart|gestarte|starten|begonnen|beginnen|startten|begonnen)', '{kind} erbij gekomen', 'erbij gekomen', '(komen|kwamen|komt) [kinderen] (erbij|binnen)', '{kind} binnengekomen', 'nieuwe starters',
  ],
  exits: [
    '(uitstroom|uitstroomcijfer|uitstroomcijfers|uitstromer|uitstromers|uitstromen|uitgestroomd|uitgestroomde)', '{kind} {stoppen}', '{stoppen}', '(gingen|gaan|gaat) weg', '(stoppers|vertrek|vertrekkers)', '(afgemeld|afgemelde|afmeldingen|uitgeschreven|uitschrijvingen)', '{kind} (afgemeld|uitgeschreven)',
  ],
  'early-exits': [
    '(vroegtijdige|voortijdige|tussentijdse|vroege|vervroegde) (uitstroom|uitstromers|stoppers|vertrek|beeindiging)', '(vroegtijdig|voortijdig|tussentijds|eerder|te vroeg|vroeg) {stoppen}', '{stoppen} (vroegtijdig|voortijdig|tussentijds|eerder|te vroeg)', '{stoppen} [voordat] (vierde|4e|4 worden|vier worden) [verjaardag|jaar]', 'voor (vierde|4e) [verjaardag] {stoppen}', '(uitval|uitvallers|uitgevallen|afhakers|afgehaakt)', '{kind} (uitgevallen|afgehaakt)', '(haken|haakt|vallen|valt) [voortijdig] (af|uit)', '{kind} (haken af|vallen uit)',
  ],
  'start-age': [
    '[gemiddeld] oud {kind} [gemiddeld] {starten}', 'oud gemiddeld {starten}',
    '[gemiddelde] (startleeftijd|instroomleeftijd|beginleeftijd)', 'gemiddelde leeftijd', '[gemiddelde] leeftijd {starten}', 'leeftijd {starten} {kind}', 'oud {kind} {starten}', 'oud {starten}', '[gemiddelde] leeftijd {kind} {starten}',
  ],
  used: ['gebruik {ve}', '{ve} gebruik', '(vegebruik|vvegebruik)', '(maakten|maakte|maken|maakt) gebruik', 'gebruik gemaakt', '{ve} gebruik gemaakt', '(gebruikten|gebruiken|gebruikt) {ve}', '(gebruikers) {ve}'],
  'guidance-time': [
    '(tijd|dagen|periode) tussen indicatie en (start|plaatsing|instroom)', '(doorlooptijd|doorlooptijden)', '[lang duurt] indicatie tot (plaatsing|start|instroom)', '[lang] duurt toeleiding', '(toeleidingstijd|toeleidingsduur|toeleidingstermijn)', '[lang] duurt tussen indicatie en (start|plaatsing)', 'lang [duurt] tussen indicatie en (start|plaatsing|instroom)', '(snelheid|duur|doorlooptijd) toeleiding', 'doorlooptijd indicatie tot (plaatsing|start)', 'hoe snel [indicatie] (geplaatst|gestart)', 'hoe snel toeleiding', '[lang duurt voordat] {kind} indicatie (start|geplaatst)',
  ],
  'handovers-due': ['over te dragen', '{kind} over te dragen', 'over te dragen {kind}', '(moeten|moet|moesten) overgedragen', '{kind} (moeten|moet|moesten) overgedragen', '{kind} (werden|worden|wordt|werd) (4|vier)', '{kind} (4|vier) geworden'],
  'handovers-done': ['[warme] {overdracht}', '[warme] {overdracht} (gedaan|gedane|verstuurd|voltooid|afgerond|geweest)', '(gedane|verstuurde|voltooide|afgeronde) [warme] {overdracht}', '(overgedragen|overgedragene) [{kind}]', '{kind} overgedragen', 'warm overgedragen', '{kind} warm overgedragen', '(done|completed) handovers', 'overdrachtcijfers'],
  'handovers-with-consent': ['{overdracht} met toestemming', '[{kind}] overgedragen met toestemming', 'met toestemming overgedragen', '{kind} met toestemming overgedragen', '[ouders] (geven|gaven|gegeven) toestemming', 'toestemming gegeven', '{overdracht} toestemming gegeven'],
  'handovers-refused': ['{overdracht} geweigerd', '[{kind}] overgedragen na weigering', '{overdracht} na weigering', 'toestemming (geweigerd|ingetrokken)', '(geweigerde|ingetrokken) toestemming', '[ouders] (weigeren|weigerden|weigert) [toestemming] {overdracht}', '[ouders] (weigeren|weigerden|weigert|trokken) toestemming', '{overdracht} geweigerd ouders'],
  'handovers-late': ['{overdracht} te laat', '(te late|late|verlate) [warme] {overdracht}', '(te laat) overgedragen [{kind}]', '{kind} te laat overgedragen', '{overdracht} [over] tijd heen', '{overdracht} niet op tijd', 'niet op tijd overgedragen', '{kind} niet op tijd overgedragen', 'late handovers'],
  'handovers-missing': ['(ontbrekende|openstaande|gemiste|missende) [warme] {overdracht}', '{overdracht} (ontbreken|ontbreekt|open|openstaand|missen|mist)', '(missen|mist|ontbreken|ontbreekt) [warme] {overdracht}', '(zonder|geen) [warme] {overdracht}', '{kind} (zonder|geen) {overdracht}', '[nog] niet overgedragen', '{kind} niet overgedragen', '{overdracht} niet gedaan', '(wachten|wacht) op {overdracht}', 'missing handovers'],
  'handover-days': ['[gemiddelde|gemiddeld] dagen [van] {overdracht} [tot] [voor] [(4e|vierde) verjaardag]', '[gemiddeld] dagen (voor|tot) (4e|vierde) verjaardag [overgedragen|{overdracht}]', '(moment|tijdstip) {overdracht}', '{overdracht} dagen voor (4e|vierde) verjaardag', '[hoe] (vroeg|lang) [van] (tevoren|vooraf) [overgedragen|{overdracht}]', 'hoe vroeg overgedragen', 'hoe vroeg {overdracht}'],
  'handover-talk': ['[aandeel|percentage] [met] warm gesprek', '[aandeel|percentage] [met] warme gesprekken', '[aandeel|percentage] {overdracht} met [warm] gesprek', '(overdrachtsgesprek|overdrachtsgesprekken)', 'aandeel [met] overdrachtsgesprek', '{overdracht} met warm gesprek', 'warm gesprek gevoerd'],
  'handover-feedback': ['[aandeel|percentage] [met] (terugkoppeling|terugkoppelingen)', '[aandeel|percentage] {overdracht} met terugkoppeling', '(terugkoppeling|terugkoppelingen) [van] [school|scholen]', 'terugkoppeling gegeven', '[aandeel] teruggekoppeld'],
  results: ['{kleuterresultaten} [{kind}] [{ve}]', '{kleuterresultaten} [van] [per] (domein|domeinen)', '{kleuterresultaten} [einde|eind] groep (2|twee)', '(einde|eind) groep (2|twee) {kleuterresultaten}', '{ve} {kleuterresultaten}', '{kind} op niveau', '(resultaatafspraken|resultaatafspraak) (gehaald|halen|behaald)', '(schoolresultaten|kleuterniveau)', '{kleuterresultaten} (school|scholen|basisscholen)', '(hebben|heeft) {kleuterresultaten} gehaald'],
  'results-language': ['{kleuterresultaten} [voor|op] (taal|taalontwikkeling) [[einde|eind] groep (2|twee)]', '(taal|taalontwikkeling) {kleuterresultaten}', '(taalresultaten|taalresultaat) [[einde|eind] groep (2|twee)]', '{kleuterresultaten} [einde|eind] groep (2|twee) [voor|op] (taal|taalontwikkeling)', '{kind} taal op niveau', 'op niveau taal'],
  'results-arithmetic': ['{kleuterresultaten} [voor|op] (rekenen|rekenontwikkeling) [[einde|eind] groep (2|twee)]', '(rekenresultaten|rekenresultaat) [[einde|eind] groep (2|twee)]', '{kleuterresultaten} [einde|eind] groep (2|twee) [voor|op] (rekenen|rekenontwikkeling)', 'op niveau rekenen'],
  'results-motor': ['{kleuterresultaten} [voor|op] (motoriek|motorische ontwikkeling) [[einde|eind] groep (2|twee)]', '{kleuterresultaten} [einde|eind] groep (2|twee) [voor|op] motoriek'],
  'results-social': ['{kleuterresultaten} [voor|op] (sociaal emotioneel|sociaal emotionele ontwikkeling|sociaalemotioneel) [[einde|eind] groep (2|twee)]', '{kleuterresultaten} [einde|eind] groep (2|twee) [voor|op] (sociaal emotioneel|sociaalemotioneel)'],
  'results-group-1': ['{kleuterresultaten} [einde|eind] groep (1|een)', '(einde|eind) groep (1|een) {kleuterresultaten}'],
  'results-start-group-3': ['{kleuterresultaten} [start|begin] groep (3|drie)', '(start|begin) groep (3|drie) {kleuterresultaten}'],
  'results-missing': ['[scholen|school] [nog] (geen|zonder) {kleuterresultaten}', 'scholen (hebben|heeft) [nog] geen {kleuterresultaten} [geleverd|ingevuld|aangeleverd]', '(ontbrekende|missende) {kleuterresultaten}', '{kleuterresultaten} (ontbreken|ontbreekt|missen)', '(geen|zonder) {kleuterresultaten} (geleverd|ingevuld|aangeleverd)', '{kleuterresultaten} (niet|nog niet) (geleverd|ingevuld|aangeleverd)', 'scholen [hebben] {kleuterresultaten} [nog] niet (geleverd|ingevuld|aangeleverd)', 'missing results'],
  'results-prepared': ['{kleuterresultaten} na [de] {overdracht}', '{kleuterresultaten} (onze|overgedragen) {kind}', '{kleuterresultaten} na overgang', 'terugkoppeling {kleuterresultaten}', '{kleuterresultaten} (vroegere|oud) {kind}'],
  'other-reasons': ['(aandeel|percentage) [reden] (anders|overig|overige)', '(reden|redenen) (anders|overig)', '(overige|andere) redenen', '[vaak] [reden] anders [gekozen|ingevuld]', 'anders als reden'],
};
