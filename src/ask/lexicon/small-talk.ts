/** What people say to a bot besides questions. Never answered with a figure. */
export const smallTalk: Readonly<Record<'greeting' | 'thanks' | 'help' | 'capabilities' | 'goodbye', readonly string[]>> = {
  greeting: [
    'hallo', 'hoi', 'hai', 'hey', 'hi', 'hello', 'dag', 'goedendag', 'goeiedag', 'goedemorgen', 'goeiemorgen', 'goedemiddag', 'goeiemiddag', 'goedenmiddag', 'goedenavond', 'goedeavond', 'goeienavond', '(goede|goeie|goeden) (morgen|middag|avond|dag)', 'beste (bot|kansenlijn)', 'beste', 'geachte', 'hallo daar', 'hoe gaat het [ermee|met jou]', 'alles goed', 'moi', 'yo', 'good (morning|afternoon|evening)', 'hallo allemaal', 'how are you', 'hee', 'heey', 'hoihoi',
  ],
  thanks: [
    'dank', 'dank u [wel]', 'dank je [wel]', 'dankjewel', 'dankuwel', 'bedankt', '(hartelijk|heel erg|super|top|alvast|erg|zeer) (dank|bedankt)', 'bij voorbaat dank', 'merci', 'thanks', 'thank you [very much]', 'thx', 'top', 'super', 'fijn', 'geweldig', 'perfect', 'helder', 'duidelijk', 'handig', 'great', 'mooi zo', 'goed zo', 'tnx', 'dankje',
  ],
  help: ['help', 'hulp', 'help mij', 'hoe werkt (dit|het|deze bot|de bot|kansenlijn)', 'hoe gebruik ik (dit|deze bot|je)', '(snap|begrijp) niet', 'ik kom er niet uit', 'uitleg', 'handleiding', 'wat nu', 'how does this work', 'wat moet ik doen', 'instructie', 'wat bedoel je', 'hoe moet ik vragen', 'hoe stel ik een vraag'],
  capabilities: [
    'wat (kun|kan|kunt) (je|jij|u) [allemaal]', 'wat (kan|mag|kunnen) (ik|we|wij) [jou|allemaal] (vragen|opvragen|zien)', 'welke (cijfers|vragen|gegevens|figuren|data) [ken|kent] [stellen|vragen|opvragen]', 'wie ben (je|jij)', 'wie bent u', 'wat ben (je|jij)', 'wat doe (je|jij)', 'what can you do', 'what can i ask', 'who are you', 'mogelijkheden', 'menu', 'voorbeelden', 'voorbeeld', 'ben je een (bot|robot|mens|ai)', 'wat weet je', 'waar kan ik naar vragen', 'waar weet je iets van',
  ],
  goodbye: ['doei', 'tot ziens', 'tot (morgen|later|straks|gauw|volgende week)', 'fijne (dag|avond|middag|weekend)', 'fijn weekend', 'prettige dag', 'prettig weekend', 'doeg', 'dag hoor', 'bye', 'goodbye', 'groetjes', 'groeten', 'groet', 'met vriendelijke groet', 'mvg', 'werkze', 'ciao', 'houdoe'],
};
