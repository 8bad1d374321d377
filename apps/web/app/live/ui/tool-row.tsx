import {
  Camera,
  Check,
  ChevronDown,
  Circle,
  FileVideo,
  FlipVertical2,
  ImageDown,
  Keyboard,
  Maximize,
  Monitor,
  Play,
  Power,
  Snowflake,
  Square,
  SquareSplitHorizontal,
} from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { clock } from '../../library/project-facts.ts';
import { useLive, useStudio } from '../live-context.tsx';

type ToolRowProps = { onHelp: () => void; onFullScreen: () => void };

/** What is done with the picture: keep, record, freeze, compare, turn round. */
export function ToolRow({ onHelp, onFullScreen }: ToolRowProps) {
  const studio = useStudio();
  const hasPicture = useLive((state) => state.hasPicture);
  const isFrozen = useLive((state) => state.isFrozen);
  const isComparing = useLive((state) => state.isComparing);
  const isMirrored = useLive((state) => state.isMirrored);
  const recording = useLive((state) => state.recording);
  const isRecording = recording.step === 'running';
  const off = !studio || !hasPicture;
  return (
    <div className="live__tools" role="toolbar" aria-label="Picture">
      <button
        type="button"
        className="button button--small"
        data-recording={isRecording}
        disabled={off || recording.step === 'saving'}
        onClick={() => void (isRecording ? studio?.stopRecording() : studio?.record())}
      >
        {isRecording ? (
          <Square className="icon fill-current text-air" aria-hidden />
        ) : (
          <Circle className="icon fill-current text-air" aria-hidden />
        )}
        {isRecording ? (
          <>
            Stop <Since start={recording.startedAt} />
          </>
        ) : (
          'Record'
        )}
      </button>
      <button type="button" className="button button--small" disabled={off} onClick={() => void studio?.snapshot()}>
        <ImageDown className="icon" aria-hidden />
        Snapshot
      </button>
      <span className="live__toggles">
        <Toggle label="Freeze" isOn={isFrozen} disabled={off} onPress={() => studio?.freeze()}>
          <Snowflake className="icon" aria-hidden />
        </Toggle>
        <Toggle label="Compare with the camera" isOn={isComparing} disabled={off} onPress={() => studio?.compare()}>
          <SquareSplitHorizontal className="icon" aria-hidden />
        </Toggle>
        <Toggle label="Mirror" isOn={isMirrored} disabled={off} onPress={() => studio?.mirror()}>
          <FlipVertical2 className="icon" aria-hidden />
        </Toggle>
        <button
          type="button"
          className="button button--icon button--small"
          aria-label="Full screen"
          disabled={off}
          onClick={onFullScreen}
        >
          <Maximize className="icon" aria-hidden />
        </button>
        <button
          type="button"
          className="button button--icon button--small max-[760px]:hidden"
          aria-label="By keyboard"
          onClick={onHelp}
        >
          <Keyboard className="icon" aria-hidden />
        </button>
      </span>
      <SourceMenu />
    </div>
  );
}

type ToggleProps = {
  label: string;
  isOn: boolean;
  disabled: boolean;
  onPress: () => void;
  children: React.ReactNode;
};

function Toggle({ label, isOn, disabled, onPress, children }: ToggleProps) {
  return (
    <button
      type="button"
      className="button button--icon button--small live__toggle"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

function Since({ start }: { start: number }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((Date.now() - start) / 1000), 500);
    return () => clearInterval(timer);
  }, [start]);
  return <time className="num">{clock(seconds)}</time>;
}

function SourceMenu() {
  const studio = useStudio();
  const source = useLive((state) => state.source);
  const cameras = useLive((state) => state.cameras);
  const file = useRef<HTMLInputElement>(null);
  if (source.step !== 'on') return null;
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className="button button--bare button--small live__source">
          <span className="truncate">{source.kind === 'camera' ? source.label : sourceNames[source.kind]}</span>
          <ChevronDown className="icon" aria-hidden />
          <span className="sr-only">, choose what is painted</span>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
            {(cameras.length > 0 ? cameras : [{ id: '', name: 'Camera' }]).map((camera) => (
              <DropdownMenu.Item
                key={camera.id}
                className="menu__item"
                onSelect={() => void studio?.open('camera', { deviceId: camera.id || undefined })}
              >
                <Camera className="icon" aria-hidden />
                {camera.name}
                {source.kind === 'camera' && source.deviceId === camera.id && (
                  <Check className="icon ml-auto text-lamp-text" aria-label="chosen" />
                )}
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Item className="menu__item" onSelect={() => file.current?.click()}>
              <FileVideo className="icon" aria-hidden />A video file…
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu__item" onSelect={() => void studio?.open('screen')}>
              <Monitor className="icon" aria-hidden />
              My screen or a window
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu__item" onSelect={() => void studio?.open('demo')}>
              <Play className="icon" aria-hidden />
              The demo clip
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu__item" onSelect={() => studio?.close()}>
              <Power className="icon" aria-hidden />
              Switch it off
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <input
        ref={file}
        className="sr-only"
        type="file"
        accept="video/*"
        tabIndex={-1}
        aria-label="Another video to paint"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) void studio?.open('file', { file: chosen });
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

const sourceNames = { screen: 'Your screen', file: 'Video file', demo: 'Demo clip' } as const;
