import type { Span } from './sections.ts';
import type { Section, SectionLabel } from './types.ts';

/** What is known of a section before it has a label. */
export type Unlabelled = Omit<Section, 'label'> & { slope: number };

/**
 * Names what each section does. The letter that returns and is loudest is the chorus; quiet ends are intro and outro; what
 * rises towards a louder section builds; a section that stands once between others is a bridge.
 */
export function labelSections(sections: readonly Unlabelled[]): Section[] {
  const byLetter = Map.groupBy(sections, (section) => section.letter);
  const means = [...byLetter].map(([letter, group]) => ({
    letter,
    count: group.length,
    intensity: group.reduce((sum, each) => sum + each.intensity, 0) / group.length,
  }));
  const returning = means.filter((each) => each.count > 1);
  const loudest = (returning.length > 0 ? returning : means).reduce((a, b) => (b.intensity > a.intensity ? b : a), {
    letter: '',
    count: 0,
    intensity: -1,
  });
  const overall = sections.reduce((sum, each) => sum + each.intensity, 0) / Math.max(1, sections.length);
  return sections.map(({ slope, ...section }, index) => {
    const [before, after] = [sections[index - 1], sections[index + 1]];
    return { ...section, label: labelOf() };

    function labelOf(): SectionLabel {
      const isLoud = section.letter === loudest.letter && section.intensity > overall - 0.02 && sections.length > 1;
      if (before && section.intensity - before.intensity > 0.45 && section.intensity > 0.7) return 'drop';
      if (isLoud) return 'chorus-like';
      if (index === 0 && after && section.intensity < after.intensity) return 'intro';
      if (!after && before && section.intensity < before.intensity) return 'outro';
      if (after && slope > 0.25 && after.intensity > section.intensity + 0.1) return 'build';
      const isSingle = byLetter.get(section.letter)?.length === 1;
      return isSingle && index > 1 && after ? 'bridge' : 'verse-like';
    }
  });
}

/** Turns spans of bars into sections on the time line that follow each other from 0 to the end of the song. */
export function placeSections(
  spans: readonly Span[],
  options: { lines: readonly number[]; duration: number; intensity: Float64Array },
): Unlabelled[] {
  const { lines, duration, intensity } = options;
  return spans.map((span, index) => {
    const start = index === 0 ? 0 : lines[span.firstBar]!;
    const end = index === spans.length - 1 ? duration : lines[span.lastBar + 1]!;
    const from = Math.min(intensity.length - 1, Math.round(start));
    const values = intensity.subarray(from, Math.max(from + 1, Math.round(end)));
    const third = Math.max(1, Math.floor(values.length / 3));
    const mean = (part: Float64Array) => part.reduce((sum, value) => sum + value, 0) / Math.max(1, part.length);
    const slope = mean(values.subarray(values.length - third)) - mean(values.subarray(0, third));
    return { start, end, letter: span.letter, intensity: mean(values), slope };
  });
}
