import type { Character, CutOut } from '@kinora/studios/music-video/schema';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { assetUrl } from '../api/client.ts';
import { Fault } from '../ui/fault.tsx';
import { CharacterDialog } from './character-dialog.tsx';
import { CutOutPreview } from './cut-out-preview.tsx';
import { pictureEndings, usePictureUpload } from './use-picture-upload.ts';

type CharacterPickerProps = { value: readonly Character[]; onChange: (characters: Character[]) => void };

const most = 8;

/** Who is in the video: up to eight pictures, each cut out of its background. */
export function CharacterPicker({ value, onChange }: CharacterPickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const upload = usePictureUpload();
  const [open, setOpen] = useState<number | null>(null);
  const opened = open === null ? undefined : value[open];

  async function add(files: File[]) {
    const fresh: Character[] = [];
    for (const file of files.slice(0, most - value.length)) {
      const picture = await upload.mutateAsync(file).catch(() => null);
      if (!picture) break;
      const name = file.name.replace(/\.[^.]+$/, '').slice(0, 40);
      fresh.push({ picture, name, cutOut: { kind: 'auto' } satisfies CutOut });
    }
    if (fresh.length > 0) onChange([...value, ...fresh]);
  }

  return (
    <fieldset>
      <legend className="legend">Who is in it</legend>
      <ul className="flex flex-wrap gap-3">
        {value.map((character, index) => (
          <li key={character.picture.asset} className="grid w-28 gap-1.5">
            <button
              type="button"
              className="cutout size-28"
              aria-label={`Change ${character.name || `character ${index + 1}`}`}
              onClick={() => setOpen(index)}
            >
              <CutOutPreview url={assetUrl(character.picture)} cutOut={character.cutOut} alt="" size={224} />
            </button>
            <span className="truncate text-center text-tiny font-semibold text-ink-2">{character.name}</span>
          </li>
        ))}
        {value.length < most && (
          <li>
            <button
              type="button"
              className="grid size-28 place-items-center rounded-2 border-2 border-dashed border-rail text-ink-2 hover:bg-seat hover:text-ink"
              aria-busy={upload.isPending}
              onClick={() => {
                input.current?.click();
              }}
            >
              <span className="grid justify-items-center gap-1 text-tiny font-bold">
                <Plus className="icon size-6" aria-hidden />
                {upload.isPending ? 'Sending…' : value.length === 0 ? 'Add a picture' : 'One more'}
              </span>
            </button>
          </li>
        )}
      </ul>
      <p className="mt-2 text-small text-ink-3">
        You, the band, a mascot: a picture with a plain or clear background works best.
      </p>
      {upload.error && <Fault>{upload.error.message}</Fault>}
      <input
        ref={input}
        type="file"
        accept={pictureEndings}
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label="Pictures of who is in it"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void add(files);
        }}
      />
      {open !== null && opened && (
        <CharacterDialog
          key={opened.picture.asset}
          character={opened}
          onKeep={(character) => {
            onChange(value.map((other, index) => (index === open ? character : other)));
            setOpen(null);
          }}
          onRemove={() => {
            onChange(value.filter((_, index) => index !== open));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </fieldset>
  );
}
