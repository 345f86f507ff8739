/**
 * Ordinary Dutch words that look like a word of the lexicon and mean something else. They are
 * never corrected, so a question with one of them is asked back. Found by offering every word
 * of a spelling dictionary of Dutch to the corrector.
 */
export const lookAlikes: readonly string[] = `
  aanbeveling aanbidder aanbied aanbind aanbouw aandweil aangespeld aangeteld aanhoud aanlas aanloop aanmelding aanname aanpas aanspeel aanstel aanvoel aanzwel afgebeeld afgebeulde
  afgehaard afgehapt afgeharkt afgeholpen afgelogen afgemaald afgesnoten afgetaaid afgeveld afgeweid afgewonnen afgezopen afgezwakt afhaker afhaler afkoop aflevering aflood afmaker
  afzonderlijk alfabetisme algeheel analfabetisch ander anderen aprils ascendant ascendent august bebonden bediend bedijk bedijkt bedingen bedoeien bedoeken bedoekt bedongen beeindigen
  beginne beginner begoten beidden beiden beieren bekeerd bekeken bekende bekijven bekkende beklemd bekneld beknotting bekoelen bekroond beleden beledig belediging beleed beleefd beleend
  belegd belendt beletten beletteren beliefd belijd belijmd belijnd belonen beloven beltijd beminnen bemoeid bemoeien benend benoemen benuttigd beolied bepleit bereid bereiden bereis
  bereisd bereizen beriepen berijden berijm berijmen berijpen berijpt beringen beroken berookt beruik beruikt beschikbaren besmetting beteken betonen betonnen beulend bevalling bevinden
  bevlekking bevlekt bevloeiing bevoelen bevonden beweend beweid bewolking bewonen bezeilen bezeren bezeten bezetene bezetten bezetter bezielen bezingen bezinnen bezitten bezitting
  bezittingen bezoden bezoek bezoeker bezoekuur bezongen bezonken bezonnen bezorgen bezweken bibberen bidden biepen biezen bijeengekomen bijeenkomst bijenkomst bijzetting biljoen binden
  binnengelopen binnengezogen binnenkomer binnenkort binnenpost blieven blijder blijken blijver blikken blinden blinken blurren boeiend bovenaf bovenal bovenarm bovenas bovengekomen bovenin
  bovenlaag bovenlag bovenraam briefen briesen buien buigen builen buitel buizen bulten buurtweg calamiteit capacitief casueel clusteren coaster counter dading dager daggen daging dalang
  daten dating dazen decent deelgemeente deelnaam deelnam deelnemender deelneming deelteken dekken deling descendant deskcent dinsdags doling dompen donderaar donderdags donderjaag dooreen
  dopen doppen doren dorpel dorper dorren dorsen dragen dropen dwaling eersten eerstes eredegen erkend first formatief formatrice gasteren geabdiceerd geaborteerd geadeld geapporteerd
  geassorteerd gebaald gebeefd gebeente gebeerd gebeiaard gebeierd gebekerd gebelden gebelgd gebeukt gebeukten gebeuld gebeund gebeuren gebieden gebloeid gebluft geblurd geboeid gebonden
  gebootst geborneerd gebotst gebreid gebroed gebroeid gebroken gebrokt gebruind gebruineerd gebruis gebruist gebuikt gebuild gebulder gebulkt gebult geburld gebuurd gebuurt gechopt
  gecoiteerd gecoopteerd gecropt gedaagd gedaas gedaasd gedalfd gedeald gedegen gedeugd gedoken gedoopt gedoteerd gedraag gedraaid gedraald gedrogeerd gedropt geduld gedwaald geecarteerd
  geescorteerd geexporteerd gefaald gefleurd gefnuikt geforceerd geformeerd gefrotteerd gefrunnik gefrunnikt gegaan gegeurd gegleden gegloeid gegriefd gegriend gegroefd gegroeiden gegroend
  gegrold gegrommeld gehaaid gehaakt gehaald gehaast gehackt geharkt geheugd geheuld geheven gehotst gehuld gehuurd geijverd geindexeerd geindosseerd geinduceerd geintimeerd geintimeerde
  geinviteerd gejaapt gejongd gekaakt gekaald gekaamd gekaapt gekaart gekaatst gekajakt gekalkt gekarteerd gekeerd gekenden gekeperd gekeurd gekeverd gekitte geklakt gekledderd geklommen
  geknakt gekotst gekozene gekraakt gekraald gekrakt gekregen gekroeld gekropt gekruisten gekuld gekwaakt gekwakt gelaafden gelaaid gelaakt geladen gelagerd gelaveerd gelden gelebberd
  geleefd geleefden geleegd geleenden geleerd gelegden gelegeerd gelegen gelegerd geleiden geleken gelelden gelengd geletterd geleurd geleveld geleverden gelezen gelieven geloken geluld
  gemaaid gemaand gemaasd gemankt gemarkt gemeden gemeenden gemeengoed gemeentekas gemeerd gemelden gemend gemeneerd gemenerd gemenere gemengden gemepten gemerkten gemesten gemeurd gemijt
  gemikt gemimed gemist gemisten gemitst gemonteerd gemotst genaaid genaakt genaamd genaast geneigd geneukt geneusd genoegd genoegt genomen genormeerd genoten geoogst gepaaid gepaald
  gepatst gepeerd gepeperd gepeurd gepitst geplaatsten geplast gepletst geplozen geporteerd geposteerd gepotte gepropt gepruikt geraagd geraaid geraakt geraamd geraasd geregen geregisseerd
  geregisterd geregistreer gerekestreerd gereven geroeid geroepen geroteerd gerouteerd geruik gesauteerd geschopt geseald geserreerd geserveerd geshopt geskipt gesleten geslipt gesmaakt
  gesmaald gesmakt gesmart gesmeten gesnotterd gesoldeerd gesolveerd gesommeerd gesondeerd gesopt gesorteerden gesoupeerd gespard gespeten gestaafd gestaag gestaagd gestaakt gestaald
  gestaan gestaar gestaard gestalte gestamd gestarten gestat gesteggel gestelpt gestept gesteven gestevend gestikt gestipt gestoef gestoeid gestoelte gestoept gestoft gestokt gestold
  gestolpt gestompt gestook gestookt gestopten gestorneerd gestoten gestotterd gestoven gestraft gestript gestroopt gestropt gestuft gestuikt gestulpt gestutte gesuld gesyndiceerd getart
  getelden getopt getordeerd getroefd gevaagd gevederd geveeld geveild geveld gevijld gevild gevilden gevindiceerd gevloeid gevoeg gevonden gevulden gewaagd gewaaid gewaakt gewaald gewaard
  geweven gewonden gezaaid gezengd gezeurd gezeverd gezonden gezwart gezwegen gieteren giggen gireren gistten gleden glinsteren grafeem grafie grafieen grafiet gratien grepen griepen
  grinden groepeer groepslid grollen grommelen grommen grondel grondig groomen grootje groots grootstad grootsten groottante grootvee grooven grote halfgaar halve heden hickory historiek
  historien historisme hitserie hivtest hoeder hofstee honderd hoogsten hoogte hoogzit hooigat hoorder hoosgat hopoogst houden houderes houwer huldigen iedereen ijsroom ijsstroom indexatie
  indicator indictie inductie ingebeld ingebogen ingeboren ingedoken ingeduwd ingegoten ingekomen ingeluid ingeschoven ingeschrevene ingesnoven ingestemd ingestoomd ingestormd ingestrooid
  ingetild ingewonnen innesteling inschreven inschrijving inspecteer inspectien inspectrice instemmen instemming instorm instormen instorten instraling instreken instroming instrooien
  instrument instulping insurrectie invitatie invocatie inwoner jaarcijfer jagen japen jarige kalenderdag kamende karnen keerlen kennen keren kerken kermen kernel kernhem kernnet kersen
  kerven ketenen kleinen kleinsten kleinte komenden koriste kortsteel krenken krensen krenten kwartaalcijfer kwartel laagte laatsten lageren lagering laveren lebberen lederen leegaten
  leegeet leegplukken leegrijden leertijd legeren legering legtijd lente lepperen leppert lesplaats lestijd letteren lettert levelen lever leveraar leverteen liegen lieverd ligger loevert
  logeren loggen loggend lovends luxatie maagd maagdelijk maandags maandcijfer maanman maarts maatkan makaken managen mandag mandien markten meeging meerpen meesten meester meestuur meeting
  mening mesting ministee minsten mogen monster moorden morfen morphen morren morsen munster nieuwen nieuwkomer nieuws omgang omgezet omgezette omhang omtover omvangt omving omwikkeld
  omwikkeling onbedekt onbedijkt onbekeerd onbekenden onbelegd onbemand onbemind onbenut onbereisd onbesmet ongekend ongezoet onontwikkeld ontvang onvermogen onverrijkt opengaan opengestaan
  openslaan opensta openstaat opgang opgebold opgehoogd opgevoerd opgezet opgezette ophang opkopen oplopen opving opvoering organisator organisatrice overigen overstaande overste overwin
  participatief particratie pedologisch pekken percentrage persetage plaaster plaat plaatser plaatsvind plaatsvinden plakken plassen plating platliggen platten platting pleinen pleiten
  plekke pleuren plukken profiler provisor quarte recept redderen redeneer regenen regent registratief registrator registratuur rekenen remmend respons revelen ruigte ruite ruitte
  samensmelting samenstellen samentelling schelheid schol schoof schooi schoolgaan schoolgaat schools schooltaal schoon schoor schoot schoppen schrooi second selectief shoppen shopper
  shotten sinas sinus skippen slijting slippen smarten smolten soppen sorteren sparren spatten sporter stadien stangen stappen starter staten statien statten stelpen steniging sterren
  stijving stippen stoefen stoepen stoffen stolpen stompen stoompers stopper stoten straten strippen stropen stroppen stukging stutten tassen tegenkomen tegenorder tijdenlijn toegebogen
  toegeeigend toegekend toegekomen toegelopen toegenegen toegenepen toenaam toenam toeneem toereiken toereikender toewending toewijding toezending tossen trens trissen tuisen tussenbeide
  tussendijks tussentijd tweed tweedes tweetaligen uitbal uiteenvallen uitgescheden uitloost uitschrijving uitsplitst uitstroming uitvak uitvaller vallei valste vandaal vandaan vandaar
  vanwaar veildag veiling veldloop vellen velling velours veranderen verboog verborg verbreek verbreken verbroeide verbroken verbrokkel verdekken verdelging verdenking verderging verderving
  verdieping verdikking verdoeking verdoeming verdoling verdool verdoopt verdring verdronken verdrukken veredeling vereelting veren vergelding vergeling vergoeden vergokken vergold
  vergrepen vergroenen vergroeven verhinderen verhoop verhoopt verijdeling verkeek verknoop verknoopt verkoeling verkook verkookt verkool verkoold verkoop verkoos verkreuken verkrijgen
  verkrijger verkrop verkropt verlapt verleden verlept verliep verlood verloof verloofd verloond verloont verloor verlost vermelding vernieling verplaats verplaatsen verplaatst verpompt
  verpoos verpopt verrek verreken verrekken verrekking verroeren verroken versas verschillenden versnelling verstaging versteek verstek verstelling versterk versterken verstokken
  verstrakken verstreek verstrek verstreken verstrekken verstrekkend verstrekker verstrijken verstrikken versuf verteer verteken vertelling vertikken vertoog vertreden vertreed vertrekker
  vertrekking vertrok vertrouwen vervaardig verveling vervelling vervening vervetting vervilt verving vervloog vervoeg vervoer vervolgd vervolge vervroegd vervroegen vervulling verwaardig
  verweek verweking verwekking verwelking verwenning verwering verweving verwrikken verzeping verzitten verzoolt verzoop vetlaars vetvlekken veulen vierdeling vierder vierdes villen
  vipplaats vloerde vlogen vloggen vodderig voege voegen voerder voering volens volente volgenden volger volgorder volheid volling volprop volsta voltage voltige voltrekken voltrokken
  volute voluten voorend voorgaat voorkinderen voormat voorplaats voorttrekken voorvak voorval voorwal voorwas voorzaat vorigen vreemdeling vrijdags vrijgaf vrijman vrijspreek vrijspreken
  vrijval vroegte vullen vuren wachtdoend wachtel wachtrij wanner wantend wasbeer weekhuren weggaan weggedaan wekken wenen wenken weren werken weven wezen wijden wijlen wijten wijzen wikken
  winplaats woensdags wondende wonenden wreken wrikken zaterdags zondaar zondags zondig zonnedag
`.trim().split(/\s+/);
