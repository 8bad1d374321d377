import { Mic, MicOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLive, useStudio } from '../live-context.tsx';
import { soundProblemWords } from '../sound/mixer.ts';
import type { SoundChoice } from '../sound/mixer.ts';
import { Fault } from '../../ui/fault.tsx';

/** What viewers and recordings hear. */
export function SoundPanel() {
  const studio = useStudio();
  const sound = useLive((state) => state.settings.sound);
  const hasSourceSound = useLive((state) => state.source.step === 'on' && state.source.hasSound);
  const isMuted = useLive((state) => state.isMuted);
  const problem = useLive((state) => state.soundProblem);
  const meter = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const timer = setInterval(() => {
      meter.current?.style.setProperty('--level', String(Math.sqrt(studio?.level() ?? 0)));
    }, 100);
    return () => clearInterval(timer);
  }, [studio]);

  return (
    <section className="stack gap-2" aria-label="Sound">
      <div className="flex items-end gap-2">
        <label className="field min-w-0 flex-1">
          <span>Sound</span>
          <select
            className="input"
            value={!hasSourceSound && (sound === 'source' || sound === 'both') ? 'microphone' : sound}
            onChange={(event) => void studio?.chooseSound(event.target.value as SoundChoice)}
          >
            <option value="microphone">Microphone, in step with the picture</option>
            {hasSourceSound && <option value="source">The video’s own sound</option>}
            {hasSourceSound && <option value="both">Both, mixed</option>}
            <option value="none">No sound</option>
          </select>
        </label>
        <button
          type="button"
          className="button button--icon live__toggle"
          aria-label="Mute"
          aria-pressed={isMuted}
          disabled={sound === 'none'}
          onClick={() => studio?.mute()}
        >
          {isMuted ? <MicOff className="icon" aria-hidden /> : <Mic className="icon" aria-hidden />}
        </button>
      </div>
      <div ref={meter} className="level" aria-hidden="true" />
      {problem && <Fault>{soundProblemWords[problem]}</Fault>}
    </section>
  );
}
