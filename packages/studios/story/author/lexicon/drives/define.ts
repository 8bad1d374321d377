/** What moves a hero: a trait or a wish, with what it wants, where it fails and how it is answered. Texts are templates. */
export type Drive = {
  id: string;
  /** Verb phrase in the base form, something a camera could film: "say hello to the one behind the gate". */
  want: string[];
  /** The hero as we meet it; brings [h] in. */
  intro: string[];
  /** The trouble, shown: one short habit. */
  habit: string[];
  /** Attempts that fail, each for a reason of its own. */
  tries: string[];
  /** How the need of somebody else makes the trouble beside the point, and the want comes true. */
  cure: string[];
  /** What is left of it at bedtime. */
  after: string[];
  /** Titles; {name} and {kind} may be used. */
  titles: string[];
};

/** Defines a drive; `||` parts variants. */
export function drive(id: string, texts: Record<Exclude<keyof Drive, 'id'>, string>): Drive {
  const split = (text: string) => text.split('||').map((part) => part.trim());
  return {
    id,
    want: split(texts.want),
    intro: split(texts.intro),
    habit: split(texts.habit),
    tries: split(texts.tries),
    cure: split(texts.cure),
    after: split(texts.after),
    titles: split(texts.titles),
  };
}
