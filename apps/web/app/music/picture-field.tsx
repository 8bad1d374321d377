import type { UploadedFile } from '@kinora/studios/music-video/schema';
import { ImagePlus, X } from 'lucide-react';
import { useRef } from 'react';
import { assetUrl } from '../api/client.ts';
import { Fault } from '../ui/fault.tsx';
import { pictureEndings, usePictureUpload } from './use-picture-upload.ts';

type PictureFieldProps = {
  label: string;
  hint: string;
  value: UploadedFile | null;
  onChange: (picture: UploadedFile | null) => void;
};

/** One picture from a file. */
export function PictureField({ label, hint, value, onChange }: PictureFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const upload = usePictureUpload();
  return (
    <div className="grid gap-2 text-small">
      <div className="flex min-h-[44px] items-center justify-between gap-4">
        <span className="grid">
          <b>{label}</b>
          <span className="text-ink-3">{hint}</span>
        </span>
        {value ? (
          <span className="flex items-center gap-2">
            <span className="cutout size-11">
              <img src={assetUrl(value)} alt={label} />
            </span>
            <button
              type="button"
              className="button button--icon button--small"
              aria-label={`Take the picture away: ${label}`}
              onClick={() => onChange(null)}
            >
              <X className="icon" aria-hidden />
            </button>
          </span>
        ) : (
          <button
            type="button"
            className="button button--small"
            aria-busy={upload.isPending}
            onClick={() => {
              input.current?.click();
            }}
          >
            <ImagePlus className="icon" aria-hidden />
            {upload.isPending ? 'Sending…' : 'Choose'}
            <span className="sr-only"> a picture: {label}</span>
          </button>
        )}
      </div>
      {upload.error && <Fault>{upload.error.message}</Fault>}
      <input
        ref={input}
        type="file"
        accept={pictureEndings}
        className="sr-only"
        tabIndex={-1}
        aria-label={`${label}: file`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) upload.mutate(file, { onSuccess: onChange });
        }}
      />
    </div>
  );
}
