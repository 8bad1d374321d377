/** Sorts of wishes a hero can have; each fits other shapes. */
export type GoalKind = 'journey' | 'skill' | 'make' | 'have' | 'find' | 'win' | 'befriend' | 'become' | 'help' | 'do';

const verbs: [GoalKind, RegExp][] = [
  ['befriend', /^(?:make (?:new |a )?friends?|meet|befriend|find a friend|have a friend|play with)/],
  ['win', /^(?:win|race|beat|compete)/],
  ['find', /^(?:find|discover|search|look for|hunt|seek|catch)/],
  ['become', /^(?:be|become|turn into|grow|work)\b/],
  ['make', /^(?:make|bake|build|paint|draw|knit|cook|invent|write|plant|sew|create|mend|fix|open)/],
  [
    'skill',
    /^(?:fly|swim|sing|dance|read|ride|whistle|play|jump|skate|juggle|count|speak|talk|roar|climb|tie|surf|ski|paint|run|drive)/,
  ],
  [
    'journey',
    /^(?:go|see|visit|travel|sail|reach|explore|get|cross|walk|fly to|swim to|climb|return|live|leave|ride to|move|touch)/,
  ],
  ['help', /^(?:help|save|rescue|look after|give|share|care|bring)/],
  ['have', /^(?:have|own|get|keep|hold|eat|hug)/],
];

/** The sort of a goal, from its verb phrase in the base form. */
export function goalOf(phrase: string): GoalKind {
  if (
    /^(?:fly|swim|sail|ride|run|drive|climb|walk|jump) (?:to|up|over|across|into|through|round|around)\b/.test(phrase)
  )
    return 'journey';
  return verbs.find(([, pattern]) => pattern.test(phrase))?.[0] ?? 'do';
}
