import { SwitchRow } from '../../ui/switch-row.tsx';
import { useLive, useStudio } from '../live-context.tsx';
import type { EngineKind } from '../ladder.ts';

const engineNames: Record<EngineKind | 'auto', string> = {
  auto: 'Whoever is best',
  gl: 'This device’s graphics chip',
  worker: 'This device’s processor',
  server: 'Kinora’s server',
};

/** Who paints, and what happens when it can't keep up. */
export function EnginePanel() {
  const studio = useStudio();
  const settings = useLive((state) => state.settings);
  const engine = useLive((state) => state.engine);
  return (
    <section className="stack gap-5" aria-label="Painter">
      <div className="stack gap-2">
        <label className="field">
          <span>Painted by</span>
          <select
            className="input"
            value={settings.engine}
            onChange={(event) => studio?.set({ engine: event.target.value as EngineKind | 'auto' })}
          >
            {(['auto', 'gl', 'worker', 'server'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {kind === 'auto' && engine && settings.engine === 'auto'
                  ? `${engineNames.auto} (${engineNames[engine.kind].replace('This device’s ', '')})`
                  : engineNames[kind]}
              </option>
            ))}
          </select>
        </label>
        {engine && settings.engine === 'auto' && <p className="text-tiny text-ink-2">{engine.reason}</p>}
      </div>
      {engine?.kind === 'server' && (engine.choices?.length ?? 0) > 1 && (
        <label className="field">
          <span>On the server</span>
          <select
            className="input"
            value={settings.serverEngine ? keyOf(settings.serverEngine) : ''}
            onChange={(event) => {
              const choice = engine.choices?.find((each) => keyOf(each) === event.target.value);
              studio?.set({ serverEngine: choice ? { provider: choice.provider, model: choice.model } : null });
            }}
          >
            <option value="">The first that is ready</option>
            {engine.choices?.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)} disabled={!each.isReady}>
                {each.label}
                {each.isReady ? '' : ` (${each.problem ?? 'not ready'})`}
              </option>
            ))}
          </select>
        </label>
      )}
      {(engine?.kind ?? settings.engine) === 'server' && (
        <label className="field">
          <span className="flex justify-between">
            Pictures a second <output className="num">{settings.serverFps}</output>
          </span>
          <input
            type="range"
            min="1"
            max="30"
            value={settings.serverFps}
            onChange={(event) => studio?.set({ serverFps: Number(event.target.value) })}
          />
        </label>
      )}
      <SwitchRow
        label="Keep it moving"
        hint="Smaller, fewer, or painted elsewhere when it falls behind"
        checked={settings.isLadderOn}
        onChange={(isLadderOn) => studio?.set({ isLadderOn })}
      />
    </section>
  );
}

function keyOf({ provider, model }: { provider: string; model: string }): string {
  return `${provider} ${model}`;
}
