/** Words that stand in a document's title and in nobody's name. */
const titleWords = new Set(
  (
    'action agenda annual approved april august black board case charter chair chief colleagues ' +
    'committee council data december director document draft equality ethnic executive february ' +
    'final forum framework governance group health human inclusion january july june leadership ' +
    'local march may meeting minority minute minutes month national network nhs note notes ' +
    'november october of paper papers people plan policy positive programme progress public race ' +
    'reference report resources review scheme secondment september sharepoint silver spring staff ' +
    'strategy stretch summary summer talent targets team terms trajectory trust update winter ' +
    'workforce wres autumn'
  ).split(' '),
);

const address = /[^\s@]+@[^\s@]+\.[^\s@]+/u;
const name =
  /^(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Sir|Dame)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u;

/**
 * Whether a text holds an e-mail address, or what looks like a list of names: who sits on a council
 * or takes part in a programme can reveal ethnicity, so it is asked about before it is kept. A
 * guess: whoever says that nobody is named is believed.
 */
export function namesSomebody(text: string): boolean {
  if (address.test(text)) return true;
  const parts = text.split(/[,;:/|\n()]|\band\b|&/u).map((part) => part.trim());
  return parts.filter(isName).length >= 2;
}

function isName(part: string): boolean {
  const words = part.toLowerCase().split(' ');
  return name.test(part) && !words.some((word) => titleWords.has(word));
}
