import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Budget, TestResult } from '@kinora/capabilities/setup';
import { amountOf, deviceWords, sizeOf, spanOf } from './words.ts';

type OutcomeProps = { result: TestResult; unit: Budget['unit'] };

/** What a test gave, to read, look at or hear, and what it took. */
export function Outcome({ result: { ok, message, media, seconds, device, memoryBytes, cost }, unit }: OutcomeProps) {
  const Sign = ok ? CircleCheck : TriangleAlert;
  const source = media && `data:${media.mediaType};base64,${media.base64}`;
  const facts = [
    spanOf(seconds),
    deviceWords(device),
    ...(memoryBytes === undefined ? [] : [`${sizeOf(memoryBytes)} of memory`]),
    ...(cost === undefined ? [] : [amountOf(cost, unit)]),
  ];
  return (
    <div className={`notice notice--${ok ? 'well' : 'air'}`} role={ok ? 'status' : 'alert'}>
      <Sign className="icon" aria-hidden />
      <div className="grid min-w-0 gap-3">
        <p>
          <b className="sr-only">{ok ? 'It answered: ' : 'It failed: '}</b>
          {message}
        </p>
        {source && media.mediaType.startsWith('image/') && (
          <img className="w-full max-w-[320px] rounded-2" src={source} alt={ok ? message : ''} />
        )}
        {source && media.mediaType.startsWith('audio/') && (
          <audio className="w-full max-w-[420px]" controls src={source} aria-label="What it said">
            <track kind="captions" srcLang="en" label="Words" src={captionsOf(message)} default />
          </audio>
        )}
        {source && media.mediaType.startsWith('video/') && (
          <video
            className="w-full max-w-[320px] rounded-2"
            controls
            loop
            muted
            playsInline
            src={source}
            aria-label="What it made"
          />
        )}
        <p className="num text-tiny text-ink-3">{facts.join(' · ')}</p>
      </div>
    </div>
  );
}

function captionsOf(words: string): string {
  return `data:text/vtt,${encodeURIComponent(`WEBVTT\n\n00:00.000 --> 01:00.000\n${words}\n`)}`;
}
