import type { Decision, TrailLine } from './decision';
import { deliberate, type Outcome, type Question } from './deliberate';

/**
 * A decision whose trail is written when it is first read, by deciding once more and taking notes. A run decides on
 * thousands of listings and keeps the few decisions that are news; storing or copying one reads its trail.
 *
 * @param notes what followed after the decision was made: the end of the trail
 */
export function tellWhenRead(outcome: Outcome, question: Question, notes: readonly TrailLine[]): Decision {
  // One getter for all of them: with a function of its own each would be an object of its own kind, slow to make.
  const telling: object = Object.assign(new Telling(question, notes), outcome);
  return Object.defineProperty(telling, 'trail', TRAIL) as Decision;
}

class Telling {
  readonly #question: Question;
  readonly #notes: readonly TrailLine[];
  #told: readonly TrailLine[] | null = null;

  constructor(question: Question, notes: readonly TrailLine[]) {
    this.#question = question;
    this.#notes = notes;
  }

  static read(telling: Telling): readonly TrailLine[] {
    if (telling.#told !== null) return telling.#told;
    const trail: TrailLine[] = [];
    deliberate(telling.#question, trail);
    return (telling.#told = [...trail, ...telling.#notes]);
  }
}

/** The object's own, so that a copy has it too. */
const TRAIL: PropertyDescriptor & ThisType<Telling> = {
  enumerable: true,
  configurable: true,
  get() {
    return Telling.read(this);
  },
};
