type ProgressBarProps = {
  label: string;
  /** 0 to 1. */
  fraction: number;
};

/** How far something is. */
export function ProgressBar({ label, fraction }: ProgressBarProps) {
  return <progress className="progress" aria-label={label} value={Math.min(1, Math.max(0, fraction))} />;
}
