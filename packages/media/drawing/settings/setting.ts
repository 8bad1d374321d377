import type { Stage } from '../stage.ts';
import type { Place } from '../weather.ts';

/** A place that can be drawn: its layers back to front, the characters among them. */
export type Setting = {
  place: Place;
  /** Where the near ground usually begins, as a fraction of the height. */
  horizon: number;
  /** Snow lies here in every season. */
  snowy?: boolean;
  draw(stage: Stage): void;
};
