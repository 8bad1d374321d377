import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import { GoLivePanel } from '../broadcast/go-live-panel.tsx';
import type { GoLive, GoLiveState } from '../broadcast/use-go-live.ts';
import { useLive, useStudio } from './live-context.tsx';
import { lookLabel } from './look-words.ts';
import { CutPanel } from './ui/cut-panel.tsx';
import { DelayPanel } from './ui/delay-panel.tsx';
import { EnginePanel } from './ui/engine-panel.tsx';
import { HelpDialog } from './ui/help-dialog.tsx';
import { KeepNotice } from './ui/keep-notice.tsx';
import { LookPicker } from './ui/look-picker.tsx';
import { SoundPanel } from './ui/sound-panel.tsx';
import { StageView } from './ui/stage-view.tsx';
import { StartPanel } from './ui/start-panel.tsx';
import { ToolRow } from './ui/tool-row.tsx';
import { Tuning } from './ui/tuning.tsx';
import { WordChips } from './ui/word-chips.tsx';
import { WordLine } from './ui/word-line.tsx';
import { useLiveKeys } from './use-live-keys.ts';
import { useWords } from './use-words.ts';
import { useVoice } from './voice/use-voice.ts';

/** The picture, how it looks, and who sees it. */
export function LivePage({ canvas }: { canvas: RefObject<HTMLCanvasElement | null> }) {
  const studio = useStudio();
  const isOn = useLive((state) => state.source.step === 'on');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [air, setAir] = useState<GoLiveState['phase']>('idle');
  const control = useRef<GoLive>(null);
  const look = useLive((state) => lookLabel(state.settings.style.look));
  const isOnAir = air === 'live' || air === 'reconnecting';
  const onHelp = () => setHelpOpen(true);
  const onFullScreen = () => void canvas.current?.parentElement?.requestFullscreen?.();
  function onLive(isStart: boolean): string {
    if (!isStart) {
      void control.current?.stop();
      return isOnAir ? 'The broadcast has ended.' : 'Nothing is live.';
    }
    if (isOnAir) return 'You are live already.';
    void control.current?.start(null, { codec: 'auto', maxBitrate: 1_500_000, fps: 30 });
    return 'Going live…';
  }
  const words = useWords({ onHelp, onFullScreen, onLive });
  const voice = useVoice({
    // Who has written nothing yet speaks what the browser speaks.
    language: () => (words.isJapanese || (words.text === '' && navigator.language.startsWith('ja')) ? 'ja' : 'en'),
    onWords: words.obey,
  });
  useLiveKeys({ onHelp, onFullScreen, onVoice: voice.toggle });

  return (
    <>
      <h1 className="sr-only">Live style</h1>
      <div className="live" data-on={isOn}>
        <div className="live__screen stack gap-4">
          <StageView canvas={canvas} isOnAir={isOnAir} />
          {isOn && <ToolRow onHelp={onHelp} onFullScreen={onFullScreen} />}
        </div>
        <aside className="live__side stack gap-6" aria-label="Stream">
          {!isOn && <StartPanel />}
          {isOn && <KeepNotice />}
          {/* It stays while another camera is chosen, or the broadcast would end. */}
          {studio && (isOn || isOnAir) && (
            <div className="stack gap-3">
              {!isOnAir && (
                <>
                  <h2>Ready when you are</h2>
                  <p className="text-small text-ink-2">
                    Your picture stays with this Kinora until you go live. Then whoever has the link can watch.
                  </p>
                </>
              )}
              <GoLivePanel
                stream={() => studio.output()}
                title={look}
                onStateChange={({ phase }) => setAir(phase)}
                onReady={(live) => {
                  control.current = live;
                }}
              />
            </div>
          )}
          {isOn && (
            <>
              <hr className="rule" />
              <DelayPanel />
              <hr className="rule" />
              <SoundPanel />
              <hr className="rule" />
              <EnginePanel />
            </>
          )}
        </aside>
        <div className="live__style stack gap-5">
          <LookPicker onPreset={words.wear} />
          <WordLine text={words.text} onText={words.setText} onSay={words.obey} answer={words.answer} voice={voice} />
          {words.reading && (
            <WordChips reading={words.reading} language={words.isJapanese ? 'ja' : 'en'} onAmount={words.setAmount} />
          )}
        </div>
        <div className="live__tune stack gap-5">
          {studio && <Tuning />}
          {isOn && <CutPanel />}
        </div>
      </div>
      <HelpDialog isOpen={isHelpOpen} onOpenChange={setHelpOpen} canHear={voice.state !== 'absent'} />
    </>
  );
}
