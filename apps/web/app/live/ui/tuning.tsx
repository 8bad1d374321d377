import { frameStyle } from '@kinora/capabilities';
import type { FrameStyle } from '@kinora/capabilities';
import { ChevronDown, RotateCcw } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useLive, useStudio } from '../live-context.tsx';
import { overlayChoices } from '../look-words.ts';

type Range = {
  label: string;
  min: number;
  max: number;
  read: (style: FrameStyle) => number;
  write: (style: FrameStyle, value: number) => FrameStyle;
};

const painted: Range[] = [
  {
    label: 'How strongly to paint',
    min: 0,
    max: 1,
    read: (style) => style.strength,
    write: (style, strength) => ({ ...style, strength }),
  },
  {
    label: 'How fine',
    min: 0,
    max: 1,
    read: (style) => style.detail,
    write: (style, detail) => ({ ...style, detail }),
  },
];

const palette = (label: string, key: 'warmth' | 'saturation' | 'contrast' | 'brightness' | 'toning'): Range => ({
  label,
  min: key === 'saturation' || key === 'toning' ? 0 : -1,
  max: key === 'saturation' ? 2 : 1,
  read: (style) => style.palette[key],
  write: (style, value) => ({ ...style, palette: { ...style.palette, [key]: value } }),
});

const light = (label: string, key: 'amount' | 'vignette' | 'x' | 'y'): Range => ({
  label,
  min: 0,
  max: 1,
  read: (style) => style.light[key],
  write: (style, value) => ({ ...style, light: { ...style.light, [key]: value } }),
});

const colours = [
  palette('Warmth', 'warmth'),
  palette('Vividness', 'saturation'),
  palette('Contrast', 'contrast'),
  palette('Brightness', 'brightness'),
];

const lights = [light('Light', 'amount'), light('Light from left to right', 'x'), light('Dark corners', 'vignette')];

const air: Range[] = [
  {
    label: 'How much of it',
    min: 0,
    max: 1,
    read: (style) => style.overlayAmount,
    write: (style, overlayAmount) => ({ ...style, overlayAmount }),
  },
  { label: 'Wind', min: -1, max: 1, read: (style) => style.wind, write: (style, wind) => ({ ...style, wind }) },
];

/** Everything a style is made of, by hand. */
export function Tuning() {
  const studio = useStudio();
  const style = useLive((state) => state.settings.style);
  const change = (next: FrameStyle) => studio?.setStyle(next, 0.25);
  const slider = (range: Range) => <Slider key={range.label} range={range} style={style} onChange={change} />;
  return (
    <div className="stack gap-4">
      <div className="grid gap-x-8 gap-y-4 min-[560px]:grid-cols-2">{painted.map(slider)}</div>
      <Collapsible.Root>
        <Collapsible.Trigger className="group flex min-h-11 items-center gap-2 text-left text-small font-bold text-ink-2 hover:text-ink">
          <ChevronDown
            className="icon transition-transform duration-(--quick) group-data-[state=open]:rotate-180"
            aria-hidden
          />
          Colours, light and what is in the air
        </Collapsible.Trigger>
        <Collapsible.Content className="mt-3 grid gap-6">
          <div className="grid gap-x-8 gap-y-4 min-[560px]:grid-cols-2">{colours.map(slider)}</div>
          <div className="grid grid-cols-2 gap-x-8 gap-y-4 min-[900px]:grid-cols-4">
            <Colour
              label="Shadows"
              value={style.palette.shadows}
              onChange={(shadows) => change({ ...style, palette: { ...style.palette, shadows } })}
            />
            <Colour
              label="Lights"
              value={style.palette.lights}
              onChange={(lights) => change({ ...style, palette: { ...style.palette, lights } })}
            />
            <div className="col-span-2">{slider(palette('How far colours lean to these', 'toning'))}</div>
          </div>
          <div className="grid gap-x-8 gap-y-4 min-[560px]:grid-cols-2">
            <Colour
              label="Colour of the light"
              value={style.light.colour}
              onChange={(colour) => change({ ...style, light: { ...style.light, colour } })}
            />
            {lights.map(slider)}
          </div>
          <div className="grid gap-x-8 gap-y-4 min-[560px]:grid-cols-3">
            <label className="field">
              <span>In the air</span>
              <select
                className="input"
                value={style.overlay}
                onChange={(event) =>
                  studio?.setStyle({ ...style, overlay: event.target.value as FrameStyle['overlay'] })
                }
              >
                {overlayChoices.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            {style.overlay !== 'none' && air.map(slider)}
          </div>
          <div>
            <button type="button" className="button button--small" onClick={() => studio?.setStyle(plain(style))}>
              <RotateCcw className="icon" aria-hidden />
              Plain colours again
            </button>
          </div>
        </Collapsible.Content>
      </Collapsible.Root>
    </div>
  );
}

type SliderProps = { range: Range; style: FrameStyle; onChange: (style: FrameStyle) => void };

function Slider({ range, style, onChange }: SliderProps) {
  const { label, min, max, read, write } = range;
  const value = read(style);
  const shown = Math.round(value * 100);
  return (
    <label className="field">
      <span className="flex justify-between gap-2">
        {label} <output className="num font-semibold">{min < 0 && shown > 0 ? `+${shown}` : shown}</output>
      </span>
      <input
        type="range"
        min={min}
        max={max}
        step="0.01"
        value={value}
        onChange={(event) => onChange(write(style, Number(event.target.value)))}
      />
    </label>
  );
}

type ColourProps = { label: string; value: string; onChange: (value: string) => void };

function Colour({ label, value, onChange }: ColourProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input className="colour" type="color" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

/** The look, strength and detail of a style without its colours. */
function plain({ look, strength, detail, wind, overlayAmount, prompt }: FrameStyle): FrameStyle {
  return frameStyle.parse({ look, strength, detail, wind, overlayAmount, prompt });
}
