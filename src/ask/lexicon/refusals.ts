/** What is never done or told, however it is asked. The first that fits decides. */

/** These words anywhere. */
export const instructionPhrases: readonly string[] = [
  '(verwijder|verwijderen|delete|truncate) [alle|alles|{kind}|records]', '(drop|alter|truncate) (table|database|schema)', 'select from', 'select [name] [id] from', 'insert into', 'delete from', 'update set', 'union select', 'union all select',
  '(negeer|vergeet|ignore|forget|disregard) [all|alle|your|vorige|previous|eerdere|prior] (instructies|instructions|opdrachten|regels|rules|prompt|instructions|aanwijzingen)', '(ignore|disregard|forget) [all] vorig', 'je bent nu', 'you are now', 'doe alsof', 'pretend', 'act as', '(systeemprompt|systemprompt|jailbreak)', 'system prompt', 'systeem prompt', 'developer mode', '(wachtwoord|wachtwoorden|password|passwords|apikey|api key|token|connection string|databasewachtwoord)', 'sudo', 'rm rf', 'script alert', 'or 1 1', 'exec xp', 'sla op', 'zonder beveiliging', 'omzeil', 'bypass',
];
/** These at the start of the sentence, after politeness: an order, not a question. */
export const instructionStarts: readonly string[] = [
  'wis', 'verwijder', 'gooi', 'vernietig', 'wijzig', 'verander', 'pas', 'zet', 'negeer', 'vergeet', 'corrigeer', 'schrijf', 'stuur', 'mail', 'verhoog', 'verlaag', 'update', 'insert', 'drop', 'erase', 'remove', 'change', 'set', 'schrap', 'sluit', 'vervang', 'registreer', 'execute', 'run', 'delete', 'overschrijf', 'reset', 'annuleer', 'herstel', 'importeer', 'exec', 'voer',
];
/** Signs of code in the text as typed. */
export const codeSigns: readonly string[] = [';--', '--;', "' or ", "';", '<script', '</', '${', '{{', '1=1', '/*', 'javascript:', '../', '$where', '<img', 'xp_'];

export const namePhrases: readonly string[] = [
  '(namen|naam|voornaam|voornamen|achternaam|achternamen|names|naw)', 'hoe (heten|heet|heette)', 'namenlijst', '(adres|adressen|huisadres|woonadres|telefoonnummer|telefoonnummers|telefoon|emailadres|emailadressen|mailadres|mailadressen|contactgegevens|geboortedatum|geboortedata|address|addresses|phone) [ouders]', 'name of',
];
export const namesAllowed: readonly string[] = ['op naam', 'sorteer op naam', 'gesorteerd op naam'];

export const childPhrases: readonly string[] = [
  '(welk|welke) ({kind}|{doelgroep})', '(lijst|lijstje|overzicht) [alle] (kinderen|kinderlijst)', 'lijst alle kinderen', 'wie zijn ({kind}|{doelgroep})', '(toon|laat) [alle] kinderen', '(kindgegevens|kinddossier|kinddossiers|dossier|dossiers|kindkaart)', 'individuele kinderen', 'which children', 'list of children', 'list all children', '(broertje|zusje|zoon|dochter|zoontje|dochtertje|mijn kind|mijn zoon|mijn dochter)', 'dit kind', 'dat kind', 'een bepaald kind', 'per kind',
];
export const citizenPhrases: readonly string[] = ['(bsn|bsns|burgerservicenummer|burgerservicenummers|sofinummer|bsnnummer)'];

/** "Hoe gaat het met" a word that we do not know: it is about somebody. */
export const aboutSomebody: readonly string[] = ['hoe gaat het met', 'hoe is het met', 'hoe doet', 'how is', 'waar zit', 'bij wie zit'];

/** Often given first names; only a word that means nothing else and is no name in the asker's vocabulary. */
export const firstNames: readonly string[] = (
  'sem noah daan lucas liam levi finn luuk bram milan mees james noud adam jesse thijs hugo lars sam teun benjamin mason gijs siem ties julian ' +
  'emma julia mila tess sophie zoe sara nora yara eva liv saar evi lotte anna olivia nina lauren maud lieke fenna elin sofie isa noor roos fleur lynn milou ' +
  'mohammed mohamed muhammad ali omar yusuf ibrahim hamza bilal youssef ahmed amir ilyas fatima aisha amina layla maryam zeynep yasmin samira khadija aya ' +
  'jayden dylan ryan kevin tim tom thomas stijn ruben niels sven joost pieter kees henk marie sanne femke iris esmee jasmijn julie charlotte elif zaid jan-willem'
).split(' ');

export const refusalTexts: Readonly<Record<'name' | 'child' | 'instruction' | 'too-long' | 'citizen-number', string>> = {
  name: 'Namen en adressen van kinderen of ouders staan hier niet in en geef ik niet. Wel aantallen, bijvoorbeeld het bereik per wijk.',
  child: 'Over één kind geef ik hier geen antwoord. Wel over aantallen, bijvoorbeeld hoeveel kinderen niet zijn bereikt en waarom.',
  instruction: 'Ik beantwoord vragen om cijfers; ik verander niets en volg geen opdrachten. Vastleggen en verbeteren doet u met de formulieren in het menu.',
  'too-long': 'Uw bericht is te lang voor een vraag. Stel de vraag in één of twee zinnen.',
  'citizen-number': 'Dit lijkt een burgerservicenummer. Dat mag hier niet worden gebruikt; verwijder het uit het gesprek.',
};
